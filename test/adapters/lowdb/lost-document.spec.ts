import assert from 'node:assert/strict'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LostDocument } from '../../../adapters/lowdb/damaged-file.ts'
import { openFileImportArchive } from '../../../adapters/lowdb/file-import-archive.ts'
import { openLowdbDialogStorage } from '../../../adapters/lowdb/lowdb-dialog-storage.ts'
import { openLowdbStore } from '../../../adapters/lowdb/lowdb-store.ts'
import type { LedgerImport } from '../../../domain/receivables/ledger-import.ts'
import { now, temporaryFolders } from './folders.ts'

const imported: LedgerImport = {
  id: 'L-1',
  scope: { kind: 'company', value: 'Partner' },
  complete: true,
  asOf: '2025-03-30',
  accounts: [],
  items: [],
  kept: [],
  closed: [],
  matches: [],
}

describe('a desk document that is gone', () => {
  const freshFolder = temporaryFolders()
  let folder: string
  beforeEach(async () => {
    folder = freshFolder()
    const store = await openLowdbStore(folder, { now })
    await store.nextNumber('L')
    await store.close()
  })

  it('is missed while kept imports tell of it: their numbers are not given again', async () => {
    await (await openFileImportArchive(folder)).keep(imported)
    rmSync(join(folder, 'desk.json'))
    const isLost = (fault: unknown) => fault instanceof LostDocument && fault.message.includes(join(folder, 'ledger'))
    await assert.rejects(openLowdbStore(folder, { now }), isLost)
    await assert.rejects(openLowdbStore(folder, { now }), isLost)
    assert(!existsSync(join(folder, 'desk.json')))
  })

  it('is missed while conversations tell of it', async () => {
    const drafts = await openLowdbDialogStorage(folder, { now, onDamaged: () => assert.fail() })
    await drafts.write({ somebody: { half: 'typed' } })
    await drafts.close()
    rmSync(join(folder, 'desk.json'))
    await assert.rejects(openLowdbStore(folder, { now }), LostDocument)
  })

  it('can be given up by moving the trace away', async () => {
    await (await openFileImportArchive(folder)).keep(imported)
    rmSync(join(folder, 'desk.json'))
    renameSync(join(folder, 'ledger'), join(freshFolder(), 'ledger'))
    await (await openLowdbStore(folder, { now })).close()
  })

  it('is not what a folder is that a first start left, or that holds a policy only', async () => {
    const fresh = freshFolder()
    mkdirSync(join(fresh, 'ledger'))
    writeFileSync(join(fresh, 'policy.yaml'), '')
    await (await openLowdbStore(fresh, { now })).close()
    await (await openLowdbStore(fresh, { now })).close()
  })
})
