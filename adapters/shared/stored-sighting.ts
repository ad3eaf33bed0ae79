import { z } from 'zod'
import { sightingCauses, type Sighting } from '../../domain/watch/sighting.ts'
import { storedIdentity } from './stored-suspension.ts'
import { exactly, holdReason, instant, lane, listOf } from './stored-values.ts'

export const difference = z.enum(['suspended-elsewhere', 'active-though-held'])

const sighted = z.object({
  id: z.string(),
  customer: z.string(),
  lane,
  identity: storedIdentity,
  openedAt: instant,
  subscriptions: listOf(
    z.object({
      id: z.string(),
      name: z.string(),
      difference,
      seenAt: instant,
      changedAfter: instant.nullable(),
      suspensionReasons: listOf(z.string()),
      heldFor: listOf(holdReason),
      overAt: instant.nullable(),
    }),
  ),
  notices: listOf(z.object({ by: z.string(), at: instant, text: z.string() })),
})

export const storedSighting = exactly<Sighting>()(
  z.discriminatedUnion('status', [
    sighted.extend({ status: z.literal('pending') }),
    sighted.extend({
      status: z.literal('recorded'),
      cause: z.enum(sightingCauses),
      because: z.string(),
      recordedBy: z.string(),
      endedAt: instant,
    }),
    sighted.extend({ status: z.literal('agreed'), endedAt: instant }),
  ]),
)
