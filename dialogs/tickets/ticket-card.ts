import { never } from '../../domain/shared/outcome.ts'
import type { OfStatus, ServiceRequest } from '../../domain/service-requests/service-request.ts'
import { cutWords } from '../phrases/cut-words.ts'
import type { CardTalk } from '../talk.ts'
import type { Reply } from '../vocabulary/reply.ts'
import { filedCard } from './filed-card.ts'
import { handOverCard, sendingCard } from './hand-over-card.ts'
import { handOverLine } from './hand-over-line.ts'
import { mostOfNote } from './last-words.ts'

/** The card of a ticket: what to paste and where while it waits to be filed, then how it goes at its operator. */
export function ticketCard(request: ServiceRequest, version: number, talk: CardTalk): Reply {
  if (request.status === 'handed-over') return handOverCard(request, version, talk)
  if (request.status === 'sending') return sendingCard(request, version, talk)
  return filedCard(request, version, ticketLine(request, talk), talk)
}

/** One line on how a ticket stands. */
export function ticketLine(request: ServiceRequest, talk: CardTalk): string {
  const { words, nameOf } = talk
  const operator = words.say(`lane.${request.lane}`)
  switch (request.status) {
    case 'handed-over':
    case 'sending':
      return handOverLine(request, words)
    case 'filed':
      return filedLine(request, talk)
    case 'closed': {
      const { answer, closedBy } = request
      const closed =
        closedBy === null
          ? words.say('ticket.closed-there', { operator })
          : words.say('ticket.closed', { name: nameOf(closedBy) })
      return answer === null
        ? closed
        : words.sentences([closed, words.say('ticket.answer', { answer: cutWords(answer, mostOfNote) })])
    }
    case 'not-filed':
      return words.say('ticket.not-filed', { name: nameOf(request.endedBy) })
    default:
      return never(request)
  }
}

function filedLine(
  { lane, operatorNumber: number, filedBy, filing }: OfStatus<'filed'>,
  { words, nameOf }: CardTalk,
): string {
  const operator = words.say(`lane.${lane}`)
  if (filedBy === null && filing === 'mail' && number === null) return words.say('ticket.mailed', { operator })
  if (filedBy === null) return words.say('ticket.found', { operator, number: number ?? '' })
  const name = nameOf(filedBy)
  return number === null
    ? words.say('ticket.filed-unnumbered', { operator, name })
    : words.say('ticket.filed', { operator, number, name })
}
