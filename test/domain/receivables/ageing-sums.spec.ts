import assert from 'node:assert/strict'
import { ageingSums } from '../../../domain/receivables/ageing-sums.ts'
import { standingOn } from '../../../domain/receivables/standing.ts'
import type { Day } from '../../../domain/shared/time.ts'
import { anInvoice } from './an-import.ts'

const owing = (...debts: readonly (readonly [due: Day, minor: number, currency: string])[]) =>
  standingOn(
    '2026-03-31',
    debts.map(([due, minor, currency], at) => anInvoice('K1', `R${at}`, { due, open: { minor, currency } })),
  )

describe('what many owe by age', () => {
  it('is told by currency, never added across, the one with most customers first', () => {
    const sums = ageingSums([
      owing(['2026-03-01', 100, 'EUR'], ['2026-02-01', 20, 'EUR'], ['2026-03-01', 7, 'USD']),
      owing(['2026-01-15', 5, 'USD']),
      owing(['2026-01-15', 900, 'CHF']),
    ])
    const none = { current: 0, '1-30': 0, '31-60': 0, '61-90': 0, 'over-90': 0 }
    assert.deepEqual(sums, [
      { currency: 'USD', customers: 2, buckets: { ...none, '1-30': 7, '61-90': 5 } },
      { currency: 'CHF', customers: 1, buckets: { ...none, '61-90': 900 } },
      { currency: 'EUR', customers: 1, buckets: { ...none, '1-30': 100, '31-60': 20 } },
    ])
  })

  it('leaves out whoever owes nothing that is past due', () =>
    assert.deepEqual(ageingSums([owing(['2026-04-10', 100, 'EUR']), owing()]), []))
})
