import { ageingBuckets, type AgeingBucket } from '../receivables/ageing.ts'
import type { Standing } from '../receivables/standing.ts'
import type { Currency } from '../shared/money.ts'
import type { AgeingSums } from './morning.ts'

/** The overdue of many, each currency for itself; the one with most customers first. */
export function ageingSums(standings: readonly Standing[]): readonly AgeingSums[] {
  const sums = new Map<Currency, { customers: number; buckets: Record<AgeingBucket, number> }>()
  for (const { currencies } of standings) {
    for (const { currency, overdue, buckets } of currencies) {
      if (overdue === 0) continue
      const sum = sums.get(currency) ?? { customers: 0, buckets: emptyBuckets() }
      sums.set(currency, sum)
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
