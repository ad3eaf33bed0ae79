import assert from 'node:assert/strict'
import { minorDigits, money } from '../../../domain/shared/money.ts'

describe('money', () => {
  it('is whole minor units of one currency', () => {
    assert.deepEqual(money(4_820_000, 'CNY'), { minor: 4_820_000, currency: 'CNY' })
    assert.deepEqual(money(-1, 'EUR'), { minor: -1, currency: 'EUR' })
  })

  for (const minor of [0.1, NaN, Infinity, 2 ** 53])
    it(`${minor} is none`, () => assert.throws(() => money(minor, 'EUR'), RangeError))

  for (const [currency, digits] of [
    ['EUR', 2],
    ['CNY', 2],
    ['JPY', 0],
    ['KRW', 0],
    ['KWD', 3],
    ['TWD', 2],
    ['BRL', 2],
    // Those that CLDR writes without decimals, from one version to the next: ISO 4217 and invoices do not.
    ['HUF', 2],
    ['IDR', 2],
    ['COP', 2],
    ['PKR', 2],
    ['RSD', 2],
    ['IQD', 3],
    ['CLF', 4],
  ] as const)
    it(`${currency} has ${digits} digits behind the point`, () => {
      assert.equal(minorDigits(currency), digits)
    })
})
