import { phrase } from '../understanding/phrase.ts'
import type { Button, Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

/** Leaves what is open; every question of a draft has it. */
export function notNow(words: Words): Button {
  return { label: words.say('button.not-now'), says: phrase(words.grammar, 'never-mind') }
}

/** A question that can be left. */
export function orNotNow(question: Reply, words: Words): Reply {
  return { ...question, buttons: [...(question.buttons ?? []), notNow(words)] }
}
