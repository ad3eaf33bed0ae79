import { byWait, waitOf } from '../../domain/service-requests/ticket-waits.ts'
import type { ServiceRequest } from '../../domain/service-requests/service-request.ts'
import { dayAt, daysBetween } from '../../domain/shared/time.ts'
import { showCase } from '../case-list.ts'
import { quoted } from '../phrases/quoted.ts'
import type { Talk } from '../talk.ts'
import type { Intent } from '../understanding/intent.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, type Part, type Reply } from '../vocabulary/reply.ts'
import { ticketLine } from './ticket-card.ts'

const perPage = 10

/** Open tickets by what they wait for, the oldest of each first; all of them, or those the asker opened. */
export async function showTickets(
  { mine, page: asked }: Extract<Intent, { verb: 'tickets' }>,
  talk: Talk,
): Promise<Reply> {
  const { words, desk, by } = talk
  const verb = mine ? 'my-tickets' : 'tickets'
  const open = byWait((await desk.tickets.waiting()).filter(({ openedBy }) => !mine || openedBy === by.id))
  const pages = Math.max(1, Math.ceil(open.length / perPage))
  const page = Math.min(Math.max(1, asked), pages)
  const shown = open.slice((page - 1) * perPage, page * perPage)
  const turn = (to: number): string => phrase(words.grammar, verb, { number: String(to) })
  return {
    title: words.say(`${verb}.title`, { count: open.length }),
    again: pages === 1 ? phrase(words.grammar, verb) : turn(page),
    parts: [
      ...shown.flatMap((request, at) => [
        ...heading(request, at === 0 ? null : (shown[at - 1] ?? null), open, talk),
        line(ticketRow(request, talk)),
      ]),
      ...(pages === 1 ? [] : [line(words.say('alerts.page', { page, pages }), { weight: 'quiet' as const })]),
    ],
    buttons: [
      ...shown.map(({ id }) => showCase(id, words)),
      ...(page > 1 ? [{ label: words.say('button.previous'), says: turn(page - 1) }] : []),
      ...(page < pages ? [{ label: words.say('button.next'), says: turn(page + 1) }] : []),
    ],
  }
}

/** What the tickets below wait for, where that is not what the one above waits for. */
function heading(
  request: ServiceRequest,
  above: ServiceRequest | null,
  open: readonly ServiceRequest[],
  { words }: Talk,
): readonly Part[] {
  const wait = waitOf(request)
  if (wait === null || (above !== null && waitOf(above) === wait)) return []
  const count = open.filter((each) => waitOf(each) === wait).length
  return [line(words.say(`tickets.waits.${wait}`, { count }), { weight: 'strong' })]
}

function ticketRow(request: ServiceRequest, talk: Talk): string {
  const { words, desk, zone } = talk
  const { id, customer, severity, openedAt, title } = request
  return words.say('tickets.row', {
    case: id,
    name: customer?.name ?? '',
    title: quoted(title),
    severity: words.say(`severity.${severity}`),
    days: daysBetween(dayAt(openedAt, zone), dayAt(desk.now(), zone)),
    // What the heading says already.
    how: request.status === 'handed-over' && request.mailRefused === null ? 'none' : ticketLine(request, talk),
  })
}
