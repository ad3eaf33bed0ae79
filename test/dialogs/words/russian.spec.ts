import assert from 'node:assert/strict'
import type { MessageKey } from '../../../dialogs/words/message-key.ts'
import { speak } from '../../../dialogs/words/words.ts'
import { russian } from '../../kit/languages.ts'
import { argumentsOf } from './message-arguments.ts'

const { grammar, messages, tag } = russian
const words = speak(russian, 'Europe/Moscow')

/** Names and codes that stay as they are in every language. */
const names =
  /Partner Desk|Microsoft 365|Microsoft Graph|Microsoft|Office 365|Teams|Slack|slack:T0123\/U0123|7KQ2-M9FD|Azure|F-1|PD-142|INV-9|S-12|npm run desk -- (?:import FILE\.csv|doctor|dossier \S+ --out dossier\.html|overdue --csv --out FILE\.csv)|--out FILE|Markdown|SMTP_URL|DESK_PAGER_URL|PARTNER_NAME|PARTNER_CONTACT|REMINDERS_FROM|_REFRESH_TOKEN|_CLIENT_SECRET|billing@contoso\.example|Asia\/Taipei|Europe\/Berlin|CSV|UTC|UTF-(?:8|16)|Windows-1252|ISO|MFA|CNY|EUR|English|english|contoso|21Vianet|21vianet|(?:adapters\/policy-yaml\/default-)?policy\.yaml|\/invite|global|us-government|china|tenant| [x] /gu
/** The portals of 21Vianet are in English and Chinese, headers of lists in any language: they are quoted. */
const quotes =
  /^(?:ticket\.steps\.21vianet\.|by-hand\.(?:customer|press\.\w+)\.china$|by-hand\.look\.|list\.unusable\.no-header$)/u

/** Each message as it is read, with Cyrillic words in its places and numbers of each plural form. */
const read = Object.entries(messages).flatMap(([key, message]) =>
  [0, 1, 2, 5, 21].map((number) => {
    const args: Record<string, string | number> = {}
    for (const [name, { kinds }] of argumentsOf(message, tag)) args[name] = kinds.has('number') ? number : 'Имя'
    return { key, text: words.say(key as MessageKey, args) }
  }),
)

describe('Russian', () => {
  it('has no English left in it', () => {
    for (const { key, text } of read)
      if (!quotes.test(key)) assert.doesNotMatch(text.replace(names, ''), /[A-Za-z]/u, `${key}: ${text}`)
  })

  it('is quoted as Russian is, with the dash that stands between words', () => {
    for (const { key, text } of read) {
      assert.doesNotMatch(text, /[“”„"]|\p{L}'|\.\.\./u, `${key}: ${text}`)
      assert.doesNotMatch(text, /(?<=\p{L}) [–-] (?=\p{L})/u, `${key}: ${text}`)
      assert.equal(text.match(/«/gu)?.length, text.match(/»/gu)?.length, `${key}: ${text}`)
    }
  })

  it('writes ё where it is read', () => {
    const withoutDots =
      /(?<!\p{L})(?:еще|ее|счет|счета(?=х)|учетн\p{L}*|все[- ]таки|партнер(?:а|у|ом|е|ы)?|отчет\p{L}*|подтвержден|включен|отключен|трех|четвертая|дает|придет|идет|ждет|найдет|поймет)(?!\p{L})/iu
    for (const { key, text } of read) assert.doesNotMatch(text, withoutDots, `${key}: ${text}`)
  })

  it('asks nobody’s gender', () => {
    const gendered =
      /(?:вы|вами|\bвас) (?:был|была|сделал|сделала|отправил|отправила|согласовал|согласовала|написал|написала)(?!\p{L}|и)/iu
    for (const { key, text } of read) assert.doesNotMatch(text, gendered, `${key}: ${text}`)
  })

  it('has every plural form wherever it counts', () => {
    const plural = /\{\w+, plural, (?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/gu
    for (const [key, message] of Object.entries(messages))
      for (const [each] of message.matchAll(plural))
        if (each.includes('{# ') && !/^\{\w+, plural, other/u.test(each))
          for (const form of ['one', 'few', 'many', 'other']) assert.match(each, new RegExp(`\\b${form} \\{`, 'u'), key)
  })

  it('tells money, days and lists by its own customs', () => {
    const plain = (text: string) => text.replace(/\s/gu, ' ')
    assert.equal(plain(words.money({ minor: 4820000, currency: 'CNY' })), '48 200,00 CNY')
    assert.equal(plain(words.money({ minor: 48200, currency: 'JPY' })), '48 200 JPY')
    assert.equal(plain(words.day('2026-12-05')), '5 дек. 2026 г.')
    assert.equal(words.list(['Мэй', 'Ван', 'Инес']), 'Мэй, Ван и Инес')
  })

  it('leaves the abbreviation of the year on the line of its year', () => {
    for (const told of [
      words.day('2026-12-05'),
      words.moment('2026-12-05T10:00:00Z'),
      words.deadline('2026-12-05T10:00:00Z'),
    ])
      assert.match(told, /2026\u00A0г\./u)
  })

  it('ends a sentence once where a date with its abbreviation ends it', () => {
    const plain = words.say('customer.notice', { given: words.day('2026-12-05'), deadline: words.day('2026-12-20') })
    assert.equal(
      plain.replace(/\s/gu, ' '),
      'Последнее предупреждение направлено 5 дек. 2026 г., срок до 20 дек. 2026 г.',
    )
  })

  it('counts working days of the ledger', () => {
    const age = (days: number) => words.say('ledger.age', { day: '31 марта', days })
    assert.equal(age(0), 'Реестр на 31 марта.')
    assert.equal(age(1), 'Реестр на 31 марта (1 рабочий день назад).')
    assert.equal(age(3), 'Реестр на 31 марта (3 рабочих дня назад).')
    assert.equal(age(21), 'Реестр на 31 марта (21 рабочий день назад).')
    assert.equal(age(11), 'Реестр на 31 марта (11 рабочих дней назад).')
  })

  it('says who agreed and how many are still needed', () => {
    const pending = (given: number, needed: number) =>
      words.say('suspension.pending', { given, needed, approvers: 'Ван', expires: '2 апреля' })
    assert.equal(pending(0, 1), 'Ждёт второго человека. Истекает 2 апреля.')
    assert.equal(pending(0, 2), 'Ждёт согласия 2 разных согласующих. Истекает 2 апреля.')
    assert.equal(pending(1, 1), 'Согласовано: Ван; ждёт ещё одного согласующего. Истекает 2 апреля.')
  })

  it('has phrases with Cyrillic words only, apart from names', () => {
    const phrases = Object.values(grammar).flatMap((list) =>
      typeof list === 'boolean' ? [] : Array.isArray(list) ? list : Object.values<string | string[]>(list).flat(),
    )
    assert(phrases.length > 400)
    const latin = /\{\w+\}|21vianet|21v|partner center|csv|excel|azure|e-mail|email|desk,| x |\(x\|/gu
    for (const phrase of phrases) assert.doesNotMatch(phrase.replace(latin, ''), /[A-Za-z]/u, phrase)
  })
})
