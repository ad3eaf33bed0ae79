import assert from 'node:assert/strict'
import { readDay, readDayIn, readPastDayIn } from '../../../dialogs/understanding/read-day.ts'
import { speak, type Words } from '../../../dialogs/words/words.ts'
import type { Day } from '../../../domain/shared/time.ts'
import { english, everyLanguage, language, traditionalChinese } from '../../kit/languages.ts'

/** A Tuesday. */
const today: Day = '2026-12-01'

const inEnglish: readonly (readonly [said: string, day: Day | null])[] = [
  ['2026-12-05', '2026-12-05'],
  ['2026-12-5', '2026-12-05'],
  ['2026/12/05', '2026-12-05'],
  ['２０２６-１２-０５', '2026-12-05'],
  ['today', '2026-12-01'],
  ['Tomorrow.', '2026-12-02'],
  ['the day after tomorrow', '2026-12-03'],
  ['friday', '2026-12-04'],
  ['on FRIDAY', '2026-12-04'],
  ['fri', '2026-12-04'],
  ['monday', '2026-12-07'],
  // Today's own weekday is the one in a week: nobody asks for a deadline that is over tonight like that.
  ['tuesday', '2026-12-08'],
  ['friday next week', '2026-12-11'],
  ['next week sunday', '2026-12-13'],
  // The coming one to some, the one after it to others.
  ['next friday', null],
  ['5 December', '2026-12-05'],
  ['December 5', '2026-12-05'],
  ['Dec 5th, 2026', '2026-12-05'],
  ['the 5th of December', '2026-12-05'],
  ['5 dec 2027', '2027-12-05'],
  ['5-Dec-2026', '2026-12-05'],
  ['12月5日', '2026-12-05'],
  ['1 December', '2026-12-01'],
  ['30 November', '2027-11-30'],
  ['31 December', '2026-12-31'],
  ['29 February', null],
  ['29 February 2028', '2028-02-29'],
  ['31 February', null],
  ['31 April', null],
  ['2026-02-30', null],
  ['05/12', null],
  ['5.12.', null],
  ['05/12/2026', null],
  ['12/05/26', null],
  // Only one of them can be a month.
  ['31/12', '2026-12-31'],
  ['12/31', '2026-12-31'],
  ['31.12.', '2026-12-31'],
  ['31.12.26', null],
  ['31/31', null],
  ['in 3 days', '2026-12-04'],
  ['in 2 weeks', '2026-12-15'],
  ['in 400 days', null],
  ['in 0 days', null],
  ['5', null],
  ['December', null],
  ['december 2026', null],
  ['5 December 6', null],
  ['before 5 December', null],
  ['5 December or so', null],
  ['5 December 17:00', null],
  ['5 December, 5 January', null],
  ['0 December', null],
  ['December 32', null],
  ['5 Decembre', null],
  ['soon', null],
  ['', null],
  ['end of month', null],
]

const inChinese: readonly (readonly [said: string, day: Day | null])[] = [
  ['2026-12-05', '2026-12-05'],
  ['2026年12月5日', '2026-12-05'],
  ['2026 年 12 月 5 日', '2026-12-05'],
  ['12月5日', '2026-12-05'],
  ['12月5號', '2026-12-05'],
  ['１２月５日', '2026-12-05'],
  ['11月30日', '2027-11-30'],
  ['今天', '2026-12-01'],
  ['明天', '2026-12-02'],
  ['後天', '2026-12-03'],
  ['週五', '2026-12-04'],
  ['禮拜五', '2026-12-04'],
  ['星期二', '2026-12-08'],
  ['下週五', '2026-12-11'],
  ['下 星期五', '2026-12-11'],
  ['下禮拜天', '2026-12-13'],
  ['2月31日', null],
  ['13月5日', null],
  ['12/5', '2026-12-05'],
  ['12/31', '2026-12-31'],
  ['31/12', '2026-12-31'],
  ['5/12/2026', null],
  ['3天後', '2026-12-04'],
  ['2 個禮拜後', '2026-12-15'],
  // The year of the Republic is not read; it is asked about.
  ['115年12月5日', null],
  ['12月5日以前', null],
  ['12月', null],
  ['月底', null],
]

describe('a day typed in English', () => {
  for (const [said, day] of inEnglish)
    it(`“${said}” is ${day ?? 'asked about'}`, () => assert.equal(readDay(said, today, english), day))

  it('next week begins on Monday, whatever today is', () => {
    assert.equal(readDay('monday next week', '2026-12-06', english), '2026-12-07')
    assert.equal(readDay('sunday next week', '2026-12-07', english), '2026-12-20')
  })
})

describe('a day typed in Traditional Chinese', () => {
  for (const [said, day] of inChinese)
    it(`「${said}」 is ${day ?? 'asked about'}`, () => assert.equal(readDay(said, today, traditionalChinese), day))
})

describe('a day typed in Brazilian Portuguese', () => {
  for (const [said, day] of [
    ['sexta', '2026-12-04'],
    ['na sexta-feira', '2026-12-04'],
    ['sexta que vem', '2026-12-11'],
    ['amanha', '2026-12-04'],
    ['terca', '2026-12-08'],
    ['dia 5', '2026-12-05'],
    ['o dia 2', '2027-01-02'],
    ['dia 31', '2026-12-31'],
    ['dia 32', null],
    ['31/12', '2026-12-31'],
    ['dia 20/12', '2026-12-20'],
    ['dia 20 de dezembro', '2026-12-20'],
    ['15 de marco', '2027-03-15'],
    ['daqui a 3 dias', '2026-12-06'],
    ['próxima sexta', null],
  ] as const)
    it(`“${said}” is ${day ?? 'asked about'}`, () => assert.equal(readDay(said, '2026-12-03', language('pt-BR')), day))
})

describe('a day typed in any other language', () => {
  const cases: readonly (readonly [tag: string, said: string, day: Day | null])[] = [
    ['ru', '5 декабря', '2026-12-05'],
    ['ru', '5 декабря 2026 г.', '2026-12-05'],
    ['pt-BR', '5 de dezembro de 2026', '2026-12-05'],
    ['pt-BR', '5 dez.', '2026-12-05'],
    ['de', '5. Dezember', '2026-12-05'],
    ['ja', '12月5日', '2026-12-05'],
    ['ru', '5 мартобря', null],
    ['ru', '31.12.', '2026-12-31'],
    ['ru', '05.12', '2026-12-05'],
    ['ru', '5.12.26', '2026-12-05'],
    ['ru', '5-го декабря 2026 года', '2026-12-05'],
    ['ru', '5 декабрь', '2026-12-05'],
    ['ru', '31 мая', '2027-05-31'],
    ['pt-BR', '05/12', '2026-12-05'],
    ['pt-BR', '31/12/2026', '2026-12-31'],
    ['pt-BR', '1º de março', '2027-03-01'],
    ['pt-BR', 'dia 1 de marco', '2027-03-01'],
    ['pt-BR', '12/31', null],
    ['pt-BR', '31/02', null],
    ['de', '5.12.', '2026-12-05'],
    ['ja', '12/5', '2026-12-05'],
    ['zh-Hans-CN', '12月5号', '2026-12-05'],
    ['en-US', '12/5', '2026-12-05'],
    ['en-GB', '12/5', '2027-05-12'],
  ]
  for (const [tag, said, day] of cases)
    it(`“${said}” in ${tag} is ${day ?? 'asked about'}`, () =>
      assert.equal(readDay(said, today, { tag, grammar: english.grammar }), day))
})

describe('a day of numbers among several languages', () => {
  const spoken = (tag: string): Words => speak({ ...english, tag }, 'Asia/Taipei')
  const [anywhere, brazilian, taiwanese] = [spoken('en'), spoken('pt-BR'), spoken('zh-Hant-TW')]

  it('is told by the speaker’s own custom, and by nobody else’s', () => {
    assert.equal(readDayIn([brazilian, anywhere, taiwanese], '05/12', today), '2026-12-05')
    assert.equal(readDayIn([taiwanese, anywhere, brazilian], '05/12', today), '2027-05-12')
    assert.equal(readDayIn([anywhere, brazilian, taiwanese], '05/12', today), null)
  })

  it('may be said in the words of any', () =>
    assert.equal(readDayIn([anywhere, brazilian], '5 de dezembro', today), '2026-12-05'))

  it('that has been is the last such day', () => {
    assert.equal(readPastDayIn([brazilian], '05/12', today), '2025-12-05')
    assert.equal(readPastDayIn([brazilian], '05/12/2026', today), '2026-12-05')
    assert.equal(readPastDayIn([anywhere], 'in 3 days', today), '2026-12-04')
  })
})

describe('the names of days', () => {
  for (const { name, grammar, tag } of everyLanguage) {
    it(`are all read in ${name}`, () => {
      for (const phrase of Object.values(grammar.days).flat())
        assert.notEqual(readDay(phrase, today, { tag, grammar }), null, phrase)
    })
  }
})
