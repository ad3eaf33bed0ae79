import assert from 'node:assert/strict'
import { understand, understood } from './a-ledger.ts'

/** Two lines of one invoice that differ in one column. */
const lines = (column: string, one: string, other: string) =>
  [
    'As of 2026-03-31',
    `Customer,Invoice No,Due Date,Line Amount,Open Amount (EUR),${column}`,
    `Contoso,R1,2026-03-03,10.00,10.00,${one}`,
    `Contoso,R1,2026-03-03,5.00,5.00,${other}`,
    '',
  ].join('\n')

describe('the lines of one invoice', () => {
  for (const [what, column, one, other] of [
    ['lanes', 'Cloud', 'global', 'china'],
    ['countries', 'Land', 'DE', 'CH'],
    ['currencies', 'Currency', 'EUR', 'CHF'],
  ] as const)
    it(`are of one story, or bad rows: not of two ${what}`, () => {
      const reason = { code: 'lines-disagree', number: 'R1', lines: [3, 4] }
      const file = (second: string) => lines(column, one, second).replace(column === 'Currency' ? ' (EUR)' : '', '')
      const understanding = understand(file(other))
      assert(understanding.kind === 'refused', JSON.stringify(understanding))
      assert.deepEqual(understanding.badRows, [
        { line: 3, reason },
        { line: 4, reason },
      ])
      assert.equal(understood(file(one)).items.length, 1)
    })
})
