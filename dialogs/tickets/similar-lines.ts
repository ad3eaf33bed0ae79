import type { ServiceRequest } from '../../domain/service-requests/service-request.ts'
import { quoted } from '../phrases/quoted.ts'
import type { CardTalk } from '../talk.ts'
import { line, type Part } from '../vocabulary/reply.ts'
import { ticketLine } from './ticket-card.ts'

/** Tickets of the customer that may be about the same matter, and how they stand: before a second one is filed. */
export function similarLines(similar: readonly ServiceRequest[], talk: CardTalk): readonly Part[] {
  const { words } = talk
  if (similar.length === 0) return []
  return [
    line(words.say('ticket.similar', { count: similar.length }), { tone: 'warning' }),
    ...similar.map((each) =>
      line(
        words.say('ticket.similar.row', { case: each.id, title: quoted(each.title), outcome: ticketLine(each, talk) }),
      ),
    ),
  ]
}
