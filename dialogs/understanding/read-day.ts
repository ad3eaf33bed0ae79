import { addDays, asDay, type Day } from '../../domain/shared/time.ts'
import { weekdayOf } from '../../domain/shared/working-days.ts'
import type { Grammar } from '../words/catalogue.ts'
import type { Words } from '../words/words.ts'
import { bare } from './bare.ts'
import { dateWords, firstInDates } from './date-words.ts'
import { normalise } from './normalise.ts'
import { beforeNames, nameOfWord, pattern } from './pattern.ts'

/**
 * Reads a day as a person says it: `2026-12-05`, `tomorrow`, `friday` (the coming one), `in 3 days`, `5 December`, `12月5日`,
 * and `05/12` where the language's own custom tells which is the month. Null when it is none, or could be two: it is then
 * asked about.
 */
export function readDay(said: string, today: Day, words: Pick<Words, 'tag' | 'grammar'>): Day | null {
  return inWords(said, today, words) ?? inNumbers(withoutDayWord(trimmed(said), words.grammar), today, words.tag)
}

/** `dia 20/12`: what stands before a day's number alone may stand before a whole date too. */
function withoutDayWord(text: string, { dayOfMonth }: Grammar): string {
  const words = dayOfMonth.map((phrase) => phrase.replace('{number}', ''))
  const word = words.find((each) => text.startsWith(each) && !/^\d*$/u.test(text.slice(each.length)))
  return word === undefined ? text : text.slice(word.length)
}

/** The same in whichever of these languages says a day: the speaker's own goes first, and only it tells what 05/12 is. */
export function readDayIn(languages: readonly Words[], said: string, today: Day): Day | null {
  const [own] = languages
  for (const words of languages) {
    const day = words === own ? readDay(said, today, words) : inWords(said, today, words)
    if (day !== null) return day
  }
  return null
}

function inWords(said: string, today: Day, { tag, grammar }: Pick<Words, 'tag' | 'grammar'>): Day | null {
  const bareDay = trimmed(said).replace(new RegExp(`^${beforeNames(grammar)}(?=.)`, 'iu'), '')
  const text = withoutDayWord(bareDay, grammar)
  const named = nameOfWord(grammar.days, text)
  if (named !== null) return namedDay(named, today)
  return (
    yearFirst(text) ?? daysLater(text, today, grammar) ?? inMonth(text, today, tag) ?? numbered(text, today, grammar)
  )
}

function trimmed(said: string): string {
  return withoutParticle(normalise(said).replace(/[\s.,!?。]+$/u, ''))
}

/** `in 3 days`, `2週間後`; nobody plans in days beyond a year. */
function daysLater(text: string, today: Day, grammar: Grammar): Day | null {
  for (const [unit, length] of [
    ['days', 1],
    ['weeks', 7],
  ] as const) {
    for (const phrase of grammar.later[unit] ?? []) {
      const count = Number(pattern(phrase, grammar, 'whole')(text)?.slots['number'] ?? 0)
      if (count > 0 && count * length <= 366) return addDays(today, count * length)
    }
  }
  return null
}

/**
 * The same of something that has happened: a weekday is the one that was, and a day without its year the last one. What
 * names a day to come, or its year, is left as it was said.
 */
export function readPastDayIn(languages: readonly Words[], said: string, today: Day): Day | null {
  const day = readDayIn(languages, said, today)
  if (day === null || day <= today) return day
  const text = trimmed(said)
  const names = languages.flatMap(({ grammar }) => nameOfWord(grammar.days, text) ?? [])
  if (names.some((name) => /^[1-7]$/u.test(name))) return addDays(day, -7)
  if (names.length > 0 || /\d{4}|\d[./-]\d+[./-]\d/u.test(text) || isLater(languages, text, today)) return day
  return asDay(`${Number(day.slice(0, 4)) - 1}${day.slice(4)}`)
}

/** “By Friday” is written behind the day in Japanese: 金曜までに. */
function withoutParticle(text: string): string {
  return text.replace(/\s*(?:までに?|に)$/u, '')
}

function namedDay(name: string, today: Day): Day | null {
  if (name === 'today') return today
  if (name === 'tomorrow') return addDays(today, 1)
  if (name === 'day-after-tomorrow') return addDays(today, 2)
  const [, nextWeek, digit] = /^(next-)?([1-7])$/u.exec(name) ?? []
  if (digit === undefined) return null
  const weekday = Number(digit)
  if (nextWeek !== undefined) return addDays(today, 7 - weekdayOf(today) + weekday)
  return addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1)
}

/** `dia 5`: the next day that has this number, today's too. */
function numbered(text: string, today: Day, grammar: Words['grammar']): Day | null {
  const said = grammar.dayOfMonth.flatMap((phrase) => pattern(phrase, grammar, 'whole')(text)?.slots['number'] ?? [])
  const [number] = said
  if (number === undefined) return null
  const [year = 0, month = 0] = today.split('-').map(Number)
  for (let ahead = 0; ahead < 3; ahead += 1) {
    const [inYear, inMonth] = [year + Math.floor((month - 1 + ahead) / 12), ((month - 1 + ahead) % 12) + 1]
    const day = asDay(`${inYear}-${String(inMonth).padStart(2, '0')}-${number.padStart(2, '0')}`)
    if (day !== null && day >= today) return day
  }
  return null
}

/** `2026-12-05`, `2026/12/5`: nobody writes the day before the month behind a year. */
function yearFirst(text: string): Day | null {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u.exec(text) ?? []
  return asDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

function isLater(languages: readonly Words[], text: string, today: Day): boolean {
  return languages.some(({ grammar }) => daysLater(text, today, grammar) !== null)
}

/**
 * `31/12`, `05.12.2026`, `12/5`, by the custom of a language; where it has none that everybody knows, only what cannot be
 * another day.
 */
function inNumbers(text: string, today: Day, tag: string): Day | null {
  const [, one = '', mark = '', two = '', year] = /^(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/u.exec(text) ?? []
  if (mark === '') return null
  const first = firstInDates(tag)
  const short = year?.length === 2
  // Two digits behind may be the day of a year that was shortened in front.
  if (short && first !== 'day') return null
  const whole = short ? `20${year}` : year
  if (first === 'day') return dayOf(Number(two), one, whole, today)
  if (first === 'month' && mark === '/' && whole === undefined && Number(one) <= 12)
    return dayOf(Number(one), two, whole, today)
  const [small, big] = Number(one) > 12 ? [two, one] : [one, two]
  return Number(small) <= 12 && Number(big) > 12 ? dayOf(Number(small), big, whole, today) : null
}

/** `5 December`, `Dec 5th, 2026`, `12月5日`: without a year the next such day. Any other word beside them spoils it. */
function inMonth(text: string, today: Day, tag: string): Day | null {
  const { months, fillers } = dateWords(tag)
  const numbered = /(?<!\d)(\d{1,2})\s*月/u.exec(text)
  const rest = (numbered ? text.replace(numbered[0], ' ') : text).replace(ordinal, '')
  const words = (rest.match(/\p{L}+/gu) ?? []).map(bare).filter((word) => !fillers.has(word))
  const spelled = months.findIndex((names) => words.some((word) => names.has(word))) + 1
  if (words.length !== (spelled === 0 ? 0 : 1)) return null
  const month = numbered ? Number(numbered[1]) : spelled
  const numbers = rest.match(/\d+/gu) ?? []
  const years = numbers.filter((number) => /^20\d{2}$/u.test(number))
  const day = numbers.find((number) => /^\d{1,2}$/u.test(number))
  if ((numbered && spelled > 0) || day === undefined || years.length > 1) return null
  if (numbers.length !== 1 + years.length || /[^\p{L}\d\s.,/-]/u.test(rest)) return null

  return dayOf(month, day, years[0], today)
}

/** What is written behind a day's number: 5th, 5-го, 1º. */
const ordinal = /(?<=\d)(?:st|nd|rd|th|-?(?:ого|го|ое|е)|[oa])(?!\p{L})/u

/** Without a year the next such day. */
function dayOf(month: number, day: string, year: string | undefined, today: Day): Day | null {
  const at = (year: number) => asDay(`${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`)
  if (year !== undefined) return at(Number(year))
  const thisYear = at(Number(today.slice(0, 4)))
  return thisYear !== null && thisYear >= today ? thisYear : at(Number(today.slice(0, 4)) + 1)
}
