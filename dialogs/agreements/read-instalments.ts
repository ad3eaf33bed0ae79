import { asDay, daysBetween, addDays, type Day } from '../../domain/shared/time.ts'
import { literal } from '../understanding/pattern.ts'
import { sumShape } from '../understanding/read-amount.ts'
import type { Grammar } from '../words/catalogue.ts'

/** One instalment as it was typed. */
export interface SaidInstalment {
  readonly sum: string
  readonly day: string
}

/** Takes apart `500 by 2026-12-01, 500 by 2027-01-01`; null where a piece is no amount with a day in any of the languages. */
export function readInstalments(said: string, grammars: readonly Grammar[]): readonly SaidInstalment[] | null {
  const words = (name: 'by' | 'until' | 'and') =>
    grammars
      .flatMap(({ paying, spaces }) =>
        // “500 в пятницу”, and never the first letter of “вторник”.
        (paying[name] ?? []).map(
          (word) => literal(word, spaces) + (spaces && name === 'by' ? String.raw`(?!\p{L})` : ''),
        ),
      )
      .sort((a, b) => b.length - a.length)
      .join('|')
  const joints = words('and')
  const between = String.raw`[;；、，\n]|,(?=\s)${joints === '' ? '' : String.raw`|\s+(?:${joints})\s+`}`
  const one = new RegExp(
    String.raw`^(?<sum>${sumShape})\s*(?:${words('by')})?\s*(?<day>\S.*?)\s*(?:${words('until')})?$`,
    'iu',
  )
  const pieces = said.split(new RegExp(between, 'iu')).map((each) => each.trim())
  const read = pieces
    .filter((each) => each !== '')
    .map((each) => {
      const { sum, day } = one.exec(each)?.groups ?? {}
      return sum === undefined || day === undefined ? null : { sum: sum.trim(), day: day.trim() }
    })
  const found = read.filter((each) => each !== null)
  return found.length === 0 || found.length < read.length ? null : found
}

/** The days of so many instalments, each a week or a month after the one before; a day no month has is its last one. */
export function daysEvery(from: Day, count: number, every: 'week' | 'month'): readonly Day[] {
  return Array.from({ length: count }, (_, at) => (every === 'week' ? addDays(from, at * 7) : monthsLater(from, at)))
}

function monthsLater(from: Day, months: number): Day {
  const month = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + months
  const begins = firstOf(month)
  const length = daysBetween(begins, firstOf(month + 1))
  return addDays(begins, Math.min(Number(from.slice(8, 10)), length) - 1)
}

function firstOf(month: number): Day {
  const text = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`
  const day = asDay(text)
  if (day === null) throw new Error(`no month: ${text}`)
  return day
}
