import type { Currency, Money } from '../shared/money.ts'
import type { Day } from '../shared/time.ts'
import { ageingBucket, ageingBuckets, daysPastDue, type AgeingBucket } from './ageing.ts'
import { allocateCredits, type OpenInvoice } from './allocate-credits.ts'
import { itemKey, type OpenItem } from './open-item.ts'

/** An invoice past its due day, with what is left of it and not disputed. */
export interface OverdueInvoice extends OpenInvoice {
  readonly daysPastDue: number
}

/** What a customer owes in one currency on one day; every sum in minor units of that currency. */
export interface CurrencyStanding {
  readonly currency: Currency
  /** Everything open, due or not, disputed or not, less all credits; negative when the partner owes the customer. */
  readonly balance: number
  /** Past due and not disputed; promised or not. */
  readonly overdue: number
  /** What is disputed of all that is open: in the balance, and in no other sum. */
  readonly disputed: number
  /** How much of `overdue` is promised for a day that is not over. */
  readonly promised: number
  readonly buckets: Readonly<Record<AgeingBucket, number>>
  /** Oldest first. */
  readonly overdueInvoices: readonly OverdueInvoice[]
  /** Zero when nothing is past due. */
  readonly oldestDaysPastDue: number
  /** The next day at whose end something is past due that is not yet; null when there is nothing else open. */
  readonly nextDue: Day | null
}

/** What a customer owes on one day: per currency, never added across currencies. */
export interface Standing {
  readonly day: Day
  readonly currencies: readonly CurrencyStanding[]
}

/** What agreements take out of the invoices, by their keys (`itemKey`); minor units, more than an invoice is all of it. */
export interface TakenOut {
  readonly disputed: ReadonlyMap<string, number>
  readonly promised: ReadonlyMap<string, number>
}

const nothing: TakenOut = { disputed: new Map(), promised: new Map() }

/** Sums come from the ledger, what is told apart from agreements, and the day from the clock; nothing else goes in. */
export function standingOn(day: Day, items: readonly OpenItem[], out: TakenOut = nothing): Standing {
  return {
    day,
    currencies: allocateCredits(items).map(({ currency, invoices, creditLeft }) => {
      const buckets = Object.fromEntries(ageingBuckets.map((bucket) => [bucket, 0])) as Record<AgeingBucket, number>
      const overdueInvoices: OverdueInvoice[] = []
      let owed = 0
      let overdue = 0
      let disputed = 0
      let promised = 0
      let nextDue: Day | null = null
      for (const { invoice, left: open } of invoices) {
        const days = daysPastDue(invoice.due, day)
        const isDisputed = Math.min(open, out.disputed.get(itemKey(invoice)) ?? 0)
        const left = open - isDisputed
        owed += open
        disputed += isDisputed
        buckets[ageingBucket(days)] += left
        if (days <= 0) nextDue ??= invoice.due
        if (days <= 0 || left === 0) continue
        overdue += left
        promised += Math.min(left, out.promised.get(itemKey(invoice)) ?? 0)
        overdueInvoices.push({ invoice, left, daysPastDue: days })
      }
      return {
        currency,
        balance: owed - creditLeft,
        overdue,
        disputed,
        promised,
        buckets,
        overdueInvoices,
        oldestDaysPastDue: overdueInvoices[0]?.daysPastDue ?? 0,
        nextDue,
      }
    }),
  }
}

/** Whether any of the overdue debt is known as a sum by age only, without invoices. */
export function hasSummaries({ currencies }: Standing): boolean {
  return currencies.some(({ overdueInvoices }) => overdueInvoices.some(({ invoice }) => invoice.summary))
}

/** Whether all of the overdue debt is: then no final notice could ever count for a suspension. */
export function isKnownBySums({ currencies }: Standing): boolean {
  const overdue = currencies.flatMap(({ overdueInvoices }) => overdueInvoices)
  return overdue.length > 0 && overdue.every(({ invoice }) => invoice.summary)
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
