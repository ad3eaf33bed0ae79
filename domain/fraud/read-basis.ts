import type { DeskStore } from '../ports/desk-store.ts'
import { oldestDaysPastDue, overdueSums } from '../receivables/standing.ts'
import type { CustomerStanding } from '../receivables/standing-book.ts'
import type { AlertBasis } from './fraud-alert.ts'

/** As many as a card shows. */
const mostHeld = 5

/** Reads the ledger's word and the desk's own holds; the operator is not asked, for an alert waits for nobody. */
export async function basisOf(of: CustomerStanding, store: DeskStore): Promise<AlertBasis> {
  const { customer, standing, finding, ledgerAsOf } = of
  const held = (await store.list('held', { customer: customer.id })).map(({ value }) => value)
  return {
    owes:
      ledgerAsOf === null
        ? null
        : {
            overdue: overdueSums(standing),
            days: oldestDaysPastDue(standing),
            stage: finding.stage,
            asOf: ledgerAsOf,
          },
    held: held.slice(0, mostHeld).map(({ name, holds }) => ({ name, reasons: holds.map(({ reason }) => reason) })),
    moreHeld: Math.max(0, held.length - mostHeld),
  }
}
