import { z } from 'zod'
import type { EndingWay } from '../../domain/ending/ending-way.ts'

/** What a conversation about an ending has gathered so far. */
export const endingDraft = z.object({
  way: z.enum(['cancel', 'at-term']),
  /** As it was said last; a customer's id once somebody picked. */
  who: z.string().nullable(),
  /** Null while nobody chose: nothing is ever chosen for them. */
  subscriptions: z.array(z.string()).nullable(),
  because: z.string().nullable(),
  /** What was typed as the customer's name. */
  typedName: z.string().nullable(),
  /** Whether the form was sent. */
  sent: z.boolean(),
  misheard: z.boolean(),
})

export type EndingDraft = z.infer<typeof endingDraft>

export function blankEnding(way: EndingWay, who: string | null): EndingDraft {
  return { way, who, subscriptions: null, because: null, typedName: null, sent: false, misheard: false }
}
