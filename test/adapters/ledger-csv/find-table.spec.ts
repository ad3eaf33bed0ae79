import assert from 'node:assert/strict'
import { understand } from './a-ledger.ts'

describe('a list of sums by age', () => {
  it('is refused as one, although a line above it uses more of the words that headers use', () => {
    const file = [
      'Customer,Invoice Date,Currency',
      'Debtor,Current,1-30,31-60,61-90,Over 90',
      'Contoso,0.00,10.00,0.00,0.00,0.00',
    ].join('\n')
    const understanding = understand(file, { asOf: '2026-03-31' })
    assert.deepEqual(understanding.kind === 'refused' && understanding.reason.code, 'aged-summary')
  })
})
