import { daysBetween, type Day } from '../shared/time.ts'

/** Severest last; `current` is not yet due. */
export type AgeingBucket = 'current' | '1-30' | '31-60' | '61-90' | 'over-90'

export const ageingBuckets: readonly AgeingBucket[] = ['current', '1-30', '31-60', '61-90', 'over-90']

/** Whole days from the due day to today; zero or less is not past due. */
export function daysPastDue(due: Day, today: Day): number {
  return daysBetween(due, today)
}

/** The bucket of a number of days past due. */
export function ageingBucket(days: number): AgeingBucket {
  if (days <= 0) return 'current'
  if (days <= 30) return '1-30'
  if (days <= 60) return '31-60'
  if (days <= 90) return '61-90'
  return 'over-90'
}
