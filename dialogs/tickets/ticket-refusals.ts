import type { ChangeRefusal } from '../../domain/service-requests/ask-change.ts'
import type { TakeOverRefusal, TicketEndRefusal } from '../../domain/service-requests/file-ticket.ts'
import type { TicketRefusal } from '../../domain/service-requests/open-ticket.ts'
import type { VersionRefusal } from '../../domain/shared/versioned.ts'
import { isOpenTicket } from '../../domain/service-requests/service-request.ts'
import { capabilities } from '../../domain/customers/lane.ts'
import { quoted } from '../phrases/quoted.ts'
import { mayNotAsk } from '../phrases/whose-role.ts'
import type { CardTalk } from '../talk.ts'
import type { Words } from '../words/words.ts'
import { ticketLine } from './ticket-card.ts'

/** Why no ticket was opened, in one sentence, with what to do next. */
export function ticketRefusalLine(refusal: TicketRefusal | VersionRefusal, talk: CardTalk): string {
  const { words } = talk
  switch (refusal.code) {
    case 'not-allowed':
      return mayNotTicket(words)
    case 'unknown-customer':
    case 'not-matched':
    case 'words-needed':
    case 'not-found':
    case 'changed-since':
      return words.say(`refusal.${refusal.code}`)
    case 'left-already':
      return words.say('refusal.left-already', { outcome: ticketLine(refusal.request, talk) })
  }
}

/** Whose role allows filing and ending tickets. */
export function mayNotTicket(words: Words): string {
  return mayNotAsk('file ticket', words.say('refusal.may-not-ticket'), words)
}

/** Why a ticket was not ended, in one sentence, with what to do next. */
export function ticketEndRefusalLine(
  refusal: TicketEndRefusal | TakeOverRefusal | ChangeRefusal | VersionRefusal,
  talk: CardTalk,
): string {
  const { words } = talk
  switch (refusal.code) {
    case 'not-allowed':
      return mayNotTicket(words)
    case 'already-decided':
      // What waits to be filed cannot have been answered, and what is open is not opened again.
      if (isOpenTicket(refusal.request))
        return words.say('refusal.still-open', { case: refusal.request.id, how: ticketLine(refusal.request, talk) })
      return words.say('refusal.already-decided', {
        case: refusal.request.id,
        outcome: ticketLine(refusal.request, talk),
      })
    case 'not-filed-yet':
      return words.say('refusal.not-filed-yet', { case: refusal.request.id })
    case 'same-severity': {
      const { id, severity } = refusal.request
      return words.say('refusal.same-severity', { case: id, severity: words.say(`severity.${severity}`) })
    }
    case 'done-already':
      return words.say('refusal.done-already', { case: refusal.request.id })
    case 'leaves-by-itself':
      return words.say('refusal.leaves-by-itself')
    case 'asked-already':
      return words.say('refusal.asked-already', { case: refusal.request.id })
    case 'number-needed':
      return words.say(
        capabilities[refusal.lane].operator === 'microsoft' ? 'refusal.digits-needed' : 'refusal.number-needed',
      )
    case 'number-taken':
      return words.say('refusal.number-taken', { case: refusal.by, operator: words.say(`lane.${refusal.lane}`) })
    case 'number-of-another':
      return words.say('refusal.number-of-another', { title: quoted(refusal.title) })
    case 'words-needed':
    case 'not-found':
    case 'changed-since':
      return words.say(`refusal.${refusal.code}`)
  }
}
