import { z } from 'zod'
import type { Resumption } from '../../domain/resumption/resumption.ts'
import { storedAct } from './stored-act.ts'
import { storedRestoring } from './stored-restoring.ts'
import { storedApproval, storedIdentity, storedVoidReason } from './stored-suspension.ts'
import { storedHeldUntil } from './stored-held.ts'
import { exactly, holdReason, instant, lane, listOf } from './stored-values.ts'

const asked = z.object({
  id: z.string(),
  customer: z.string(),
  lane,
  identity: storedIdentity,
  reason: holdReason,
  note: z.string().exactOptional(),
  subscriptions: listOf(z.object({ id: z.string(), name: z.string() })),
  held: listOf(storedHeldUntil).exactOptional(),
  askedBy: z.string(),
  askedAt: instant,
  expiresAt: instant,
  approvals: listOf(storedApproval),
})

const puttingBack = { restoring: listOf(storedRestoring).exactOptional() }

export const storedResumption = exactly<Resumption>()(
  z.discriminatedUnion('status', [
    asked.extend({ status: z.literal('pending') }),
    asked.extend({ status: z.literal('approved'), acts: listOf(storedAct), ...puttingBack }),
    asked.extend({ status: z.literal('carried-out'), acts: listOf(storedAct), ...puttingBack, endedAt: instant }),
    asked.extend({ status: z.literal('rejected'), rejectedBy: z.string(), endedAt: instant, because: z.string() }),
    asked.extend({ status: z.literal('expired'), endedAt: instant }),
    asked.extend({ status: z.literal('void'), endedAt: instant, why: storedVoidReason }),
  ]),
)
