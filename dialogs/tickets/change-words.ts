import type { AskedChange, NotTaken, TicketQuestion } from '../../domain/service-requests/service-request.ts'
import { never } from '../../domain/shared/outcome.ts'
import type { Words } from '../words/words.ts'

/** What was asked of the operator's copy, as one reads it on a card or in a thread. */
export function wantedLine({ wanted }: Pick<AskedChange, 'wanted'>, words: Words): string {
  switch (wanted.change) {
    case 'note':
      return words.say('ticket.wanted.note', { text: wanted.text })
    case 'severity':
      return words.say('ticket.wanted.severity', { severity: words.say(`severity.${wanted.severity}`) })
    case 'close':
      return words.say('ticket.wanted.close')
    default:
      return never(wanted)
  }
}

/** Why the operator's copy stayed as it was: the desk's own reasons in words, else what the operator said. */
export function refusedBecause(why: NotTaken, words: Words): string {
  const reason = reasonOf(why, words)
  return why.mayBeThere ? words.sentences([reason, words.say('ticket.may-be-there')]) : reason
}

function reasonOf({ code, words: said }: NotTaken, words: Words): string {
  switch (code) {
    case 'closed-there':
    case 'not-visible':
    case 'watch-only':
    case 'no-mailbox':
    case 'no-access':
    case 'unreachable':
    case 'throttled':
    case 'unauthorised':
      return words.say(`ticket.because.${code}`)
    default:
      return said === null ? words.say('ticket.because.code', { code }) : words.say('ticket.because.words', { said })
  }
}

/** What whoever opened a ticket is asked. */
export function questionLine({ about }: Pick<TicketQuestion, 'about'>, words: Words): string {
  return words.say(`ticket.question.${about}`)
}
