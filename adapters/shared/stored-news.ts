import { z } from 'zod'
import type { News } from '../../domain/outbox/news.ts'
import { exactly, lane, listOf } from './stored-values.ts'
import { difference } from './stored-sighting.ts'

export const storedNews = exactly<News>()(
  z.object({
    kind: z.literal('baseline'),
    lane,
    customers: z.number(),
    unread: z.number(),
    found: listOf(z.object({ customer: z.string(), subscription: z.string(), difference })),
    more: z.number(),
  }),
)
