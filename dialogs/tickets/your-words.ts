import { line, type Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'
import { ticketFields, type TicketField } from './ticket-draft.ts'

/**
 * A no to a form, with what somebody wrote into it: it leads nowhere any more, and nobody writes the same words twice.
 */
export function withYourWords(why: Reply, written: Readonly<Record<TicketField, string | null>>, words: Words): Reply {
  const text = ticketFields
    .map((field) => written[field] ?? '')
    .filter((each) => each !== '')
    .join('\n\n')
  if (text === '') return why
  return { ...why, parts: [...why.parts, line(words.say('ticket.your-words')), { kind: 'copyable', text }] }
}
