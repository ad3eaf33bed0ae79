import { addDays, dayAt, later, timeOn, type Instant, type TimeZone } from '../../domain/shared/time.ts'
import type { Words } from '../words/words.ts'
import { normalise } from './normalise.ts'
import { nameOfWord } from './pattern.ts'
import { readDayIn } from './read-day.ts'

const unitMs = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const
/** When a day is named and no time: people are at work by then. */
const morningMinutes = 8 * 60

/**
 * Reads an end as a person says it: `2h`, `30 min`, `3 days`, `tomorrow`, `friday`, `2026-12-05`, in whichever of the
 * languages says one. A day means its morning, today its end. Null when it is none, or could be two.
 */
export function readEndIn(languages: readonly Words[], said: string, now: Instant, zone: TimeZone): Instant | null {
  const text = normalise(said).replace(/[\s.,!?。]+$/u, '')
  const [, number = '', unit = ''] = /^(\d{1,4})\s*(\p{L}.*)$/u.exec(text) ?? []
  for (const { grammar } of languages) {
    const ms = unit === '' ? null : nameOfWord<keyof typeof unitMs>(grammar.durations, unit)
    if (ms !== null) return later(now, Number(number) * unitMs[ms])
  }
  const today = dayAt(now, zone)
  const day = readDayIn(languages, text, today)
  if (day === null) return null
  return day === today ? timeOn(addDays(day, 1), 0, zone) : timeOn(day, morningMinutes, zone)
}
