import { z } from 'zod'
import { action, type Action, type Inputs } from '../../dialogs/vocabulary/action.ts'

/** What a button of ours carries, under the one key that is not an input. */
export const buttonKey = 'desk'

const meaning = z.union([
  z.strictObject({ says: z.string().max(2_000), answers: z.string().max(100).optional() }),
  z.strictObject({ acts: action }),
])

type Pressed = { readonly says: string; readonly answers?: string | undefined } | { readonly acts: Action }

/** What a pressed button means; null when it is none of ours, or one we no longer know. */
export function pressedButton(data: unknown): Pressed | null {
  return meaning.safeParse(fields(data)[buttonKey]).data ?? null
}

/** What the card's inputs held; everything as text, as the vocabulary has it. */
export function inputsOf(data: unknown): Inputs {
  return Object.fromEntries(
    Object.entries(fields(data))
      .filter(([id]) => id !== buttonKey)
      .flatMap(([id, value]) => (isPlain(value) ? [[id, String(value)]] : [])),
  )
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value)
}

function fields(data: unknown): Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data) ? (data as Record<string, unknown>) : {}
}
