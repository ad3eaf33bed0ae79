import assert from 'node:assert/strict'
import { minorOf, numberCell, readingOf } from '../../../adapters/ledger-csv/number-cell.ts'
import type { DecimalSign } from '../../../domain/receivables/understanding.ts'

/** The cell in minor units of a currency with so many decimals; a word or null where it is no such amount. */
function read(text: string, decimal: DecimalSign, digits = 2) {
  const cell = numberCell(text)
  const reading = cell && readingOf(cell.body, decimal)
  const minor = reading && minorOf(reading, digits)
  return typeof minor === 'number' && cell?.negative ? -minor : minor
}

describe('an amount cell', () => {
  const readings: readonly [text: string, decimal: DecimalSign, minor: number | string | null, digits?: number][] = [
    ['1,234.56', 'point', 123456],
    ['1.234,56', 'comma', 123456],
    ['1 234,56', 'comma', 123456],
    ['1\u00a0234,56', 'comma', 123456],
    ['1\u202f234,56', 'comma', 123456],
    ["1'234.56", 'point', 123456],
    ['1’234.56', 'point', 123456],
    ['12,34,567.89', 'point', 123456789],
    ['1234.5', 'point', 123450],
    ['.5', 'point', 50],
    [',5', 'comma', 50],
    ['0.05', 'point', 5],
    ['1.234', 'comma', 123400],
    ['1,234', 'point', 123400],
    ['1,234,567', 'point', 123456700],
    ['(123.45)', 'point', -12345],
    ['( 1,123.45 )', 'point', -112345],
    ['123.45-', 'point', -12345],
    ['-123.45', 'point', -12345],
    ['−123.45', 'point', -12345],
    ['+123.45', 'point', 12345],
    ['-$1,234.50', 'point', -123450],
    ['$-1,234.50', 'point', -123450],
    ['($1,234.50)', 'point', -123450],
    ['$(1,234.50)', 'point', -123450],
    ['1.234,50 €', 'comma', 123450],
    ['EUR 1.234,50', 'comma', 123450],
    ['1.234,50- EUR', 'comma', -123450],
    ['123.45 CR', 'point', -12345],
    ['123.45 DR', 'point', 12345],
    ['123,45 H', 'comma', -12345],
    ['123,45 S', 'comma', 12345],
    ['1.234,-', 'comma', 123400],
    ['1.234,--', 'comma', 123400],
    ['', 'point', 0],
    ['-', 'point', 0],
    [' – ', 'point', 0],
    ['0.00', 'point', 0],
    ['1,234', 'point', 1234, 0],
    ['1,234.00', 'point', 1234, 0],
    ['12.345', 'point', 12345, 3],
    ['12.3', 'point', 12300, 3],
    ['10.0000', 'point', 1000],

    ['1,234.56', 'comma', null],
    ['1.234,56', 'point', null],
    ['1,23', 'point', null],
    ['12,34', 'point', null],
    ['1,2345', 'point', null],
    ['0,123', 'point', null],
    ['1 23.45', 'point', null],
    ["1'234,567.89", 'point', null],
    ['1.2.3', 'point', null],
    ['12.34.5', 'comma', null],
    ['abc', 'point', null],
    ['12abc34', 'point', null],
    ['1.2E+05', 'point', null],
    ['(5.00', 'point', null],
    ['-(5.00)', 'point', null],
    ['-5.00-', 'point', null],
    ['-5.00 CR', 'point', null],
    ['12.345', 'point', 'too-many-decimals'],
    ['12.000', 'point', 'too-many-decimals'],
    ['1.5', 'point', 'too-many-decimals', 0],
  ]
  for (const [text, decimal, minor, digits] of readings) {
    it(`${JSON.stringify(text)} with a decimal ${decimal} is ${minor}`, () => {
      assert.equal(read(text, decimal, digits), minor)
    })
  }

  it('is refused where whole minor units can no longer be exact', () => {
    assert.equal(read('90,071,992,547,409.91', 'point'), Number.MAX_SAFE_INTEGER)
    assert.equal(read('90,071,992,547,409.92', 'point'), 'too-large')
  })

  const units: readonly [text: string, unit: string][] = [
    ['€ 5', '€'],
    ['5 EUR', 'EUR'],
    ['(US$5.00)', 'US$'],
    ['Fr. 5.00', 'Fr'],
    ['5.00 EUR CR', 'EUR'],
    ['5.00 CHF', 'CHF'],
    ['5', ''],
  ]
  for (const [text, unit] of units) {
    it(`${text} names ${unit === '' ? 'no currency' : unit}`, () => assert.equal(numberCell(text)?.unit, unit))
  }
})
