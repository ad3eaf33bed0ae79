import { asDay, daysBetween, addDays, type Day } from '../../domain/shared/time.ts'
import { instalmentShape } from '../understanding/read-amount.ts'

/** One instalment as it was typed. */
export interface SaidInstalment {
  readonly sum: string
  readonly day: string
}

const one = new RegExp(instalmentShape, 'iu')

/** Takes apart `500 by 2026-12-01, 500 by 2027-01-01`; null where a piece is no amount with a day. */
export function readInstalments(said: string): readonly SaidInstalment[] | null {
  const pieces = said.split(/[;；、，\n]|,(?=\s)|\s+and\s+/iu).map((piece) => piece.trim())
  const read = pieces
    .filter((piece) => piece !== '')
    .map((piece) => {
      const { sum, day } = one.exec(piece)?.groups ?? {}
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
