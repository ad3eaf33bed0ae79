import assert from 'node:assert/strict'
import type { MessageKey } from '../../../dialogs/words/message-key.ts'
import { speak } from '../../../dialogs/words/words.ts'
import { japanese } from '../../kit/languages.ts'
import { argumentsOf } from './message-arguments.ts'

const { grammar, messages, tag } = japanese
const words = speak(japanese, 'Asia/Tokyo')

/** Names, codes and what is typed at a console: they stay as they are in every language. */
const names =
  /Partner Desk|Microsoft(?: (?:Graph|365|ID))?|Office 365|Azure(?: Service Health)?|Cloud Solution Provider|21Vianet|Teams|Slack|slack:T0123\/U0123|\/invite|ID|MFA|API|F-1|(?:PD|INV)-\d+|\d[0-9A-Z]{3}-[0-9A-Z]{4}|npm run desk -- (?:import FILE\.csv|doctor|dossier \S+ --out dossier\.html|overdue --csv --out FILE\.csv)|--out FILE|Markdown|Webhook|[A-Z]*_?(?:REFRESH_TOKEN|CLIENT_SECRET)|SMTP_URL|DESK_PAGER_URL|PARTNER_NAME|PARTNER_CONTACT|REMINDERS_FROM|billing@contoso\.example|Asia\/Taipei|Europe\/Berlin|CSV|UTC|UTF-(?:8|16)|Windows-1252|ISO|MB|kB|CNY|EUR|contoso|global|us-government|china|(?:adapters\/policy-yaml\/default-)?policy\.yaml/gu
/** A list may come from other countries' books: what stands above its columns is quoted as they write it. */
const quotesOthers = new Set(['list.unusable.no-header'])
/** The portal of 21Vianet is in Simplified Chinese: what stands on its buttons is quoted. */
const quotesThePortal = /^by-hand\.(?:customer|press\.\w+)\.china$/u
/** Letters that Japan writes otherwise, and words that only Chinese has. */
const foreign = /[戶說时對开單订请问應该账實际这们为會关證证语认谁還给讓让您你訂閱]/u

/** Each message as it is read, with Japanese words, Latin names and a number in its places. */
const read = Object.entries(messages).flatMap(([key, message]) =>
  [0, 1, 5].map((number) => {
    const args: Record<string, string | number> = {}
    for (const [name, { kinds }] of argumentsOf(message, tag)) args[name] = kinds.has('number') ? number : '日本語'
    return { key, text: words.say(key as MessageKey, args) }
  }),
)

describe('Japanese', () => {
  it('has no English left in it', () => {
    for (const { key, text } of read)
      if (!quotesOthers.has(key)) assert.doesNotMatch(text.replace(names, ''), /[A-Za-z]{2}/u, `${key}: ${text}`)
  })

  it('has no English left in what one may say', () => {
    const phrases = Object.values(grammar).flatMap((list) =>
      typeof list === 'boolean' ? [] : Array.isArray(list) ? list : Object.values<string | string[]>(list).flat(),
    )
    assert(phrases.length > 400)
    for (const phrase of phrases)
      assert.doesNotMatch(phrase.replace(/\{\w+\}|21vianet|21v|csv|azure|ok/gu, ''), /[A-Za-z]/u, phrase)
  })

  it('is not Chinese', () => {
    for (const { key, text } of read)
      if (!quotesThePortal.test(key)) assert.doesNotMatch(text, foreign, `${key}: ${text}`)
  })

  it('is punctuated in full width', () => {
    for (const { key, text } of read) {
      assert.doesNotMatch(text, /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][,;:!?()]/u, `${key}: ${text}`)
      assert.doesNotMatch(text, /[,;:!?()][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u, `${key}: ${text}`)
      assert.doesNotMatch(text, /[“”‘’]|\.\.\./u, `${key}: ${text}`)
      assert.doesNotMatch(text, /[，；]/u, `${key}: ${text}`)
    }
  })

  it('leaves no space beside a full-width mark', () => {
    for (const { key, text } of read)
      assert.doesNotMatch(text, /[、。：？！「」（）] (?!·)| [、。：？！」（）]/u, `${key}: ${text}`)
  })

  it('writes the same word in one way', () => {
    for (const { key, text } of read)
      assert.doesNotMatch(
        text,
        /パートナーセンター|サーバ(?!ー)|ユーザ(?!ー)|フォルダ(?!ー)|下さい|出来|及び|頂/u,
        `${key}: ${text}`,
      )
  })

  it('keeps to polite forms in a sentence', () => {
    for (const { key, text } of read)
      assert.doesNotMatch(text, /(?:する|(?<!ま|で)した|いる|ある|ない|だ|なる|れる)。/u, `${key}: ${text}`)
  })

  it('tells money, days and lists by the customs of Japan', () => {
    assert.equal(words.money({ minor: 4820000, currency: 'TWD' }).replace(/\s/u, ' '), 'TWD 48,200.00')
    assert.equal(words.money({ minor: 48200, currency: 'JPY' }).replace(/\s/u, ' '), 'JPY 48,200')
    assert.equal(words.day('2026-12-05'), '2026/12/05')
    assert.equal(words.moment('2026-12-05T06:30:00.000Z').replace(/\s/u, ' '), '2026/12/05 15:30')
    assert.equal(words.list(['佐藤', '鈴木', '高橋']), '佐藤、鈴木、高橋')
  })

  it('leaves out the ledger’s age on its own day and counts working days after that', () => {
    assert.equal(words.say('ledger.age', { day: '3月31日', days: 0 }), '台帳の基準日 3月31日。')
    assert.equal(words.say('ledger.age', { day: '3月31日', days: 2 }), '台帳の基準日 3月31日（2 営業日経過）。')
  })

  it('says who approved and how many are still needed', () => {
    const pending = (given: number, needed: number) =>
      words.say('suspension.pending', { given, needed, approvers: '佐藤', expires: '4月2日' })
    assert.equal(pending(0, 1), '第二承認者の承認待ちです。有効期限は 4月2日 です。')
    assert.equal(pending(0, 2), '別々の承認者 2 人の承認待ちです。有効期限は 4月2日 です。')
    assert.equal(pending(1, 1), '佐藤 が承認しました。あと 1 人の承認待ちです。有効期限は 4月2日 です。')
  })
})
