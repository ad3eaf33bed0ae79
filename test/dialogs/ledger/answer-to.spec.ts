import assert from 'node:assert/strict'
import { answerTo } from '../../../dialogs/ledger/answer-to.ts'
import type { ImportAnswers, OpenQuestion } from '../../../dialogs/ledger/import-answers.ts'
import type { Talk } from '../../../dialogs/talk.ts'
import { languagesFrom } from '../../../dialogs/words/languages.ts'
import { morning } from '../../kit/builders.ts'
import { english, traditionalChinese } from '../../kit/languages.ts'

const zone = 'Asia/Shanghai'
const languages = languagesFrom([english, traditionalChinese], 'en', zone)
/** Monday, 31 March 2025, in the morning. */
const talk = {
  words: languages.best('en'),
  languages: languages.all,
  grammars: languages.grammars(languages.best('en')),
  zone,
  desk: { now: () => morning },
} as unknown as Talk

const scope = (kind: 'company' | 'lane' | 'country', value: string): ImportAnswers => ({ scope: { kind, value } })
const columns: OpenQuestion = {
  choices: [
    { words: ['#4', '4', 'Kunde'], answer: { columns: { customerName: '#4' } } },
    { words: ['#1', '1', 'No'], answer: { columns: { customerName: '#1' } } },
  ],
  free: null,
}
const orders: OpenQuestion = {
  choices: [
    { words: ['day-first'], answer: { dateOrder: 'day-first' } },
    { words: ['year-first'], answer: { dateOrder: 'year-first' } },
  ],
  free: null,
}
const free = (kind: OpenQuestion['free']): OpenQuestion => ({ choices: [], free: kind })
const said = (text: string, inputs = {}) => ({ text, inputs, pressed: false, named: null })

describe('an answer about a list', () => {
  const understood: readonly (readonly [text: string, open: OpenQuestion, meant: ImportAnswers])[] = [
    ['company Nimbus GmbH', free('scope'), scope('company', 'Nimbus GmbH')],
    ['Company: Nimbus', free('scope'), scope('company', 'Nimbus')],
    ['公司Nimbus', free('scope'), scope('company', 'Nimbus')],
    ['公司：台灣分公司', free('scope'), scope('company', '台灣分公司')],
    ['lane us government', free('scope'), scope('lane', 'us-government')],
    ['營運商 世紀互聯', free('scope'), scope('lane', 'china')],
    ['country de', free('scope'), scope('country', 'de')],
    ['  Nimbus  ', free('company'), scope('company', 'Nimbus')],
    ['21Vianet', free('lane'), scope('lane', 'china')],
    ['Eur', free('currency'), { currency: 'EUR' }],
    ['today', free('day'), { asOf: '2025-03-31' }],
    ['2025/3/30', free('day'), { asOf: '2025-03-30' }],
    ['30 March', free('day'), { asOf: '2025-03-30' }],
    ['12月31日', free('day'), { asOf: '2024-12-31' }],
    ['KUNDE', columns, { columns: { customerName: '#4' } }],
    // A column by its number comes before a place in the row of buttons.
    ['1', columns, { columns: { customerName: '#1' } }],
    ['2', columns, { columns: { customerName: '#1' } }],
    ['day first, please', orders, { dateOrder: 'day-first' }],
    ['年在前', orders, { dateOrder: 'year-first' }],
    ['2', orders, { dateOrder: 'year-first' }],
  ]
  for (const [text, open, meant] of understood) {
    it(`“${text}” is understood`, () => assert.deepEqual(answerTo(open, said(text), talk), meant))
  }

  const notUnderstood: readonly (readonly [text: string, open: OpenQuestion])[] = [
    ['', free('company')],
    ['   ', free('company')],
    ['x'.repeat(201), free('company')],
    ['Nimbus', free('scope')],
    ['company', free('scope')],
    ['companyNimbus', free('scope')],
    ['lane mars', free('scope')],
    ['mars', free('lane')],
    ['XYZ', free('currency')],
    ['euros', free('currency')],
    ['tomorrow', free('day')],
    ['friday', free('day')],
    ['1 April 2025', free('day')],
    ['03/04/2025', free('day')],
    ['month first', orders],
    ['3', orders],
    ['0', orders],
    ['anything', free(null)],
  ]
  for (const [text, open] of notUnderstood) {
    it(`“${text.slice(0, 20)}” is not taken for an answer to ${open.free ?? 'a choice'}`, () =>
      assert.equal(answerTo(open, said(text), talk), null))
  }

  it('may be picked from a list, and nothing picked is no answer', () => {
    assert.deepEqual(answerTo(columns, said('choose', { choice: '#4' }), talk), { columns: { customerName: '#4' } })
    assert.equal(answerTo(columns, said('choose'), talk), null)
    assert.equal(answerTo(columns, said('choose', { choice: '#9' }), talk), null)
  })
})
