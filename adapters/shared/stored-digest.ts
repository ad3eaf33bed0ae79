import { z } from 'zod'
import type { DigestRoute } from '../../domain/digest/digest-route.ts'
import type { Morning } from '../../domain/digest/morning.ts'
import { ageingBuckets } from '../../domain/receivables/ageing.ts'
import { day, dunningStage, exactly, instant, lane, listOf, money } from './stored-values.ts'

const ids = listOf(z.string()).exactOptional()

export const storedDigestRoute = exactly<DigestRoute>()(
  z.object({
    place: z.string(),
    placeName: z.string(),
    minute: z.number(),
    zone: z.string(),
    setBy: z.string(),
    setAt: instant,
    told: z
      .object({
        day,
        at: instant,
        stages: z.object({ clear: ids, reminder: ids, 'final-notice': ids, suspend: ids }),
        broken: listOf(z.string()),
      })
      .nullable(),
    off: z.literal(true).exactOptional(),
  }),
)

const customer = z.string()
const agreement = z.string()
const listed = <Row extends z.ZodType>(row: Row) => z.object({ rows: listOf(row), more: z.number() })

/** What a morning's digest tells. */
export const storedMorning = exactly<Morning>()(
  z.object({
    day,
    first: z.literal(true).exactOptional(),
    newlyOverdue: listed(z.object({ customer, sums: listOf(money), days: z.number() })),
    changes: listed(z.object({ customer, from: dunningStage, to: dunningStage })),
    cleared: listed(z.object({ customer })),
    promisesDue: listed(z.object({ customer, agreement, sum: money })),
    promisesBroken: listed(z.object({ customer, agreement, partly: z.boolean() })),
    exemptionsEnding: listed(z.object({ customer, agreement, until: day })),
    waiting: listed(z.object({ case: z.string(), customer })),
    deletions: listed(z.object({ customer, subscription: z.string(), lane, day })),
    ageing: listOf(
      z.object({ currency: z.string(), customers: z.number(), buckets: z.record(z.enum(ageingBuckets), z.number()) }),
    ),
  }),
)
