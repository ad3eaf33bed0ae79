import { line, type Part } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

/** Above a question that is asked again: what was said last was not understood as an answer. */
export function misheardLine(misheard: boolean, words: Words): readonly Part[] {
  return misheard ? [line(words.say('misunderstood.open'), { tone: 'warning' })] : []
}
