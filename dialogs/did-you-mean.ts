import { said, type Button, type Reply } from './vocabulary/reply.ts'
import type { Words } from './words/words.ts'

/** What was not understood, and what was perhaps meant: each choice says its sentence, which then goes its usual way. */
export function didYouMean(choices: readonly string[], words: Words): Reply {
  if (choices.length === 0) return said(words.say('misunderstood'))
  return {
    ...said(words.say('misunderstood.near')),
    buttons: choices.map((choice): Button => ({ label: choice, says: choice })),
  }
}
