import { z } from 'zod'
import type { OperatorSubscription } from '../../domain/ports/operator-lane.ts'
import type { Snapshot } from '../../domain/snapshots/snapshot.ts'
import { commercialModel, exactly, instant, lane, listOf } from './stored-values.ts'

const subscription = exactly<OperatorSubscription>()(
  z.object({
    id: z.string(),
    name: z.string(),
    offer: z.string(),
    status: z.enum(['active', 'suspended', 'deleted', 'expired', 'pending', 'disabled', 'unknown']),
    suspensionReasons: listOf(z.string()),
    model: commercialModel,
    quantity: z.number(),
    parent: z.string().nullable(),
    commitmentEnd: instant.nullable(),
    autoRenew: z.boolean().nullable(),
    term: z.string().nullable(),
    billingCycle: z.string().nullable(),
    cancellableUntil: instant.nullable(),
    scheduledChange: z
      .object({
        quantity: z.number().nullable(),
        product: z.string().nullable(),
        term: z.string().nullable(),
        billingCycle: z.string().nullable(),
        instructions: z.string(),
      })
      .nullable(),
  }),
)

export const storedSnapshot = exactly<Snapshot>()(
  z.object({
    lane,
    customer: z.string(),
    subscription: z.string(),
    case: z.string(),
    takenAt: instant,
    before: subscription,
    after: subscription.exactOptional(),
    fellWith: z.string().exactOptional(),
    restoring: z.string().exactOptional(),
  }),
)
