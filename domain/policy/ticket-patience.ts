import type { Lane } from '../customers/lane.ts'
import { capabilities } from '../customers/lane.ts'
import type { Severity } from '../service-requests/severity.ts'
import type { IsHoliday } from '../ports/holiday-calendar.ts'
import { addDays, dayAt, type Day, type Instant, type TimeZone } from '../shared/time.ts'
import type { Weekday } from '../shared/working-days.ts'
import type { WorkingHours } from '../shared/working-hours.ts'

const hour = 3_600_000

/** How long somebody waits for an operator, or a person, before they are asked about a ticket. */
export interface TicketPatience {
  /**
   * After how many ms of its working hours an operator that promises a first answer is silent for too long
   * (facts/partner-center 8.3: critical 2 h, moderate 4 h, minimal 8 h).
   */
  readonly silence: Readonly<Record<Severity, number>>
  /** Every so many working days it is asked whether the operator has answered, where nobody can look. */
  readonly answerDays: Readonly<Record<Severity, number>>
  /** So many ms after a person said that they filed it, the desk says that it cannot find it. */
  readonly notFoundAfterMs: number
}

export const usualTicketPatience: TicketPatience = {
  silence: { critical: 2 * hour, moderate: 4 * hour, minimal: 8 * hour },
  answerDays: { critical: 1, moderate: 2, minimal: 5 },
  notFoundAfterMs: hour,
}

const mondayToFriday: readonly Weekday[] = [1, 2, 3, 4, 5]

/**
 * When the operator of a lane works. 21Vianet: the hours its number is answered, in Beijing (facts/partner-center 8.5,
 * low confidence). Microsoft publishes none: office hours where the partner is are our own assumption, and only decide
 * when staff are nudged.
 */
export function operatorHours(lane: Lane, partner: TimeZone, isHoliday: IsHoliday, now: Instant): WorkingHours {
  const chinese = capabilities[lane].operator === '21vianet'
  const timeZone = chinese ? 'Asia/Shanghai' : partner
  const holidays = chinese ? daysAround(dayAt(now, timeZone)).filter(isHoliday) : []
  return {
    calendar: { timeZone, workingDays: mondayToFriday, holidays },
    from: 9 * 60,
    to: (chinese ? 18 : 17) * 60,
  }
}

/** As far as a ticket's waiting reaches. */
function daysAround(today: Day): readonly Day[] {
  return Array.from({ length: 60 }, (_, at) => addDays(today, at - 30))
}
