import type { News } from '../../domain/outbox/news.ts'
import { line, type Reply } from '../vocabulary/reply.ts'
import { showCase } from '../case-list.ts'
import type { Words } from '../words/words.ts'
import { questionLine } from './change-words.ts'

/** As many as every chat shows side by side. */
const mostButtons = 6

/** Tickets about which somebody was asked without an answer, the oldest first. */
export function ticketDigest({ rows, more }: Extract<News, { kind: 'tickets' }>, words: Words): Reply {
  return {
    title: words.say('ticket-digest.title', { count: rows.length + more }),
    tone: 'warning',
    parts: [
      ...rows.map(({ case: id, lane, customer, severity, about, days }) =>
        line(
          words.say('ticket-digest.row', {
            case: id,
            customer,
            operator: words.say(`lane.${lane}`),
            severity: words.say(`severity.${severity}`),
            days,
            question: questionLine({ about }, words),
          }),
        ),
      ),
      ...(more > 0 ? [line(words.say('ticket-digest.more', { count: more }), { weight: 'quiet' as const })] : []),
    ],
    buttons: rows.slice(0, mostButtons).map(({ case: id }) => showCase(id, words)),
  }
}
