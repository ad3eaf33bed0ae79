import type { IsHoliday } from '../ports/holiday-calendar.ts'
import { addDays, dayAt, minutesInto, timeOn, type Day, type Instant } from '../shared/time.ts'
import { isWorkingDay } from '../shared/working-days.ts'
import type { CollectionsPolicy } from './collections-policy.ts'

type BrakePolicy = Pick<CollectionsPolicy, 'calendar' | 'workingHours' | 'fridayBrakeHours'>

/**
 * The Friday brake: in the last working hours before days on which nobody works at the customer's place, and on those
 * days, nothing is begun for a debt. Gives the moment work begins again; null where nothing stands against beginning.
 */
export function brakedUntil(at: Instant, policy: BrakePolicy, isHoliday: IsHoliday): Instant | null {
  const { calendar, workingHours, fridayBrakeHours } = policy
  if (fridayBrakeHours === 0) return null
  const today = dayAt(at, calendar.timeZone)
  const works = (day: Day) => isWorkingDay(day, calendar) && !isHoliday(day)
  const tomorrow = addDays(today, 1)
  if (works(today)) {
    const from = workingHours.to - fridayBrakeHours * 60
    if (works(tomorrow) || minutesInto(at, calendar.timeZone) < from) return null
  }
  let day = tomorrow
  // A calendar on which nobody ever works would loop for ever.
  for (let tries = 0; tries < 60 && !works(day); tries += 1) day = addDays(day, 1)
  return startOfWork(day, policy)
}

/** When work begins on a day, where the partner is. */
export function startOfWork(day: Day, { calendar, workingHours }: Omit<BrakePolicy, 'fridayBrakeHours'>): Instant {
  return timeOn(day, workingHours.from, calendar.timeZone)
}
