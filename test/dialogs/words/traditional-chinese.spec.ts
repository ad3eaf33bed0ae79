import assert from 'node:assert/strict'
import type { MessageKey } from '../../../dialogs/words/message-key.ts'
import { speak } from '../../../dialogs/words/words.ts'
import { traditionalChinese } from '../../kit/languages.ts'
import { argumentsOf } from './message-arguments.ts'

const { grammar, messages, tag } = traditionalChinese
const words = speak(traditionalChinese, 'Asia/Taipei')

/** Names and codes that stay as they are in every language. */
const names =
  /Partner Desk|Microsoft Graph|Microsoft|Teams|Slack|slack:T0123\/U0123|\d[0-9A-Z]{3}-[0-9A-Z]{4}|Azure|API|F-1|PD-142|npm run desk -- (?:import FILE\.csv|doctor|dossier \S+ --out dossier\.html|overdue --csv --out FILE\.csv)|Markdown|Webhook|SMTP_URL|DESK_PAGER_URL|PARTNER_NAME|PARTNER_CONTACT|REMINDERS_FROM|billing@contoso\.example|Asia\/Taipei|Europe\/Berlin|CSV|UTC|UTF-(?:8|16)|Windows-1252|MB|CNY|TWD|English|contoso|(?:adapters\/policy-yaml\/default-)?policy\.yaml/gu
/** The portal of 21Vianet is in Simplified Chinese: what stands on its buttons is quoted. */
const quotesThePortal = /^(?:ticket\.steps\.21vianet\.|by-hand\.(?:customer|press\.\w+)\.china$)/u
/** Letters that Taiwan writes otherwise. */
const simplified = /[户说时对开单订请问题应帐务实际这们个为会关证种国语设认谁还没给选项]/u
/** What these stand for is said in Chinese; anything else may be a Latin name. */
const saidInChinese = new Set(
  'age notice what before after entry given how who since conditions operator lane topic language languages reason reasons role roles stage status why kind trouble outcome field examples cells type severity severities'.split(
    ' ',
  ),
)

/** Each message as it is read, with Chinese words, Latin names and a number in its places. */
const read = Object.entries(messages).flatMap(([key, message]) =>
  [0, 1, 5].map((number) => {
    const args: Record<string, string | number> = {}
    for (const [name, { kinds }] of argumentsOf(message, tag))
      args[name] = kinds.has('number') ? number : saidInChinese.has(name) ? '中文' : 'Contoso'
    return { key, text: words.say(key as MessageKey, args) }
  }),
)

describe('Traditional Chinese', () => {
  it('has no English left in it', () => {
    for (const { key, text } of read)
      assert.doesNotMatch(text.replace(names, '').replace(/Contoso/gu, ''), /[A-Za-z]/u, `${key}: ${text}`)
  })

  it('has no English left in what one may say', () => {
    const phrases = Object.values(grammar).flatMap((list) =>
      typeof list === 'boolean' ? [] : Array.isArray(list) ? list : Object.values<string | string[]>(list).flat(),
    )
    assert(phrases.length > 200)
    for (const phrase of phrases)
      assert.doesNotMatch(phrase.replace(/\{\w+\}|21vianet|21v|\bcsv\b/gu, ''), /[A-Za-z]/u, phrase)
  })

  it('is not Simplified Chinese', () => {
    for (const { key, text } of read)
      if (!quotesThePortal.test(key)) assert.doesNotMatch(text, simplified, `${key}: ${text}`)
    assert.doesNotMatch(JSON.stringify(grammar), simplified)
  })

  it('is punctuated in full width', () => {
    for (const { key, text } of read) {
      assert.doesNotMatch(text, /\p{Script=Han}[,.;:!?()]|[,;:!?()]\p{Script=Han}/u, `${key}: ${text}`)
      assert.doesNotMatch(text, /[“”‘’]|\.\.\./u, `${key}: ${text}`)
    }
  })

  it('sets a space between Chinese and Latin letters, and none beside a full-width mark', () => {
    for (const { key, text } of read) {
      assert.doesNotMatch(text, /\p{Script=Han}[A-Za-z]|[A-Za-z]\p{Script=Han}/u, `${key}: ${text}`)
      assert.doesNotMatch(text, /[，。；：？！「」（）] | [，。；：？！「」（）]/u, `${key}: ${text}`)
    }
  })

  it('tells money, days and lists by the customs of Taiwan', () => {
    assert.equal(words.money({ minor: 4820000, currency: 'TWD' }).replace(/\s/u, ' '), 'TWD 48,200.00')
    assert.equal(words.money({ minor: 4820050, currency: 'HUF' }).replace(/\s/u, ' '), 'HUF 48,200.50')
    assert.equal(words.money({ minor: 48200, currency: 'JPY' }).replace(/\s/u, ' '), 'JPY 48,200')
    assert.equal(words.day('2026-12-05'), '2026年12月5日')
    assert.equal(words.moment('2026-12-05T06:30:00.000Z').replace(/\s/u, ' '), '2026年12月5日 下午2:30')
    assert.equal(words.list(['王小明', '林美', '陳一']), '王小明、林美和陳一')
  })

  it('leaves out the ledger’s age on its own day and counts working days after that', () => {
    assert.equal(words.say('ledger.age', { day: '3月31日', days: 0 }), '帳款資料截至 3月31日。')
    assert.equal(words.say('ledger.age', { day: '3月31日', days: 2 }), '帳款資料截至 3月31日（已過 2 個工作天）。')
  })

  it('says who approved and how many are still needed', () => {
    const pending = (given: number, needed: number) =>
      words.say('suspension.pending', { given, needed, approvers: '王小明', expires: '4月2日' })
    assert.equal(pending(0, 1), '等待第二人核准。有效期限 4月2日。')
    assert.equal(pending(0, 2), '需要 2 位不同的核准人。有效期限 4月2日。')
    assert.equal(pending(1, 1), '王小明 已核准，還需要 1 位核准人。有效期限 4月2日。')
  })
})
