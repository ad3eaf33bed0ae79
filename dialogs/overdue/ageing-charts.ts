import { ageingBuckets } from '../../domain/receivables/ageing.ts'
import type { Part } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'
import type { CurrencyAgeing } from './overdue-view.ts'

/** Currencies that get a chart of their own; the rest are in the list. */
const mostCharts = 3

/** A bar for each age, each currency for itself. */
export function ageingCharts(ageing: readonly CurrencyAgeing[], words: Words): readonly Part[] {
  return ageing.slice(0, mostCharts).flatMap(({ currency, customers, buckets }): Part[] => {
    const aged = ageingBuckets.filter((bucket) => bucket !== 'current')
    const largest = Math.max(...aged.map((bucket) => buckets[bucket]))
    return [
      { kind: 'text', text: words.say('overdue.currency', { currency, count: customers }), weight: 'strong' },
      {
        kind: 'bars',
        bars: aged.map((bucket) => ({
          label: words.say(`bucket.${bucket}`),
          value: words.money({ minor: buckets[bucket], currency }),
          share: buckets[bucket] / largest,
        })),
      },
    ]
  })
}
