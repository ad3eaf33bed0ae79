import assert from 'node:assert/strict'
import { currenciesOf } from '../../../adapters/ledger-csv/currency-words.ts'

describe('a currency that is written twice', () => {
  for (const [text, currencies] of [
    ['EUR€', ['EUR']],
    ['USD $', ['USD']],
    ['EUR$', []],
    ['EUR£', []],
  ] as const)
    it(`${text} ${currencies.length > 0 ? 'is one' : 'contradicts itself, and is none'}`, () =>
      assert.deepEqual(currenciesOf(text), currencies))
})
