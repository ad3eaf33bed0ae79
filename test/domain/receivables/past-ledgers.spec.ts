import assert from 'node:assert/strict'
import { pastLedgers } from '../../../domain/receivables/past-ledgers.ts'
import type { ImportRecord, LedgerImport } from '../../../domain/receivables/ledger-import.ts'
import type { Day } from '../../../domain/shared/time.ts'
import { imports } from '../../contracts/desk-store.samples.ts'
import { anAccount, anInvoice } from '../../kit/builders.ts'
import { memoryStore } from '../../kit/memory-store.ts'
import { memoryArchive } from './a-ledger-desk.ts'

describe('the ledger of past days', () => {
  /** Complete lists of the days on which they became active, each with these invoices. */
  async function told(lists: Readonly<Record<Day, readonly string[]>>, from: Day, to: Day, status = 'active') {
    const [store, archive] = [memoryStore(), memoryArchive()]
    for (const [at, [day, numbers]] of Object.entries(lists).entries()) {
      const id = `L-${at + 1}`
      const scope = { kind: 'company', value: 'X' } as const
      const items = numbers.map((number) => anInvoice({ number, company: 'X' }))
      const listed = { id, scope, complete: true, asOf: day as Day, kept: [], closed: [], matches: [] }
      const imported: LedgerImport = { ...listed, accounts: [anAccount()], items }
      const sha256 = await archive.keep(imported)
      const sample = status === 'active' ? { ...imports.active, activeAt: `${day}T02:00:00.000Z` } : imports.undone
      const value = { ...sample, id, sha256, scope, complete: true, asOf: day } as ImportRecord
      await store.commit({ save: [{ kind: 'ledger-import', id, value, basedOn: null }] })
    }
    const days = await Array.fromAsync(pastLedgers({ store, archive }, { from, to, zone: 'UTC' }))
    return days.map(({ day, ledger }) => [
      day,
      [...ledger.items.values()].flat().map(({ item }) => item.number),
      ledger.asOf,
    ])
  }
  const lists = { '2025-03-01': ['1', '2'], '2025-03-03': ['2', '3'] }

  it('is what the lists that had come by then say, and stays so in days to come', async () => {
    assert.deepEqual(await told(lists, '2025-03-02', '2025-03-04'), [
      ['2025-03-02', ['1', '2'], '2025-03-01'],
      ['2025-03-03', ['2', '3'], '2025-03-03'],
      ['2025-03-04', ['2', '3'], '2025-03-03'],
    ])
  })

  it('begins with the first list', async () => {
    assert.deepEqual(
      (await told(lists, '2025-02-20', '2025-03-01')).map(([day]) => day),
      ['2025-03-01'],
    )
  })

  it('leaves out what was taken back', async () => {
    assert.deepEqual(await told(lists, '2025-03-02', '2025-03-04', 'undone'), [])
  })
})
