import assert from 'node:assert/strict'
import { dateEvidence, dateReadings } from '../../../adapters/ledger-csv/date-cell.ts'

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
    assert.deepEqual(dateReadings('4 Mar 2026'), { 'day-first': '2026-03-04', 'month-first': '2026-03-04' })
  })

  const either: readonly [text: string, dayFirst: string | null, monthFirst: string | null][] = [
    ['3/4/2026', '2026-04-03', '2026-03-04'],
    ['03.04.26', '2026-04-03', '2026-03-04'],
    ['03-04-2026 10:15 PM', '2026-04-03', '2026-03-04'],
    ['31.03.2026', '2026-03-31', null],
    ['03/31/2026', null, '2026-03-31'],
    ['5/5/2026', '2026-05-05', '2026-05-05'],
  ]
  for (const [text, dayFirst, monthFirst] of either) {
    it(`${text} is ${dayFirst} or ${monthFirst}`, () => {
      assert.deepEqual(dateReadings(text), { 'day-first': dayFirst, 'month-first': monthFirst })
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
  ]) {
    it(`${JSON.stringify(text)} is no date`, () => {
      assert.deepEqual(dateReadings(text), { 'day-first': null, 'month-first': null })
    })
  }
})

describe('the date order of a file', () => {
  function order(...texts: string[]) {
    const evidence = dateEvidence()
    for (const [at, text] of texts.entries()) evidence.see(at + 2, text, dateReadings(text))
    return evidence.decided()
  }

  it('is day first once one date has a thirteenth in front', () => {
    assert.equal(order('03/04/2026', '13/04/2026'), 'day-first')
  })
  it('is month first once one date has a thirteenth in the middle', () => {
    assert.equal(order('03/04/2026', '04/13/2026'), 'month-first')
  })
  it('does not matter where no date depends on it', () => {
    assert.equal(order('2026-03-04', '5/5/2026', '4 March 2026', 'soon'), null)
  })
  it('is asked when nothing tells', () => {
    assert.deepEqual(order('2026-03-04', '03/04/2026'), { samples: [{ line: 3, text: '03/04/2026' }] })
  })
  it('is asked when dates contradict each other', () => {
    assert.deepEqual(order('13/04/2026', '04/13/2026'), {
      samples: [
        { line: 2, text: '13/04/2026' },
        { line: 3, text: '04/13/2026' },
      ],
    })
  })
})
