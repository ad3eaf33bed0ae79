import { z } from 'zod'
import type { HeldSubscription } from '../../domain/holds/hold.ts'
import { exactly, holdReason, instant, lane, listOf } from './stored-values.ts'

/** What an older desk wrote has neither words nor a day of review. */
export const storedHold = z.object({
  reason: holdReason,
  case: z.string(),
  by: z.string(),
  at: instant,
  note: z.string().exactOptional(),
  review: instant.exactOptional(),
  asked: z.literal(true).exactOptional(),
})

export const storedHeld = exactly<HeldSubscription>()(
  z.object({
    lane,
    customer: z.string(),
    subscription: z.string(),
    name: z.string(),
    plan: z.string().exactOptional(),
    holds: listOf(storedHold),
  }),
)
