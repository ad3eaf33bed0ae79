import { asDay, type Day } from '../../domain/shared/time.ts'
import { languages } from './ledger-words.ts'
import { plainWord } from './plain-word.ts'
import type { DateOrder } from '../../domain/receivables/understanding.ts'

/** What a date cell can mean in each order; equal where the order does not matter. */
export type DateReadings = Readonly<Record<DateOrder, Day | null>>

const unreadable = inAnyOrder(null)
const timeOfDay = /[T ,]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*([ap]\.?m\.?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?$/i

const months = new Map(
  languages.flatMap((language) =>
    language.months.flatMap((names, month) => names.map((name) => [plainWord(name), month + 1] as const)),
  ),
)

/** Reads numbers and month names of all ledger languages; a time of day is ignored, two digits are of this century. */
export function dateReadings(text: string): DateReadings {
  const plain = text.normalize('NFKC').trim().replace(timeOfDay, '')
  const yearFirst = /^(\d{4})[-/.年]\s?(\d{1,2})[-/.月]\s?(\d{1,2})日?\.?$/.exec(plain)
  if (yearFirst) return certain(yearFirst[1], yearFirst[2], yearFirst[3])
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  if (compact) return certain(compact[1], compact[2], compact[3])
  const numeric = /^(\d{1,2})[-/.]\s?(\d{1,2})[-/.]\s?(\d{4}|\d{1,2})\.?$/.exec(plain)
  return numeric ? ordered(numeric[1], numeric[2], numeric[3]) : named(plain)
}

/** Two digits in front may be the year as well as those behind; four digits say themselves that they are. */
function ordered(first = '', second = '', third = ''): DateReadings {
  const readings = { 'day-first': day(third, second, first), 'month-first': day(third, first, second) }
  if (third.length < 4) return { ...readings, 'year-first': day(first, second, third) }
  const isSame = readings['day-first'] === readings['month-first']
  return { ...readings, 'year-first': isSame ? readings['day-first'] : null }
}

/** `31 March 2026`, `31. März 2026`, `31-Mar-26`, `March 31, 2026`, `Mar 31st 2026`. */
function named(text: string): DateReadings {
  const parts = text.replace(/(\d)(st|nd|rd|th)\b/i, '$1').split(/[\s.,/-]+/)
  const [first = '', second = '', year = '', ...rest] = parts.filter((part) => part !== '')
  if (rest.length > 0 || !/^(\d{4}|\d{2})$/.test(year)) return unreadable
  const monthSecond = months.get(plainWord(second))
  if (monthSecond !== undefined && /^\d{1,2}$/.test(first)) return certain(year, `${monthSecond}`, first)
  const monthLeading = months.get(plainWord(first))
  if (monthLeading !== undefined && /^\d{1,2}$/.test(second)) return certain(year, `${monthLeading}`, second)
  return unreadable
}

function certain(year: string | undefined, month: string | undefined, date: string | undefined): DateReadings {
  return inAnyOrder(day(year, month, date))
}

function inAnyOrder(found: Day | null): DateReadings {
  return { 'day-first': found, 'month-first': found, 'year-first': found }
}

function day(year = '', month = '', date = ''): Day | null {
  return asDay(`${year.length === 2 ? `20${year}` : year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
}

/** A date cell with what it can mean. */
export interface DateCell extends DateReadings {
  readonly text: string
}

/** Date cells by text, since a ledger repeats its dates; null for a blank one. */
export function rememberDates(): (text: string) => DateCell | null {
  const known = new Map<string, DateCell | null>([['', null]])
  return (text) => {
    let found = known.get(text)
    if (found === undefined) known.set(text, (found = { text, ...dateReadings(text) }))
    return found
  }
}
