import { line, type Part } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

/** As much as one card can show whole, with what stands beside it. */
export const mostCharacters = { ticket: 3_000, words: 4_000 }

/** That somebody wrote more than is kept, and how much that was. */
export function tooLongText(count: number, most: number, words: Words): string {
  return words.say('too-long', { count, most })
}

/** The same above the form in which it was written, about one field of it; nothing where all was kept. */
export function tooLongLine(count: number | null, most: number, about: string | null, words: Words): readonly Part[] {
  if (count === null) return []
  return [line(tooLongText(count, most, words), { tone: 'warning', ...(about === null ? {} : { about }) })]
}
