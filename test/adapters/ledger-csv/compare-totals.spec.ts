import assert from 'node:assert/strict'
import { plainList, understood } from './a-ledger.ts'

describe('a total of a part that differs from ours', () => {
  it('is told with the sum of that part, not of everything above it', () => {
    const list = understood(
      plainList(
        'K1,R1,2026-03-03,10.00',
        'Subtotal,,,10.00',
        'K2,R2,2026-03-03,5.50',
        'Subtotal,,,5.40',
        'Total,,,15.50',
      ),
    )
    assert.deepEqual(list.notes, [
      { code: 'totals-agree', totals: 2 },
      { code: 'total-differs', line: 6, label: 'Subtotal', stated: 540, ours: 550, currency: 'EUR' },
    ])
  })
})
