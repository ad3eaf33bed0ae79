import { addDays, dayAt, later, msOf, timeOn, type Instant } from './time.ts'
import { isWorkingDay, type WorkingCalendar } from './working-days.ts'

/** The hours in which somebody works, on the days of a calendar, at its time zone. */
export interface WorkingHours {
  readonly calendar: WorkingCalendar
  /** Minutes after midnight. */
  readonly from: number
  readonly to: number
}

/** A calendar without a working day would be searched for ever. */
const mostDays = 366

/** The moment at which somebody has worked for so many ms since then; as time passes where they never work. */
export function afterWorkingTime(since: Instant, ms: number, { calendar, from, to }: WorkingHours): Instant {
  let left = ms
  let day = dayAt(since, calendar.timeZone)
  for (let days = 0; days < mostDays; days += 1, day = addDays(day, 1)) {
    if (!isWorkingDay(day, calendar)) continue
    const opens = timeOn(day, from, calendar.timeZone)
    const begins = since > opens ? since : opens
    const room = msOf(timeOn(day, to, calendar.timeZone)) - msOf(begins)
    if (room <= 0) continue
    if (left <= room) return later(begins, left)
    left -= room
  }
  return later(since, ms)
}

/** Whether somebody works at that moment. */
export function isWorkingTime(at: Instant, { calendar, from, to }: WorkingHours): boolean {
  const day = dayAt(at, calendar.timeZone)
  if (!isWorkingDay(day, calendar)) return false
  return at >= timeOn(day, from, calendar.timeZone) && at < timeOn(day, to, calendar.timeZone)
}

/** When work next begins, at a moment at which nobody works. */
export function workBegins(at: Instant, hours: WorkingHours): Instant {
  const { calendar, from } = hours
  const day = dayAt(at, calendar.timeZone)
  const today = timeOn(day, from, calendar.timeZone)
  return isWorkingDay(day, calendar) && at < today ? today : afterWorkingDays(at, 1, hours)
}

/** So many working days later, at the moment work begins. */
export function afterWorkingDays(since: Instant, days: number, { calendar, from }: WorkingHours): Instant {
  let day = dayAt(since, calendar.timeZone)
  for (let counted = 0, tries = 0; counted < days && tries < mostDays; tries += 1) {
    day = addDays(day, 1)
    if (isWorkingDay(day, calendar)) counted += 1
  }
  return timeOn(day, from, calendar.timeZone)
}
