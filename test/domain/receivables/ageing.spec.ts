import assert from 'node:assert/strict'
import { ageingBucket, ageingBuckets, daysPastDue } from '../../../domain/receivables/ageing.ts'

describe('ageing', () => {
  for (const [due, days] of [
    ['2025-03-31', 0],
    ['2025-03-30', 1],
    ['2025-04-01', -1],
    ['2025-01-30', 60],
    ['2024-12-31', 90],
    ['2024-02-29', 396],
  ] as const)
    it(`due ${due} is ${days} days past due on 31 March`, () => assert.equal(daysPastDue(due, '2025-03-31'), days))

  for (const [days, bucket] of [
    [-30, 'current'],
    [0, 'current'],
    [1, '1-30'],
    [30, '1-30'],
    [31, '31-60'],
    [60, '31-60'],
    [61, '61-90'],
    [90, '61-90'],
    [91, 'over-90'],
    [4000, 'over-90'],
  ] as const)
    it(`${days} days past due is ${bucket}`, () => assert.equal(ageingBucket(days), bucket))

  it('lists its buckets with the severest last', () => {
    assert.deepEqual(ageingBuckets, ['current', '1-30', '31-60', '61-90', 'over-90'])
  })
})
