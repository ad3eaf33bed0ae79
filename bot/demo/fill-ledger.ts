import { understandLedgerCsv } from '../../adapters/ledger-csv/understand-ledger-csv.ts'
import { addDays } from '../../domain/shared/time.ts'
import type { OpenDesk } from '../open-desk.ts'
import type { DemoCustomer } from './world/customers.ts'
import { demoLedgerCsv } from './world/ledger-csv.ts'

/** Imports the demo's ledger by the same road as everybody's, and records the final notices that were given. */
export async function fillLedger({ desk }: OpenDesk, customers: readonly DemoCustomer[]): Promise<void> {
  if (desk.ledger.current().asOf !== null) return
  const books = await desk.book.today()
  const bytes = new TextEncoder().encode(demoLedgerCsv(customers, books.day))
  const read = understandLedgerCsv(bytes, { scope: { kind: 'company', value: 'Demo Partner' }, complete: true })
  if (read.kind !== 'understood') throw new Error(`the demo's own ledger was not understood: ${read.kind}`)
  const proposal = await desk.ledger.propose({ ...read, file: 'demo-ledger.csv' })
  if (!proposal.ok) throw new Error(`the demo's own ledger was refused: ${proposal.refusal.code}`)
  const [mei, wang] = await Promise.all([desk.staff.byId('mei'), desk.staff.byId('wang')])
  if (!mei || !wang) throw new Error('the demo has no cast')
  const imported = await desk.ledger.commit(proposal.value, 'console:demo', mei)
  if (!imported.ok) throw new Error(`the demo's own ledger was refused: ${imported.refusal.code}`)

  // A first import makes many customers due at once, so it takes two people, here as everywhere.
  if (imported.value.status === 'pending') {
    const confirmed = await desk.ledger.confirm({ case: imported.value.id, version: 1 }, wang)
    if (!confirmed.ok) throw new Error(`the demo's own ledger was not confirmed: ${confirmed.refusal.code}`)
  }

  const { day, directory } = await desk.book.today()
  for (const { name, number } of customers.filter(({ habit }) => habit === 'suspendable')) {
    const warned = directory.all.find(({ accounts }) => accounts.some((account) => account.number === number))
    if (!warned) throw new Error(`the demo's own ledger does not know ${name}`)
    const given = { givenOn: addDays(day, -16), deadline: addDays(day, -6) }
    const noted = await desk.notices.record(warned.id, given, mei)
    if (!noted.ok) throw new Error(`no notice could be recorded for ${name}: ${noted.refusal.code}`)
  }
}
