import { z } from 'zod'
import type { Ending } from '../../domain/ending/ending.ts'
import { storedAct } from './stored-act.ts'
import { storedApproval, storedIdentity } from './stored-suspension.ts'
import { exactly, instant, listOf } from './stored-values.ts'

const asked = z.object({
  id: z.string(),
  customer: z.string(),
  identity: storedIdentity,
  way: z.enum(['cancel', 'at-term']),
  subscriptions: listOf(
    z.object({
      id: z.string(),
      name: z.string(),
      quantity: z.number(),
      addOns: listOf(z.string()),
      model: z.enum(['new-commerce', 'legacy', 'azure-plan', '21vianet', 'unknown']),
      commitmentEnd: instant.nullable(),
      cancellableUntil: instant.nullable(),
    }),
  ),
  because: z.string(),
  stepUp: z.literal(true).exactOptional(),
  askedBy: z.string(),
  askedAt: instant,
  expiresAt: instant,
  approvals: listOf(storedApproval),
})

export const storedEnding = exactly<Ending>()(
  z.discriminatedUnion('status', [
    asked.extend({ status: z.literal('pending') }),
    asked.extend({ status: z.literal('approved'), acts: listOf(storedAct) }),
    asked.extend({ status: z.literal('carried-out'), acts: listOf(storedAct), endedAt: instant }),
    asked.extend({ status: z.literal('rejected'), rejectedBy: z.string(), endedAt: instant, rejection: z.string() }),
    asked.extend({ status: z.literal('withdrawn'), endedAt: instant }),
    asked.extend({ status: z.literal('expired'), endedAt: instant }),
  ]),
)
