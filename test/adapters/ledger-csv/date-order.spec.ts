import assert from 'node:assert/strict'
import { dateReadings } from '../../../adapters/ledger-csv/date-cell.ts'
import { dateEvidence } from '../../../adapters/ledger-csv/date-order.ts'

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
    assert.deepEqual(order('2026-03-04', '03/04/2026'), {
      orders: ['day-first', 'month-first'],
      samples: [{ line: 3, text: '03/04/2026', readings: dateReadings('03/04/2026') }],
    })
  })
  it('is asked when dates contradict each other', () => {
    assert.deepEqual(order('13/04/2026', '04/13/2026'), {
      orders: ['day-first', 'month-first'],
      samples: [
        { line: 2, text: '13/04/2026', readings: dateReadings('13/04/2026') },
        { line: 3, text: '04/13/2026', readings: dateReadings('04/13/2026') },
      ],
    })
  })
  it('is year first once a date of two-digit years fits nothing else', () => {
    assert.equal(order('26/03/13', '26/3/5'), 'year-first')
    assert.equal(order('26/03/13', '32/03/13'), 'year-first')
  })
  it('is asked where two-digit years stand in front or behind, with what else every date fits', () => {
    assert.deepEqual(order('05/04/26', '13/04/26'), {
      orders: ['day-first', 'year-first'],
      samples: [{ line: 2, text: '05/04/26', readings: dateReadings('05/04/26') }],
    })
    assert.deepEqual(order('05/05/26', '05/04/26'), {
      orders: ['day-first', 'month-first', 'year-first'],
      samples: [
        { line: 2, text: '05/05/26', readings: dateReadings('05/05/26') },
        { line: 3, text: '05/04/26', readings: dateReadings('05/04/26') },
      ],
    })
    assert.equal(order('03/04/26', '03/13/26'), 'month-first')
    assert.equal(order('03/04/26', '13/04/2026'), 'day-first', 'years of four digits behind stand for the others')
  })
  it('does not matter where every order that fits says the same', () => {
    assert.equal(order('26/03/26'), 'day-first')
    assert.equal(order('05/05/35'), 'day-first')
  })
})
