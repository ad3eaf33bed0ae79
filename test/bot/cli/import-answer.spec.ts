import assert from 'node:assert/strict'
import type { Question } from '../../../domain/receivables/understanding.ts'
import { askAbout } from '../../../dialogs/ledger/ask-about.ts'
import { inEnglish } from '../../kit/in-english.ts'
import { answerFrom } from '../../../bot/cli/import-answer.ts'

const currency: Question = { kind: 'which-currency', candidates: ['EUR', 'CHF'], rows: 3, line: 2 }
const anyCurrency: Question = { kind: 'which-currency', candidates: [], rows: 3, line: 2 }
const asOf: Question = { kind: 'which-as-of', candidates: ['2026-03-30', '2026-03-31'] }
const order: Question = {
  kind: 'which-date-order',
  orders: ['day-first', 'month-first'],
  samples: [
    {
      line: 2,
      text: '03/04/2026',
      readings: { 'day-first': '2026-04-03', 'month-first': '2026-03-04', 'year-first': null },
    },
  ],
}
const column: Question = {
  kind: 'which-column',
  field: 'openAmount',
  candidates: [
    { number: 5, header: 'Open' },
    { number: 7, header: 'Balance' },
  ],
}

describe('a typed answer', () => {
  const understood: readonly (readonly [said: string, question: Question, meant: object])[] = [
    ['1', order, { dateOrder: 'day-first' }],
    [' 2 ', order, { dateOrder: 'month-first' }],
    ['2', column, { columns: { openAmount: '#7' } }],
    ['2', currency, { currency: 'CHF' }],
    ['usd', currency, { currency: 'USD' }],
    ['Eur', anyCurrency, { currency: 'EUR' }],
    ['2', asOf, { asOf: '2026-03-31' }],
    [' 2026-03-29 ', asOf, { asOf: '2026-03-29' }],
  ]
  for (const [said, question, meant] of understood) {
    it(`“${said}” answers ${question.kind}`, () => assert.deepEqual(answer(said, question), meant))
  }

  const notUnderstood: readonly (readonly [said: string, question: Question])[] = [
    ['', order],
    ['0', order],
    ['3', order],
    ['-1', order],
    ['1.5', order],
    ['day-first please', order],
    ['Balance', column],
    ['1', anyCurrency],
    ['euros', anyCurrency],
    ['31.03.2026', asOf],
    ['2026-02-30', asOf],
  ]
  for (const [said, question] of notUnderstood) {
    it(`“${said}” is no answer to ${question.kind}`, () => assert.equal(answer(said, question), null))
  }
})

function answer(said: string, question: Question) {
  return answerFrom(said, askAbout(question, inEnglish))
}
