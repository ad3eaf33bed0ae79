import type { Day } from '../shared/time.ts'

/** Whether nobody works on a day, beside the partner's own calendar. */
export type IsHoliday = (day: Day) => boolean

/** Public holidays, by country. */
export interface HolidayCalendar {
  /** Of these countries together, as the ledger names them; one that nobody knows has none. */
  in(countries: readonly string[]): Promise<IsHoliday>
}

export const noHolidays: IsHoliday = () => false
