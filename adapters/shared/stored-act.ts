import { z } from 'zod'
import type { ActResult, SubscriptionAct, Trouble } from '../../domain/acts/subscription-act.ts'
import { exactly, instant } from './stored-values.ts'

export const storedTroubleFacts = exactly<Trouble>()(
  z.object({
    kind: z.enum(['unreachable', 'throttled', 'busy', 'refused', 'unauthorised', 'not-found']),
    code: z.string().nullable(),
    description: z.string().nullable(),
    correlationId: z.string().nullable(),
    until: instant.exactOptional(),
  }),
)

const skipReason = z.enum([
  'paid',
  'no-longer-due',
  'ledger-too-old',
  'customer-rematched',
  'too-late',
  'called-off',
  'other-holds',
  'held-again',
  'window-over',
  'watch-only',
  'over-limit',
])

const byHand = z.object({ by: z.string(), at: instant }).exactOptional()

/** How far an act has come. */
export const storedActResult = exactly<ActResult>()(
  z.discriminatedUnion('state', [
    z.object({ state: z.literal('waiting') }),
    z.object({ state: z.literal('sent'), at: instant }),
    z.object({ state: z.literal('accepted'), at: instant }),
    z.object({ state: z.literal('done'), at: instant, confirmed: z.boolean(), byHand }),
    z.object({ state: z.literal('already'), at: instant }),
    z.object({ state: z.literal('failed'), at: instant, trouble: storedTroubleFacts, byHand }),
    z.object({ state: z.literal('skipped'), at: instant, why: skipReason }),
  ]),
)

export const storedAct = exactly<SubscriptionAct>()(
  z.object({
    subscription: z.string(),
    name: z.string(),
    plan: z.string().exactOptional(),
    intent: z.string(),
    result: storedActResult,
    delay: z.object({ trouble: storedTroubleFacts, since: instant, byHandSince: instant.exactOptional() }).nullable(),
  }),
)
