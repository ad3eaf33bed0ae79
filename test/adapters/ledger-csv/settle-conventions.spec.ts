import assert from 'node:assert/strict'
import { understand } from './a-ledger.ts'

describe('an as-of day whose order of day and month is open', () => {
  it('is not asked about as well: the answer to the one question settles the other', () => {
    const file = [
      'As of 02/04/2026',
      'As of 04/02/2026',
      'Customer No,Invoice No,Due Date,Open Amount (EUR)',
      'K1,R1,03/03/2026,10.00',
    ].join('\n')
    const understanding = understand(file)
    assert.deepEqual(understanding.kind === 'questions' && understanding.questions.map(({ kind }) => kind), [
      'which-date-order',
    ])
  })
})
