import assert from 'node:assert/strict'
import fc from 'fast-check'
import { minorOf } from '../../../adapters/business-central/minor-of.ts'

describe('a decimal of Business Central in minor units', () => {
  const cases: readonly (readonly [number, string, number | null])[] = [
    // 1.15 * 100 is 114.99999999999999.
    [1.15, 'EUR', 115],
    [-1.15, 'EUR', -115],
    [0, 'EUR', 0],
    [-0, 'EUR', 0],
    [1234567, 'JPY', 1234567],
    [12.345, 'KWD', 12345],
    [10, 'EUR', 1000],
    [99999999999.99, 'EUR', 9999999999999],
    // Finer than the currency: whatever was meant, it is not known.
    [1.005, 'EUR', null],
    [0.5, 'JPY', null],
    // More digits than a double tells exactly, and an exponent.
    [12345678901234.56, 'EUR', null],
    [1e21, 'EUR', null],
    [1e-7, 'EUR', null],
  ]
  for (const [amount, currency, minor] of cases)
    it(`${amount} ${currency} is ${minor ?? 'not known'}`, () => assert.equal(minorOf(amount, currency), minor))

  it('is what was written, to the last digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 13), max: 10 ** 13 }), (minor) => {
        const text = `${minor < 0 ? '-' : ''}${String(Math.abs(minor)).padStart(3, '0').replace(/(..)$/, '.$1')}`
        assert.equal(minorOf(JSON.parse(text.replace(/^(-?)\./, '$10.')) as number, 'EUR'), minor)
      }),
    )
  })
})
