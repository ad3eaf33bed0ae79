import { z } from 'zod'
import { feedNames } from '../../domain/fraud/signal.ts'
import type { Silence, Silent } from '../../domain/fraud/silence.ts'
import { instant, lane } from './stored-values.ts'

export const storedSilent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('feed'), lane, feed: z.enum(feedNames) }),
  z.object({ kind: z.literal('channel'), place: z.string(), name: z.string() }),
  z.object({ kind: z.literal('ledger'), source: z.string(), name: z.string() }),
]) satisfies z.ZodType<Silent>

/** Something that alerts come from or go to, and that does not work. */
export const storedSilence = z.object({
  of: storedSilent,
  since: instant,
  toldAt: instant.nullable(),
}) satisfies z.ZodType<Silence>
