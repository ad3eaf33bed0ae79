import assert from 'node:assert/strict'
import { dateReadings } from '../../../adapters/ledger-csv/date-cell.ts'

describe('a date cell', () => {
  const certain: readonly [text: string, day: string][] = [
    ['2026-03-04', '2026-03-04'],
    ['2026/3/4', '2026-03-04'],
    ['2026.03.04', '2026-03-04'],
    ['20260304', '2026-03-04'],
    ['2026年3月4日', '2026-03-04'],
    ['2026-03-04T00:00:00', '2026-03-04'],
    ['2026-03-04 23:59:59.000Z', '2026-03-04'],
    ['4 March 2026', '2026-03-04'],
    ['4 Mar 26', '2026-03-04'],
    ['04-Mar-2026', '2026-03-04'],
    ['March 4, 2026', '2026-03-04'],
    ['Mar 4th 2026', '2026-03-04'],
    ['4. März 2026', '2026-03-04'],
    ['4 mars 2026', '2026-03-04'],
    ['4 марта 2026', '2026-03-04'],
    ['4. Mrz. 2026', '2026-03-04'],
    ['4. Dezember 2026', '2026-12-04'],
    ['13/04/2026', '2026-04-13'],
  ]
  for (const [text, day] of certain) {
    it(`${text} is ${day}`, () => assert.equal(dateReadings(text)['day-first'], day))
  }

  it('with month names does not depend on the order', () => {
    const readings = Object.values(dateReadings('4 Mar 2026'))
    assert.deepEqual(readings, ['2026-03-04', '2026-03-04', '2026-03-04'])
  })

  const either: readonly (readonly [text: string, ...readings: readonly (string | null)[]])[] = [
    ['3/4/2026', '2026-04-03', '2026-03-04', null],
    ['03.04.26', '2026-04-03', '2026-03-04', '2003-04-26'],
    ['03-04-2026 10:15 PM', '2026-04-03', '2026-03-04', null],
    ['31.03.2026', '2026-03-31', null, null],
    ['03/31/2026', null, '2026-03-31', null],
    ['5/5/2026', '2026-05-05', '2026-05-05', '2026-05-05'],
    ['26/03/13', '2013-03-26', null, '2026-03-13'],
    ['26.03.13.', '2013-03-26', null, '2026-03-13'],
    ['26-3-5', null, null, '2026-03-05'],
    ['3/4/26', '2026-04-03', '2026-03-04', null],
    ['35/12/31', null, null, '2035-12-31'],
  ]
  for (const [text, ...readings] of either) {
    const [dayFirst, monthFirst, yearFirst] = readings
    it(`${text} is ${readings.join(' or ')}`, () => {
      const found = { 'day-first': dayFirst, 'month-first': monthFirst, 'year-first': yearFirst }
      assert.deepEqual(dateReadings(text), found)
    })
  }

  for (const text of [
    '',
    'soon',
    '2026-02-29',
    '2026-13-01',
    '31/31/2026',
    '46112',
    '3/4',
    '4 Martch 2026',
    '1/2/3/2026',
    '1/2/3',
  ]) {
    it(`${JSON.stringify(text)} is no date`, () => {
      assert.deepEqual(Object.values(dateReadings(text)), [null, null, null])
    })
  }
})
