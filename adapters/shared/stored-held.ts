import { z } from 'zod'
import type { HeldSubscription, HeldUntil } from '../../domain/holds/hold.ts'
import { day, exactly, holdReason, instant, lane, listOf } from './stored-values.ts'

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

const held = z.object({
  lane,
  customer: z.string(),
  subscription: z.string(),
  name: z.string(),
  plan: z.string().exactOptional(),
  holds: listOf(storedHold),
})

export const storedHeld = exactly<HeldSubscription>()(held)

/** As a resumption shows it; an older desk noted no day. */
export const storedHeldUntil = exactly<HeldUntil>()(
  held.extend({
    until: z
      .union([
        z.enum(['unread', 'gone']),
        z.object({ day, ground: z.enum(['term-end', 'legacy-ninety-days', '21vianet-sixty-days']) }),
        z.object({ day: z.null(), why: z.enum(['model', 'term-end', 'suspended-on']) }),
      ])
      .exactOptional(),
  }),
)
