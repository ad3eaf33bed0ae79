import assert from 'node:assert/strict'
import { askAbout } from '../../../dialogs/ledger/ask-about.ts'
import { answered } from '../../../dialogs/ledger/import-answers.ts'
import type { LedgerCsvOptions, Question } from '../../../domain/receivables/understanding.ts'
import { inEnglish } from '../../kit/in-english.ts'
import { documents, fixture, nimbus, plainList, understand, understood } from './a-ledger.ts'

function questions(file: string | Uint8Array, options: Partial<LedgerCsvOptions> = {}): readonly Question[] {
  const understanding = understand(file, options)
  assert(understanding.kind === 'questions', JSON.stringify(understanding))
  return understanding.questions
}

describe('what a list leaves open is asked', () => {
  it('day first or month first, where every date fits both', () => {
    const file = fixture('day-first-or-month-first')
    assert.deepEqual(questions(file, { asOf: '2026-06-30' }), [
      {
        kind: 'which-date-order',
        orders: ['day-first', 'month-first'],
        samples: [
          {
            line: 2,
            text: '03/04/2026',
            readings: { 'day-first': '2026-04-03', 'month-first': '2026-03-04', 'year-first': null },
          },
        ],
      },
    ])
    const due = (dateOrder: 'day-first' | 'month-first') =>
      documents(understood(file, { asOf: '2026-06-30', dateOrder })).map((text) => text.split(' | ')[3])
    assert.deepEqual(due('day-first'), ['2026-04-03', '2026-06-05'])
    assert.deepEqual(due('month-first'), ['2026-03-04', '2026-05-06'])
  })

  it('day first or year first, where years have two digits', () => {
    const file = plainList('K1,R1,26/03/13,80.00', 'K2,R2,25/12/20,80.00')
    const [question, ...others] = questions(file)
    assert(question)
    assert.deepEqual(others, [])
    assert.deepEqual(
      askAbout(question, inEnglish).choices.map(({ label }) => label),
      ['Day first: Mar 26, 2013', 'Year first: Mar 13, 2026'],
    )
    const due = (list: string, options: Partial<LedgerCsvOptions> = {}) =>
      documents(understood(list, options)).map((text) => text.split(' | ')[3])
    assert.deepEqual(due(file, { dateOrder: 'year-first' }), ['2026-03-13', '2025-12-20'])
    assert.deepEqual(due(file, { dateOrder: 'day-first' }), ['2013-03-26', '2020-12-25'])
    assert.deepEqual(due(plainList('K1,R1,26/3/5,80.00', 'K2,R2,25/12/20,80.00')), ['2026-03-05', '2025-12-20'])
  })

  it('point or comma, where every amount fits both', () => {
    const file = fixture('point-or-comma')
    assert.deepEqual(questions(file), [
      { kind: 'which-decimal', samples: [{ line: 3, text: '1.234', readings: { point: '1.234', comma: '1234' } }] },
    ])
    assert.equal(understood(file, { decimal: 'comma' }).totals[0]?.minor, 125400)
    const refused = understand(file, { decimal: 'point' })
    assert(refused.kind === 'refused')
    assert.deepEqual(refused.badRows, [
      { line: 3, reason: { code: 'too-many-decimals', text: '1.234', currency: 'EUR', decimal: 'point' } },
    ])
  })

  it('the as-of day, with the days the titles name; one answered by hand may differ and is told', () => {
    const file = plainList('K1,R1,2026-03-03,10.00').replace('As of', 'Printed')
    assert.deepEqual(questions(file), [{ kind: 'which-as-of', candidates: ['2026-03-31'] }])
    const list = understood(plainList('K1,R1,2026-03-03,10.00'), { asOf: '2026-03-30' })
    assert.equal(list.asOf, '2026-03-30')
    assert.deepEqual(list.notes, [{ code: 'as-of-differs', inFile: '2026-03-31' }])
  })

  it('an as-of day in the order of the other dates', () => {
    const file = plainList('K1,R1,13/03/2026,10.00').replace('2026-03-31', '02/04/2026')
    assert.equal(understood(file).asOf, '2026-04-02')
    assert.deepEqual(
      questions(file.replace('13/03/2026', '03/03/2026')).map(({ kind }) => kind),
      ['which-date-order'],
    )
  })

  it('the currency, for rows that name none or only a dollar sign', () => {
    const bare = plainList('K1,R1,2026-03-03,10.00', 'K2,R2,2026-03-03,5.00').replace(' (EUR)', '')
    assert.deepEqual(questions(bare), [{ kind: 'which-currency', candidates: [], rows: 2, line: 3 }])
    assert.equal(understood(bare, { currency: 'SEK' }).totals[0]?.currency, 'SEK')
    const [dollars] = questions(bare.replace('5.00', '$5.00').replace('10.00', '€10.00'))
    assert(dollars?.kind === 'which-currency')
    assert.deepEqual([dollars.rows, dollars.line, dollars.candidates.includes('USD')], [1, 4, true])
    const contradicted = plainList('K1,R1,2026-03-03,$10.00')
    assert.equal(questions(contradicted)[0]?.kind, 'which-currency', 'a dollar is not taken for the euro of the header')
  })

  it('not the currency of rows with nothing open', () => {
    const file = plainList('K1,R1,2026-03-03,€10.00', 'K2,R2,2026-03-03,–').replace(' (EUR)', '')
    assert.equal(understood(file).counts.zeroRows, 1)
  })

  it('whose open amount stands on a line, where the rows do not tell', () => {
    const file = [
      'As of 2026-03-31',
      'Customer,Invoice No,Due Date,Line Amount,Open Amount (EUR)',
      'Contoso,R1,2026-03-03,10.00,10.00',
      'Contoso,R1,2026-03-03,10.00,10.00',
    ].join('\n')
    assert.deepEqual(questions(file), [{ kind: 'which-open-of-lines', samples: [{ line: 3, text: '10.00' }] }])
    assert.equal(understood(file, { openOfLines: 'line' }).totals[0]?.minor, 2000)
    assert.equal(understood(file, { openOfLines: 'invoice' }).totals[0]?.minor, 1000)
    const both = `${file}\nContoso,R2,2026-03-03,4.00,9.00\nContoso,R2,2026-03-03,5.00,9.00\nContoso,R3,2026-03-03,4.00,4.00\nContoso,R3,2026-03-03,5.00,5.00`
    assert.deepEqual(
      questions(both).map(
        (question) => question.kind === 'which-open-of-lines' && question.samples.map(({ line }) => line),
      ),
      [[7, 5]],
    )
  })

  it('whose open amount stands on a line, where lines of one size may carry their tax', () => {
    const file = (...lines: readonly string[]) =>
      [
        'As of 2026-03-31',
        'Customer,Invoice No,Due Date,Line Amount,Open Amount (EUR)',
        ...lines.map((line) => `Contoso,R1,2026-03-03,${line}`),
      ].join('\n')
    assert.deepEqual(questions(file('50.00,59.50', '50.00,59.50')), [
      { kind: 'which-open-of-lines', samples: [{ line: 3, text: '59.50' }] },
    ])
    assert.equal(understood(file('50.00,100.00', '50.00,100.00')).totals[0]?.minor, 10000)
    assert.equal(understood(file('50.00,119.00', '50.00,119.00')).totals[0]?.minor, 11900)
    assert.equal(
      understood(file('30.00,70.00', '50.00,70.00')).totals[0]?.minor,
      7000,
      'partly paid, and no line’s own',
    )
  })

  it('who the customer is, where neither a column nor a heading says it', () => {
    const file = plainList('K1,R1,2026-03-03,10.00').replace('Customer No', 'Shop')
    assert.deepEqual(
      questions(file).map((question) => question.kind === 'which-column' && question.field),
      ['customerName'],
    )
    assert.equal(understood(file, { columns: { customerNumber: 'Shop' } }).accounts[0]?.number, 'K1')
  })

  it('in words, with choices whose answers settle it', () => {
    const file = fixture('point-or-comma')
    const [question] = questions(file)
    assert(question)
    const { text, choices } = askAbout(question, inEnglish)
    assert.equal(text, 'What stands before the decimals? For example “1.234” on line 3.')
    assert.deepEqual(
      choices.map(({ label }) => label),
      ['Point: 1.234', 'Comma: 1234'],
    )
    const options = answered({ ...nimbus, columns: { customerName: '#1' } }, choices[1]?.answer ?? {})
    assert.deepEqual(options, { ...nimbus, columns: { customerName: '#1' }, decimal: 'comma' })
    const columns = answered(options, { columns: { domain: '#2' } }).columns
    assert.deepEqual(columns, { customerName: '#1', domain: '#2' })
  })
})
