import { z } from 'zod'
import type { Billing, Dropped, Impact, People, WayBack } from '../../domain/impact/impact.ts'
import { day, exactly, listOf, money } from './stored-values.ts'

const people = exactly<People>()(
  z.discriminatedUnion('by', [
    z.object({ by: z.enum(['licences', 'seats']), count: z.number() }),
    z.object({ by: z.literal('unknown') }),
  ]),
)

const billing = exactly<Billing>()(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('continues'), until: day.nullable(), perDay: listOf(money).nullable() }),
    z.object({ kind: z.enum(['stops', 'by-use', 'use-stops', 'unknown']) }),
  ]),
)

const wayBack = exactly<WayBack>()(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('term'), until: day }),
    z.object({ kind: z.literal('days'), days: z.number(), until: day, bound: z.enum(['term', 'days', 'unknown']) }),
    z.object({ kind: z.literal('to-confirm'), days: z.number(), until: day }),
    z.object({ kind: z.literal('unknown') }),
  ]),
)

const dropped = exactly<Dropped>()(
  z.discriminatedUnion('what', [
    z.object({ what: z.literal('auto-renew') }),
    z.object({
      what: z.literal('scheduled-change'),
      quantity: z.number().nullable(),
      product: z.string().nullable(),
      term: z.string().nullable(),
      billingCycle: z.string().nullable(),
    }),
  ]),
)

export const storedModel = z.enum(['new-commerce', 'legacy', 'azure-plan', '21vianet', 'unknown'])

export const storedImpact = exactly<Impact>()(
  z.object({
    from: day,
    subscriptions: listOf(
      z.object({
        id: z.string(),
        name: z.string(),
        falls: z.boolean(),
        model: storedModel,
        plan: z.string().exactOptional(),
        people,
        billing,
        wayBack,
        dropped: listOf(dropped).nullable(),
      }),
    ),
  }),
)
