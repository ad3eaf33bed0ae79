import assert from 'node:assert/strict'
import { addDays, type Day } from '../../../domain/shared/time.ts'
import { plainList, understand, understood } from './a-ledger.ts'

const asOf: Day = '2026-03-31'

describe('a date that cannot be meant', () => {
  for (const [what, days] of [
    ['three years ahead', 3 * 366],
    ['thirty years back', -30 * 366],
  ] as const)
    it(`is one more than ${what}: its year was misread`, () => {
      const furthest = addDays(asOf, days)
      assert.equal(understood(plainList(`K1,R1,${furthest},10.00`)).items.length, 1)
      const day = addDays(furthest, Math.sign(days))
      const understanding = understand(plainList(`K1,R1,${day},10.00`))
      assert(understanding.kind === 'refused')
      assert.deepEqual(understanding.badRows, [
        { line: 3, reason: { code: 'unlikely-date', column: 'Due Date', text: day, day } },
      ])
    })
})
