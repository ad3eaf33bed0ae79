import type { Money } from '../../domain/shared/money.ts'
import type { Day } from '../../domain/shared/time.ts'
import { workingDaysBetween, type WorkingCalendar } from '../../domain/shared/working-days.ts'
import type { Words } from '../words/words.ts'

/** `EUR 120.00 · CNY 48,200.00`: currencies side by side, never added. */
export function sums(amounts: readonly Money[], words: Words): string {
  return amounts.map((amount) => words.money(amount)).join(' · ')
}

/** How old the books are, in words; age counts from their own day, never from the import. */
export function ledgerAge(asOf: Day, today: Day, calendar: WorkingCalendar, words: Words): string {
  const days = workingDaysBetween(asOf, today, calendar)
  return words.say('ledger.age', { day: words.day(asOf), days })
}
