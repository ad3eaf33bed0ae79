import type { Currency } from '../shared/money.ts'
import { ageingBuckets, type AgeingBucket } from './ageing.ts'
import type { Standing } from './standing.ts'

/** What is overdue in one currency, by age; minor units. */
export interface AgeingSums {
  readonly currency: Currency
  readonly customers: number
  readonly buckets: Readonly<Record<AgeingBucket, number>>
}

/** The overdue of many, each currency for itself; the one with most customers first. */
export function ageingSums(standings: Iterable<Standing>): readonly AgeingSums[] {
  const sums = new Map<Currency, { customers: number; buckets: Record<AgeingBucket, number> }>()
  for (const { currencies } of standings) {
    for (const { currency, overdue, buckets } of currencies) {
      if (overdue === 0) continue
      let sum = sums.get(currency)
      if (!sum) sums.set(currency, (sum = { customers: 0, buckets: emptyBuckets() }))
      sum.customers += 1
      for (const bucket of ageingBuckets) sum.buckets[bucket] += buckets[bucket]
    }
  }
  return [...sums]
    .map(([currency, sum]) => ({ currency, ...sum }))
    .sort((a, b) => b.customers - a.customers || (a.currency < b.currency ? -1 : 1))
}

function emptyBuckets(): Record<AgeingBucket, number> {
  return { current: 0, '1-30': 0, '31-60': 0, '61-90': 0, 'over-90': 0 }
}
