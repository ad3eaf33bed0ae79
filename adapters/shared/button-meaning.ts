import { z } from 'zod'
import { action, type Action } from '../../dialogs/vocabulary/action.ts'
import type { Button } from '../../dialogs/vocabulary/reply.ts'

const meaning = z.union([
  z.strictObject({ says: z.string().max(2_000), answers: z.string().max(100).optional() }),
  z.strictObject({ acts: action }),
])

export type Meaning = { readonly says: string; readonly answers?: string | undefined } | { readonly acts: Action }

/** What a button carries to the chat and back. It proves nothing: clients can send any data. */
export function meaningOf(button: Button): Meaning {
  if ('acts' in button) return { acts: button.acts }
  const { says, answers } = button
  return answers === undefined ? { says } : { says, answers }
}

/** What came back means; null when it is none of ours, or one we no longer know. */
export function readMeaning(carried: unknown): Meaning | null {
  return meaning.safeParse(carried).data ?? null
}
