import { never } from '../../domain/shared/outcome.ts'
import type { ServiceRequest } from '../../domain/service-requests/service-request.ts'
import { byWhom } from '../phrases/by-whom.ts'
import type { CardTalk } from '../talk.ts'
import { line, type Reply } from '../vocabulary/reply.ts'
import { filingPlace, ticketText } from './operator-form.ts'

/** The card of a ticket: what to paste and where while it waits to be filed, then its number. */
export function ticketCard(request: ServiceRequest, version: number, talk: CardTalk): Reply {
  const { words } = talk
  const operator = words.say(`lane.${request.lane}`)
  const { address, steps } = filingPlace(request, words)
  const at = { case: request.id, version }
  const waiting = request.status === 'handed-over'
  return {
    title: words.say('ticket.title', { case: request.id, operator, name: request.customer?.name ?? '' }),
    tone: request.status === 'filed' ? 'good' : waiting ? 'warning' : 'plain',
    parts: [
      line(ticketLine(request, talk), { weight: 'strong' }),
      ...(waiting ? steps.map((text) => line(text)) : []),
      ...(waiting ? [line(address)] : []),
      {
        kind: 'facts',
        facts: [
          [words.say('fact.topic'), words.say(`topic.${request.topic}`)],
          [words.say('fact.severity'), words.say(`severity.${request.severity}`)],
          byWhom('fact.opened-by', request.openedBy, request.openedAt, talk),
        ],
      },
      { kind: 'copyable', text: ticketText(request, words) },
      ...(waiting
        ? [{ kind: 'input', id: 'number', label: words.say('ticket.number'), value: '', multiline: false } as const]
        : []),
    ],
    buttons: waiting
      ? [
          { label: words.say('button.filed'), tone: 'good', acts: { act: 'ticket.filed', ...at } },
          { label: words.say('button.not-filed'), acts: { act: 'ticket.not-filed', ...at } },
        ]
      : [],
    shows: at,
  }
}

/** One line on how a ticket stands. */
export function ticketLine(request: ServiceRequest, { words, nameOf }: CardTalk): string {
  const operator = words.say(`lane.${request.lane}`)
  switch (request.status) {
    case 'handed-over':
      return words.say('ticket.handed-over', { operator, case: request.id })
    case 'filed':
      return words.say('ticket.filed', { operator, number: request.operatorNumber, name: nameOf(request.filedBy) })
    case 'not-filed':
      return words.say('ticket.not-filed', { name: nameOf(request.endedBy) })
    default:
      return never(request)
  }
}
