import assert from 'node:assert/strict'
import { documents, understood } from './a-ledger.ts'

describe('a list of sums by age', () => {
  it('is read as one, although a line above it uses more of the words that headers use', () => {
    const file = [
      'Customer,Invoice Date,Currency',
      'Debtor,Current,1-30,31-60,61-90,Over 90',
      'Contoso,0.00,10.00,0.00,0.00,0.00',
    ].join('\n')
    const list = understood(file, { asOf: '2026-03-31', currency: 'EUR' })
    assert.deepEqual(documents(list), ['NIMBUS:contoso | invoice | 1-30 | 2026-03-30 | EUR | 1000'])
  })
})
