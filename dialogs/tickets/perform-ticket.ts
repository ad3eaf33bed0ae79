import { never } from '../../domain/shared/outcome.ts'
import { severities } from '../../domain/service-requests/severity.ts'
import { decided, type Performed } from '../after-press.ts'
import type { Talk } from '../talk.ts'
import type { Action, Inputs } from '../vocabulary/action.ts'
import { line, said, type Reply } from '../vocabulary/reply.ts'
import { leftToDo } from './after-ticket.ts'
import { doTicket, type TicketDoing } from './do-ticket.ts'
import { ticketEndRefusalLine } from './ticket-refusals.ts'

type TicketAction = Extract<Action, { act: `ticket.${string}` }>

/** Carries out what a button of a ticket means. */
export async function performTicket(action: TicketAction, inputs: Inputs, talk: Talk): Promise<Performed> {
  const { words } = talk
  const doing = doingOf(action, inputs)
  if (doing === null)
    return { card: null, said: said(words.say('refusal.severity-needed'), { tone: 'warning', about: 'severity' }) }
  const outcome = await doTicket(doing, action, talk)
  const performed = await decided(action.case, outcome, ticketEndRefusalLine, talk)
  if (!outcome.ok) return { ...performed, said: performed.said && withWords(performed.said, doing, talk) }
  // What is to be pasted stands on the card; so does that the operator's is closed, where that was seen.
  const tells = doing.do === 'close' || (doing.do === 'reopen' && outcome.value.copy?.status !== 'closed')
  const left = tells ? leftToDo(doing.do, outcome.value, words) : []
  return left.length === 0 ? performed : { ...performed, said: { parts: left } }
}

/** Null where nothing was picked. */
function doingOf(action: TicketAction, inputs: Inputs): TicketDoing | null {
  const text = inputs['words'] ?? ''
  switch (action.act) {
    case 'ticket.note':
      return { do: 'note', text }
    case 'ticket.answer':
      return { do: 'answer', text }
    case 'ticket.severity': {
      const severity = severities.find((each) => each === inputs['severity'])
      return severity === undefined ? null : { do: 'severity', severity }
    }
    case 'ticket.filed':
      return { do: 'filed', number: inputs['number'] ?? '' }
    case 'ticket.not-filed':
      return { do: 'not-filed' }
    case 'ticket.close':
      return { do: 'close' }
    case 'ticket.reopen':
      return { do: 'reopen' }
    case 'ticket.done':
      return { do: 'done', change: action.change }
    case 'ticket.take-over':
      return { do: 'take-over' }
    default:
      return never(action)
  }
}

/** The field they were written in may be gone with the card: nobody writes the same words twice. */
function withWords(why: Reply, doing: TicketDoing, { words }: Talk): Reply {
  if (!('text' in doing) || doing.text.trim() === '') return why
  const kept = { kind: 'copyable', text: doing.text.trim() } as const
  return { ...why, parts: [...why.parts, line(words.say('ticket.your-words')), kept] }
}
