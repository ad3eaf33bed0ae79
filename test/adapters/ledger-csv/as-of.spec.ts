import assert from 'node:assert/strict'
import { asOfTexts, datesIn } from '../../../adapters/ledger-csv/as-of.ts'

describe('the as-of date in a title line', () => {
  const found: readonly [title: string, text: string][] = [
    ['As of March 31, 2026', 'March 31, 2026'],
    ['Aged Receivables as at 31 March 2026', '31 March 2026'],
    ['Report date: 2026-03-31 10:00', '2026-03-31'],
    ['Stand: 31.03.2026 07:45', '31.03.2026'],
    ['Offene Posten zum 31.03.2026', '31.03.2026'],
    ['OP-Liste per 31.3.26', '31.3.26'],
    ['Stichtag 31. März 2026', '31. März 2026'],
    ['As of 2026年3月31日', '2026年3月31日'],
  ]
  for (const [title, text] of found) {
    it(`is found in "${title}"`, () => assert.deepEqual(asOfTexts(['Nimbus Ltd', title]), [text]))
  }

  for (const title of [
    'From 1 January 2026 to 31 March 2026',
    'Printed 31 March 2026',
    'Fällig bis zum 31.03.2026',
    'Superstand: 31.03.2026',
    'As of today',
  ]) {
    it(`is not seen in "${title}"`, () => assert.deepEqual(asOfTexts([title]), []))
  }

  it('may be offered from any date the titles name', () => {
    assert.deepEqual(datesIn(['Nimbus', 'Printed 31 March 2026', 'Printed 2026-03-31'], 'day-first'), ['2026-03-31'])
  })
})
