import assert from 'node:assert/strict'
import { chargesOf } from '../../../../domain/fraud/dossier/charges-of.ts'
import type { Day } from '../../../../domain/shared/time.ts'

const line = (from: Day, to: Day, minor: number, currency = 'EUR') => ({
  subscription: 'az-1',
  amount: { minor, currency },
  from,
  to,
})
const days = { from: '2025-03-01', to: '2025-03-30' } as const

describe('the charges of a dossier', () => {
  it('are the lines that touch the days, oldest first, a sum for each currency', () => {
    const { lines, sums, told } = chargesOf(
      [
        line('2025-03-30', '2025-04-29', 300),
        line('2025-02-01', '2025-02-28', 1),
        line('2025-02-02', '2025-03-01', 200),
        line('2025-03-31', '2025-04-30', 1),
        line('2025-03-05', '2025-03-06', 50, 'USD'),
      ],
      days,
    )
    assert.deepEqual(
      lines.map(({ amount }) => amount.minor),
      [200, 50, 300],
    )
    assert.deepEqual(sums, [
      { minor: 500, currency: 'EUR' },
      { minor: 50, currency: 'USD' },
    ])
    assert.deepEqual(told, { from: '2025-02-01', to: '2025-04-30' })
  })

  it('are unknown rather than nothing where the bills say nothing', () => {
    assert.deepEqual(chargesOf([], days), { known: true, lines: [], sums: [], told: null })
  })
})
