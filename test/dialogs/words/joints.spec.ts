import assert from 'node:assert/strict'
import { pageSentence } from '../../../dialogs/overdue/filter-sentence.ts'
import { narrowingText } from '../../../dialogs/routes/narrowing-text.ts'
import { languagesFrom } from '../../../dialogs/words/languages.ts'
import { everyLanguage } from '../../kit/languages.ts'

const languages = languagesFrom(everyLanguage, 'en', 'UTC')
const filters = { overDays: 60, fromDays: null, lane: 'china', above: null, mine: false } as const
const only = { lane: 'china', severity: 'high', hours: null } as const

describe('what stands between things told one after the other', () => {
  for (const [tag, pressed, narrowed] of [
    ['en', 'overdue over 60 days in china page 2', 'fraud, Contoso, high, 21Vianet'],
    ['zh-Hant-TW', '逾期超過60天，在中國，第2頁的客戶', '詐騙通知、Contoso、高嚴重性、世紀互聯'],
    ['ja', '延滞 60日超、中国の、2ページ目', '不正アラート、Contoso、高、21Vianet'],
    [
      'ru',
      'просрочка более 60 дн. по оператору 21vianet страница 2',
      'мошенничество, Contoso, высокий уровень, 21Vianet',
    ],
  ] as const)
    it(`is the language’s own: ${tag}`, () => {
      const words = languages.best(tag)
      assert.equal(pageSentence(filters, 2, words), pressed)
      assert.equal(narrowingText(only, 'Contoso', words), narrowed)
    })
})
