import { z } from 'zod'
import type { Countdown } from '../../domain/countdown/countdown.ts'
import { storedApproval, storedIdentity } from './stored-suspension.ts'
import { day, exactly, instant, lane, listOf } from './stored-values.ts'

const counting = z.object({
  id: z.string(),
  customer: z.string(),
  lane,
  identity: storedIdentity,
  openedAt: instant,
  subscriptions: listOf(
    z.object({
      id: z.string(),
      name: z.string(),
      day,
      ground: z.enum(['term-end', 'legacy-ninety-days', '21vianet-sixty-days']),
      passed: z.boolean(),
    }),
  ),
  countedOn: day,
  notch: z.union([z.literal(7), z.literal(3), z.literal(1)]),
  wanted: storedApproval.nullable(),
})

export const storedCountdown = exactly<Countdown>()(
  z.discriminatedUnion('status', [
    counting.extend({ status: z.literal('pending') }),
    counting.extend({ status: z.literal('let-go'), signedBy: z.string(), because: z.string(), endedAt: instant }),
    counting.extend({ status: z.literal('passed'), endedAt: instant }),
    counting.extend({ status: z.literal('over'), endedAt: instant }),
  ]),
)
