import type { Intent } from '../intent.ts'

/** A sentence that somebody may have meant by one that nobody understood. */
export interface NearMiss {
  /** Word for word as a grammar understands it. */
  readonly said: string
  readonly intent: Intent
  /** How far it is from what was typed: slips of the hand, words left out or changed over. */
  readonly cost: number
  /** One slip in a longer word, and everything else as it should be. */
  readonly slip: boolean
}

/** Whatever was typed that is longer is no sentence with a slip in it; it bounds what a guess can cost. */
export const longestGuessed = 80

/** What may be put in a guess besides the grammar's own words: whoever it is about, and a case by its number. */
export const guessedSlots: ReadonlySet<string> = new Set(['customer', 'case'])

/** How many slips a word may hold: a short one is another word at once. */
export function slipsIn(letters: number): number {
  return letters < 4 ? 0 : letters < 8 ? 1 : 2
}
