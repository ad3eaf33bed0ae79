import type { Currency, Money } from '../shared/money.ts'
import type { Day } from '../shared/time.ts'
import { ageingBucket, ageingBuckets, daysPastDue, type AgeingBucket } from './ageing.ts'
import { allocateCredits, type OpenInvoice } from './allocate-credits.ts'
import type { OpenItem } from './open-item.ts'

/** An invoice past its due day, with what is left of it. */
export interface OverdueInvoice extends OpenInvoice {
  readonly daysPastDue: number
}

/** What a customer owes in one currency on one day; every sum in minor units of that currency. */
export interface CurrencyStanding {
  readonly currency: Currency
  /** Everything open, due or not, less all credits; negative when the partner owes the customer. */
  readonly balance: number
  readonly overdue: number
  readonly buckets: Readonly<Record<AgeingBucket, number>>
  /** Oldest first. */
  readonly overdueInvoices: readonly OverdueInvoice[]
  /** Zero when nothing is past due. */
  readonly oldestDaysPastDue: number
}

/** What a customer owes on one day: per currency, never added across currencies. */
export interface Standing {
  readonly day: Day
  readonly currencies: readonly CurrencyStanding[]
}

/** Sums come from the ledger and the day from the clock; nothing else goes in. */
export function standingOn(day: Day, items: readonly OpenItem[]): Standing {
  return {
    day,
    currencies: allocateCredits(items).map(({ currency, invoices, creditLeft }) => {
      const buckets = Object.fromEntries(ageingBuckets.map((bucket) => [bucket, 0])) as Record<AgeingBucket, number>
      const overdueInvoices: OverdueInvoice[] = []
      let owed = 0
      let overdue = 0
      for (const { invoice, left } of invoices) {
        const days = daysPastDue(invoice.due, day)
        buckets[ageingBucket(days)] += left
        owed += left
        if (days <= 0) continue
        overdue += left
        overdueInvoices.push({ invoice, left, daysPastDue: days })
      }
      return {
        currency,
        balance: owed - creditLeft,
        overdue,
        buckets,
        overdueInvoices,
        oldestDaysPastDue: overdueInvoices[0]?.daysPastDue ?? 0,
      }
    }),
  }
}

export function isOverdue(standing: Standing): boolean {
  return standing.currencies.some(({ overdue }) => overdue > 0)
}

/** What is overdue, one sum for each currency that has any. */
export function overdueSums(standing: Standing): readonly Money[] {
  return standing.currencies
    .filter(({ overdue }) => overdue > 0)
    .map(({ currency, overdue }) => ({ currency, minor: overdue }))
}

/** Of the oldest overdue invoice in any currency; zero when nothing is past due. */
export function oldestDaysPastDue(standing: Standing): number {
  return Math.max(0, ...standing.currencies.map((currency) => currency.oldestDaysPastDue))
}
