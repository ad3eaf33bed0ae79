import assert from 'node:assert/strict'
import { plainList, understood } from './a-ledger.ts'

describe('the country of a customer', () => {
  it('is the same in any order of the rows that contradict each other', () => {
    const rows = ['K1,R1,2026-03-03,10.00,Schweiz', 'K1,R2,2026-03-03,10.00,Deutschland', 'K1,R3,2026-03-03,10.00,']
    for (const order of [rows, rows.toReversed()])
      assert.deepEqual(
        understood(plainList(...order).replace('Amount (EUR)', 'Amount (EUR),Land')).accounts.map(
          ({ country }) => country,
        ),
        ['CH'],
      )
  })
})
