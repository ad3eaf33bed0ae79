import type { CardTalk } from '../talk.ts'
import { line, type Reply } from '../vocabulary/reply.ts'

/** The card with a line that says so: the hour of the answer runs from the opening. */
export function toldLate(card: Reply, minutes: number, { words }: CardTalk): Reply {
  return {
    ...card,
    parts: [...card.parts, line(words.say('alert.told-late', { count: minutes }), { weight: 'quiet' })],
  }
}
