import type { TicketEndRefusal } from '../../domain/service-requests/end-ticket.ts'
import type { VersionRefusal } from '../../domain/shared/versioned.ts'
import type { CardTalk } from '../talk.ts'
import { ticketLine } from './ticket-card.ts'

/** Why a ticket was not ended, in one sentence, with what to do next. */
export function ticketEndRefusalLine(refusal: TicketEndRefusal | VersionRefusal, talk: CardTalk): string {
  const { words } = talk
  switch (refusal.code) {
    case 'not-allowed':
      return words.say('refusal.may-not-ticket')
    case 'already-decided':
      return words.say('refusal.already-decided', {
        case: refusal.request.id,
        outcome: ticketLine(refusal.request, talk),
      })
    case 'number-needed':
    case 'not-found':
    case 'changed-since':
      return words.say(`refusal.${refusal.code}`)
  }
}
