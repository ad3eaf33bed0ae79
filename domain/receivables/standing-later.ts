import type { Day } from '../shared/time.ts'
import { ageingBucket, daysPastDue } from './ageing.ts'
import type { CurrencyStanding, Standing } from './standing.ts'

/**
 * What is owed on a later day of the same items, where no agreement takes anything out: debts are older then, and move
 * from one age to the next; all else stays. Null where another debt fell due since, and on an earlier day.
 */
export function standingLater(before: Standing, day: Day): Standing | null {
  if (day < before.day || before.currencies.some(({ nextDue }) => nextDue !== null && nextDue < day)) return null
  const passed = daysPastDue(before.day, day)
  return { day, currencies: before.currencies.map((each) => olderBy(passed, each)) }
}

function olderBy(passed: number, before: CurrencyStanding): CurrencyStanding {
  if (before.overdueInvoices.length === 0) return before
  const buckets = { ...before.buckets }
  const overdueInvoices = before.overdueInvoices.map(({ invoice, left, daysPastDue: was }) => {
    const is = was + passed
    buckets[ageingBucket(was)] -= left
    buckets[ageingBucket(is)] += left
    return { invoice, left, daysPastDue: is }
  })
  return { ...before, buckets, overdueInvoices, oldestDaysPastDue: before.oldestDaysPastDue + passed }
}
