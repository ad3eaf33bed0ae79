import type { Inputs } from '../../dialogs/vocabulary/action.ts'
import { readMeaning, type Meaning } from '../shared/button-meaning.ts'

/** What a button of ours carries, under the one key that is not an input. */
export const buttonKey = 'desk'

/** What a pressed button means; null when it is none of ours, or one we no longer know. */
export function pressedButton(data: unknown): Meaning | null {
  return readMeaning(fields(data)[buttonKey])
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
