import type { News } from '../../domain/outbox/news.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, type Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

/** The partner's own invoices at one operator are overdue: how much, since when, and what comes of it. */
export function ownOverdueCard(news: Extract<News, { kind: 'own-overdue' }>, words: Words): Reply {
  const { lane, days, bears, overdue, invoices, more } = news
  const operator = words.say(`lane.${lane}`)
  const sums = words.list(overdue.map((each) => words.money(each)))
  const left = bears - days
  return {
    title: words.say('own-invoices.warning.title', { operator }),
    tone: 'danger',
    parts: [
      line(words.say('own-invoices.overdue', { operator, overdue: sums, days, bears }), { weight: 'strong' }),
      line(left >= 0 ? words.say('own-invoices.warning.left', { left }) : words.say('own-invoices.warning.passed')),
      ...invoices.map(({ id, dueOn, open }) =>
        line(words.say('own-invoices.row', { id, open: words.money(open), due: words.day(dueOn) })),
      ),
      ...(more === 0 ? [] : [line(words.say('own-invoices.more', { more }))]),
      line(words.say('own-invoices.terms'), { weight: 'quiet' }),
    ],
    buttons: [{ label: words.say('button.own-invoices'), says: phrase(words.grammar, 'own-invoices') }],
  }
}
