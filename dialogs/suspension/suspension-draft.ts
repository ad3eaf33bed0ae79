import { z } from 'zod'
import { suspensionReasons, type SuspensionReason } from '../../domain/suspension/suspension-request.ts'

/** What a conversation about a suspension has gathered so far. */
export const suspensionDraft = z.object({
  /** As it was said last; a customer's id once somebody picked. */
  who: z.string().nullable(),
  reason: z.enum(suspensionReasons).nullable(),
  /** The later day it is asked for, as it was said; null for at once. */
  on: z.string().nullable().default(null),
  /** Null while nobody chose: the default is what stands behind unpaid lines. */
  subscriptions: z.array(z.string()).nullable(),
  /** What subscriptions are called in the portal, one a line, where nobody can be asked. */
  named: z.string().nullable().default(null),
  note: z.string().nullable(),
  /** Why the policy should be set aside. */
  override: z.string().nullable(),
  /** Whether the form was sent. */
  sent: z.boolean(),
  /** Whether what was said last fits nothing that was asked. */
  misheard: z.boolean().default(false),
  /** How long words were of which nothing was kept; null when all were. */
  tooLong: z.number().nullable().default(null),
  /** The field they were meant for; null when it is not one. */
  tooLongIn: z.enum(['note', 'override', 'named']).nullable().default(null),
  /** What was chosen on the form that the person saw last: they were told what that does, and of nothing else. */
  shown: z.array(z.string()).default([]),
})

export type SuspensionDraft = z.infer<typeof suspensionDraft>

export function blankSuspension(
  who: string | null,
  reason: SuspensionReason | null,
  on: string | null = null,
): SuspensionDraft {
  const blank = { subscriptions: null, named: null, note: null, override: null, sent: false, misheard: false }
  return { who, reason, on, ...blank, tooLong: null, tooLongIn: null, shown: [] }
}

/** As many characters of names as are kept; a letter is meant for another field. */
export const mostNamed = 500

/** Whether somebody wrote or chose something that would be a pity to lose. */
export function isTouched({ subscriptions, named, note, override, sent }: SuspensionDraft): boolean {
  return sent || subscriptions !== null || named !== null || note !== null || override !== null
}
