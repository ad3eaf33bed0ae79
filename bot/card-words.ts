import type { CutWords } from '../adapters/shared/fitted.ts'
import type { Words } from '../dialogs/words/words.ts'

/** What renderers say of themselves where a card had to be cut. */
export function cutWords(words: Words): CutWords {
  return {
    notShown: (count) => words.say('not-shown', { count }),
    charactersNotShown: (count) => words.say('not-shown.characters', { count }),
  }
}
