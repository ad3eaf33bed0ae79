import type { TicketEndRefusal } from '../../domain/service-requests/end-ticket.ts'
import type { TicketRefusal } from '../../domain/service-requests/service-request-desk.ts'
import type { VersionRefusal } from '../../domain/shared/versioned.ts'
import { mayNotAsk } from '../phrases/whose-role.ts'
import type { CardTalk } from '../talk.ts'
import type { Words } from '../words/words.ts'
import { ticketLine } from './ticket-card.ts'

/** Why no ticket was opened, in one sentence, with what to do next. */
export function ticketRefusalLine({ code }: TicketRefusal, { words }: CardTalk): string {
  switch (code) {
    case 'not-allowed':
      return mayNotTicket(words)
    case 'unknown-customer':
    case 'not-matched':
    case 'words-needed':
      return words.say(`refusal.${code}`)
  }
}

/** Whose role allows filing and ending tickets. */
export function mayNotTicket(words: Words): string {
  return mayNotAsk('file ticket', words.say('refusal.may-not-ticket'), words)
}

/** Why a ticket was not ended, in one sentence, with what to do next. */
export function ticketEndRefusalLine(refusal: TicketEndRefusal | VersionRefusal, talk: CardTalk): string {
  const { words } = talk
  switch (refusal.code) {
    case 'not-allowed':
      return mayNotTicket(words)
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
