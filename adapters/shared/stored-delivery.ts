import { z } from 'zod'
import type { Delivery, DeliveryWhy } from '../../domain/fraud/delivery.ts'
import { instant } from './stored-values.ts'

const whys = {
  unreachable: true,
  throttled: true,
  busy: true,
  unauthorised: true,
  'not-found': true,
  refused: true,
  gone: true,
  outsiders: true,
  'unknown-place': true,
} as const satisfies Readonly<Record<DeliveryWhy, true>>
const why = z.enum(Object.keys(whys) as DeliveryWhy[])
const where = { case: z.string(), place: z.string(), name: z.string() }

/** What became of an alert's card in a place. */
export const storedDelivery = z.discriminatedUnion('state', [
  z.object({
    ...where,
    state: z.literal('delivered'),
    at: instant,
    lateMinutes: z.number().nullable(),
    why: why.nullable(),
  }),
  z.object({ ...where, state: z.literal('delayed'), since: instant, why }),
  z.object({ ...where, state: z.literal('refused'), at: instant, why }),
]) satisfies z.ZodType<Delivery>
