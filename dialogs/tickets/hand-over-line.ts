import { takenOver } from '../../domain/service-requests/file-ticket.ts'
import type { OfStatus } from '../../domain/service-requests/service-request.ts'
import type { Words } from '../words/words.ts'
import { refusedBecause } from './change-words.ts'

/** One line on a ticket that has not reached its operator. */
export function handOverLine(request: OfStatus<'handed-over' | 'sending'>, words: Words): string {
  const operator = words.say(`lane.${request.lane}`)
  if (request.status === 'sending') return words.say('ticket.sending', { operator })
  if (request.mailRefused?.code === takenOver) return words.say('ticket.taken-over', { operator })
  return request.mailRefused === null
    ? words.say('ticket.handed-over', { operator })
    : words.say('ticket.mail-refused', { operator, why: refusedBecause(request.mailRefused, words) })
}
