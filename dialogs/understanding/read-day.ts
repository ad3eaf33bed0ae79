import { addDays, asDay, type Day } from '../../domain/shared/time.ts'
import { weekdayOf } from '../../domain/shared/working-days.ts'
import type { Words } from '../words/words.ts'
import { dateWords } from './date-words.ts'
import { normalise } from './normalise.ts'
import { nameOfWord } from './pattern.ts'

/**
 * Reads a day as a person says it: `2026-12-05`, `tomorrow`, `friday` (the coming one), `5 December`, `12月5日`.
 * Null when it is none, or could be two (`05/12`): it is then asked about.
 */
export function readDay(said: string, today: Day, { tag, grammar }: Pick<Words, 'tag' | 'grammar'>): Day | null {
  const text = normalise(said).replace(/[\s.,!?。]+$/u, '')
  const named = nameOfWord(grammar.days, text)
  return named === null ? (yearFirst(text) ?? inMonth(text, today, tag)) : namedDay(named, today)
}

/** The same in whichever of these languages says a day: the speaker's own goes first. */
export function readDayIn(languages: readonly Words[], said: string, today: Day): Day | null {
  for (const words of languages) {
    const day = readDay(said, today, words)
    if (day !== null) return day
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
  const text = normalise(said).replace(/[\s.,!?。]+$/u, '')
  const names = languages.flatMap(({ grammar }) => nameOfWord(grammar.days, text) ?? [])
  if (names.some((name) => /^[1-7]$/u.test(name))) return addDays(day, -7)
  if (names.length > 0 || /\d{4}/u.test(text)) return day
  return asDay(`${Number(day.slice(0, 4)) - 1}${day.slice(4)}`)
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

/** `2026-12-05`, `2026/12/5`: nobody writes the day before the month behind a year. */
function yearFirst(text: string): Day | null {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u.exec(text) ?? []
  return asDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}

/** `5 December`, `Dec 5th, 2026`, `12月5日`: without a year the next such day. Any other word beside them spoils it. */
function inMonth(text: string, today: Day, tag: string): Day | null {
  const { months, fillers } = dateWords(tag)
  const numbered = /(?<!\d)(\d{1,2})\s*月/u.exec(text)
  const rest = (numbered ? text.replace(numbered[0], ' ') : text).replace(/(?<=\d)(st|nd|rd|th)(?!\p{L})/u, '')
  const words = (rest.match(/\p{L}+/gu) ?? []).filter((word) => !fillers.has(word))
  const spelled = months.findIndex((names) => words.some((word) => names.has(word))) + 1
  if (words.length !== (spelled === 0 ? 0 : 1)) return null
  const month = numbered ? Number(numbered[1]) : spelled
  const numbers = rest.match(/\d+/gu) ?? []
  const years = numbers.filter((number) => /^20\d{2}$/u.test(number))
  const day = numbers.find((number) => /^\d{1,2}$/u.test(number))
  if ((numbered && spelled > 0) || day === undefined || years.length > 1) return null
  if (numbers.length !== 1 + years.length || /[^\p{L}\d\s.,/-]/u.test(rest)) return null

  const at = (year: number) => asDay(`${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`)
  if (years[0] !== undefined) return at(Number(years[0]))
  const thisYear = at(Number(today.slice(0, 4)))
  return thisYear !== null && thisYear >= today ? thisYear : at(Number(today.slice(0, 4)) + 1)
}
