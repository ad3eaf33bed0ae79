import type { Audience } from '../../domain/cases/audience.ts'
import { forReaders, type Talk } from '../talk.ts'
import { line, type Reply } from '../vocabulary/reply.ts'

/** The card of a new request; where nobody at all will see it, it says so first. */
export async function orAlone(card: Reply, audience: Audience, talk: Talk): Promise<Reply> {
  if (await talk.desk.cards.reaches(audience)) return card
  const alone = line(forReaders(talk).words.say('suspension.nobody-reachable'), { tone: 'danger' })
  return { ...card, parts: [alone, ...card.parts] }
}
