import type { News } from '../../domain/outbox/news.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, type Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'
import { alertType } from './alert-type.ts'

/** Alerts without a card of their own, a line each. */
export function fraudDigest({ lane, rows, more }: Extract<News, { kind: 'fraud-digest' }>, words: Words): Reply {
  return {
    title: words.say('alert.digest.title', { operator: words.say(`lane.${lane}`) }),
    tone: 'warning',
    parts: [
      line(words.say('alert.digest.text', { count: rows.length + more })),
      ...rows.map(({ case: id, customer, type, severity, hits }) =>
        line(
          words.say('alert.digest.row', {
            case: id,
            customer: customer === '' ? words.say('alert.nobody') : customer,
            type: alertType({ type }, words),
            severity: words.say(`alert.severity.${severity}`),
            count: hits,
          }),
        ),
      ),
      ...(more === 0 ? [] : [line(words.say('alert.digest.more', { more }))]),
    ],
    buttons: [{ label: words.say('button.alerts'), says: phrase(words.grammar, 'alerts') }],
  }
}
