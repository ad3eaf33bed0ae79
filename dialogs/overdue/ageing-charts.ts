import { ageingBuckets } from '../../domain/receivables/ageing.ts'
import { line, type Part } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'
import type { AgeingSums } from '../../domain/receivables/ageing-sums.ts'

/** Currencies that get a chart of their own; the rest get a line. */
const mostCharts = 3
const aged = ageingBuckets.filter((bucket) => bucket !== 'current')

/** A bar for each age, each currency for itself. */
export function ageingCharts(ageing: readonly AgeingSums[], words: Words): readonly Part[] {
  return [
    ...ageing.slice(0, mostCharts).flatMap((of) => chart(of, words)),
    ...ageing.slice(mostCharts).map((of) => sumLine(of, words)),
  ]
}

function chart({ currency, customers, buckets }: AgeingSums, words: Words): readonly Part[] {
  const largest = Math.max(...aged.map((bucket) => buckets[bucket]))
  return [
    line(words.say('overdue.currency', { currency, count: customers }), { weight: 'strong' }),
    {
      kind: 'bars',
      bars: aged.map((bucket) => ({
        label: words.say(`bucket.${bucket}`),
        value: words.money({ minor: buckets[bucket], currency }),
        share: buckets[bucket] / largest,
      })),
    },
  ]
}

function sumLine({ currency, customers, buckets }: AgeingSums, words: Words): Part {
  const minor = aged.reduce((sum, bucket) => sum + buckets[bucket], 0)
  const sum = words.money({ minor, currency })
  return line(words.say('overdue.currency-sum', { currency, count: customers, sum }))
}
