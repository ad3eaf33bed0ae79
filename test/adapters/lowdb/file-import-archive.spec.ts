import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DamagedImport, openFileImportArchive } from '../../../adapters/lowdb/file-import-archive.ts'
import type { ImportArchive } from '../../../domain/ports/import-archive.ts'
import type { LedgerImport } from '../../../domain/receivables/ledger-import.ts'
import { anImport } from '../../contracts/import-archive.contract.ts'
import { temporaryFolders } from './folders.ts'
import { losses, PowerCutDisk } from './power-cut-disk.ts'
import { systemError, watchedDisk } from './watched-disk.ts'

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')

describe('an import file', () => {
  const freshFolder = temporaryFolders()
  let folder = ''
  let file = ''
  let archive: ImportArchive
  let sha256 = ''

  beforeEach(async () => {
    folder = freshFolder()
    file = join(folder, 'ledger', 'L-1.jsonl')
    archive = await openFileImportArchive(folder)
    sha256 = await archive.keep(anImport)
  })

  it('is one JSON line for each part, its owner’s alone, and hashed byte by byte', () => {
    const text = readFileSync(file, 'utf8')
    assert.equal(text.trimEnd().split('\n').length, 1 + 2 + 3 + 2 + 2 + 3)
    assert.equal(hashOf(text), sha256)
    assert.equal(statSync(file).mode & 0o777, 0o600)
  })

  it('is read across the pieces a long file comes in', async () => {
    const items = Array.from({ length: 5000 }, (_, index) => ({ ...anImport.items[0], number: `发票-${index}` }))
    const long = { ...anImport, id: 'L-2', items } as LedgerImport
    assert.deepEqual(await archive.load('L-2', await archive.keep(long)), long)
    assert(statSync(join(folder, 'ledger', 'L-2.jsonl')).size > 4 * 262_144)
  })

  it('is read and verified as an older desk kept it, before lists named what is closed', async () => {
    const text = readFileSync(file, 'utf8').replace(',"closed":3', '').split('\n').toSpliced(-4, 3).join('\n')
    writeFileSync(file, text)
    assert.deepEqual(await archive.load('L-1', hashOf(text)), { ...anImport, closed: [] })
  })

  it('is refused when a byte changed, whatever it still means', async () => {
    writeFileSync(file, readFileSync(file, 'utf8').replace('4820000', '4820001'))
    await assert.rejects(archive.load('L-1', sha256), (fault) => {
      assert(fault instanceof DamagedImport)
      assert.equal(
        fault.message,
        `${file} is not the file that was kept: its hash differs. Restore it from a backup, or import the ledger file again.`,
      )
      return true
    })
  })

  it('is refused when it is gone, saying so', async () => {
    rmSync(file)
    await assert.rejects(archive.load('L-1', sha256), /L-1\.jsonl is missing\. Restore it from a backup/)
  })

  const misshapen: Record<string, (text: string) => string> = {
    'a line is missing': (text) => text.split('\n').toSpliced(-2, 1).join('\n'),
    'a line is too many': (text) => `${text}{"account":"K-4","number":null}\n`,
    'a value does not fit': (text) => text.replace('"due":"2025-02-14"', '"due":"2025-02-30"'),
    'a line is cut off': (text) => text.trimEnd().slice(0, -4),
    'another version wrote it': (text) => text.replace('{"schema":1', '{"schema":2'),
    'it is empty': () => '',
  }
  for (const [what, spoil] of Object.entries(misshapen))
    it(`is refused when ${what}, even if its hash is the one asked for`, async () => {
      const text = spoil(readFileSync(file, 'utf8'))
      writeFileSync(file, text)
      await assert.rejects(archive.load('L-1', hashOf(text)), /L-1\.jsonl does not have the shape of an import/)
    })

  it('is never named by what is no case number', async () => {
    for (const id of ['../desk', 'L-1/../../desk', '', 'L-1.jsonl']) {
      await assert.rejects(archive.keep({ ...anImport, id }), /is no case number/)
      await assert.rejects(archive.load(id, sha256), /is no case number/)
    }
    assert.deepEqual(readdirSync(folder), ['ledger'])
  })

  it('keeps the old one when a second try fails, and leaves nothing beside it', async () => {
    const full = await openFileImportArchive(
      folder,
      watchedDisk(({ does }) => {
        if (does === 'sync') throw systemError('ENOSPC')
      }),
    )
    await assert.rejects(full.keep({ ...anImport, items: [] }), { code: 'ENOSPC' })
    assert.deepEqual(readdirSync(join(folder, 'ledger')), ['L-1.jsonl'])
    assert.deepEqual(await archive.load('L-1', sha256), anImport)
  })

  it('survives a power cut once it is acknowledged', async () => {
    const steps = 6
    for (let cutAt = 1; cutAt <= steps + 1; cutAt += 1)
      for (const loss of losses) {
        const disk = new PowerCutDisk(cutAt)
        const kept = await (
          await openFileImportArchive(folder, disk)
        )
          .keep({ ...anImport, id: 'L-5' })
          .catch(() => null)
        assert.equal(kept !== null, cutAt > steps)
        disk.lose(loss)
        const back = await openFileImportArchive(folder)
        if (kept !== null) assert.equal((await back.load('L-5', kept)).id, 'L-5')
        assert.deepEqual(
          readdirSync(join(folder, 'ledger')).filter((name) => name.endsWith('.tmp')),
          [],
        )
      }
  })
})
