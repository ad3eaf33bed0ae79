import { addDays, dayAt, startOfDay, type Day, type Instant, type TimeZone } from './time.ts'

/** 1 Monday … 7 Sunday, as ISO 8601 counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** When the partner works. */
export interface WorkingCalendar {
  readonly timeZone: TimeZone
  readonly workingDays: readonly Weekday[]
  readonly holidays: readonly Day[]
}

/** Which day of the week a date is. */
export function weekdayOf(day: Day): Weekday {
  return (((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1) as Weekday
}

export function isWorkingDay(day: Day, calendar: WorkingCalendar): boolean {
  return calendar.workingDays.includes(weekdayOf(day)) && !calendar.holidays.includes(day)
}

/** The first working day after a day. */
export function nextWorkingDay(after: Day, calendar: WorkingCalendar): Day {
  let day = addDays(after, 1)
  // A calendar with no working day at all would loop for ever; a year without one is taken as "every day".
  for (let tries = 0; tries < 366; tries += 1, day = addDays(day, 1)) if (isWorkingDay(day, calendar)) return day
  return addDays(after, 1)
}

/** How many working days lie in `(from, to]`: data of Friday is one working day old on Monday. */
export function workingDaysBetween(from: Day, to: Day, calendar: WorkingCalendar): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) count += 1
  return count
}

/** The latest day of which so many working days have passed by the end of another: data of it is that old. */
export function workedBack(by: Day, workingDays: number, calendar: WorkingCalendar): Day {
  let day = by
  let left = workingDays
  // A calendar with no working day at all would loop for ever.
  for (let tries = 0; left > 0 && tries < workingDays * 7 + 366; tries += 1, day = addDays(day, -1))
    if (isWorkingDay(day, calendar)) left -= 1
  return day
}

/** When a question of this moment is over if nobody answers it: the end of the next working day. */
export function endOfNextWorkingDay(now: Instant, calendar: WorkingCalendar): Instant {
  return endOfDay(nextWorkingDay(dayAt(now, calendar.timeZone), calendar), calendar)
}

/** The moment a day is over where the partner works. */
export function endOfDay(day: Day, calendar: WorkingCalendar): Instant {
  return startOfDay(addDays(day, 1), calendar.timeZone)
}
