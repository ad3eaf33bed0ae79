import { z } from 'zod'
import type { News } from '../../domain/outbox/news.ts'
import { difference } from './stored-sighting.ts'
import { day, exactly, lane, listOf } from './stored-values.ts'

export const storedNews = exactly<News>()(
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('baseline'),
      lane,
      customers: z.number(),
      unread: z.number(),
      found: listOf(z.object({ customer: z.string(), subscription: z.string(), difference })),
      more: z.number(),
    }),
    z.object({
      kind: z.literal('countdown'),
      rows: listOf(
        z.object({
          customer: z.string(),
          subscription: z.string(),
          lane,
          day: day.nullable(),
          days: z.number().nullable(),
        }),
      ),
      more: z.number(),
    }),
  ]),
)
