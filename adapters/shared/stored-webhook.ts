import { z } from 'zod'
import type { LaneWebhook } from '../../domain/webhooks/lane-webhook.ts'
import type { WebhookEvent } from '../../domain/webhooks/webhook-event.ts'
import { exactly, instant, lane, listOf } from './stored-values.ts'

export const storedWebhookEvent = exactly<WebhookEvent>()(
  z.object({
    lane,
    name: z.string(),
    customer: z.string().nullable(),
    changedAt: instant.nullable(),
    receivedAt: instant,
    ended: z.object({ as: z.enum(['followed', 'noted', 'unknown', 'stray']), at: instant }).nullable(),
  }),
)

export const storedWebhook = exactly<LaneWebhook>()(
  z.object({
    lane,
    registered: z.object({ at: instant, url: z.string(), events: listOf(z.string()) }).nullable(),
    checkedAt: instant.nullable(),
    taken: z.object({ at: instant, url: z.string().nullable() }).nullable(),
    test: z.object({ askedAt: instant, correlation: z.string(), over: z.boolean() }).nullable(),
    provenAt: instant.nullable(),
    lastEventAt: instant.nullable(),
    trouble: z
      .discriminatedUnion('what', [
        z.object({ what: z.literal('registration'), at: instant, kind: z.string(), code: z.string().nullable() }),
        z.object({ what: z.literal('test-refused'), at: instant, code: z.string().nullable() }),
        z.object({ what: z.literal('test-unheard'), at: instant }),
      ])
      .nullable(),
  }),
)
