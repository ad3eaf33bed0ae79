import type { News } from '../../domain/outbox/news.ts'
import { never } from '../../domain/shared/outcome.ts'
import { creditNews } from '../credit/credit-news.ts'
import { ownOverdueCard } from '../own-invoices/own-overdue-card.ts'
import { morningCard } from '../digest/morning-card.ts'
import { fraudDigest } from '../fraud/fraud-digest.ts'
import { newAddressCard } from '../reminders/address-card.ts'
import { reminderOutcome } from '../reminders/reminder-outcome.ts'
import { ticketDigest } from '../tickets/ticket-digest.ts'
import type { CardTalk } from '../talk.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, type Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

/** Some news as it is told once. */
export function newsCard(news: News, talk: CardTalk): Reply {
  const { words } = talk
  switch (news.kind) {
    case 'baseline':
      return baselineCard(news, words)
    case 'countdown':
      return digestCard(news, words)
    case 'fraud-digest':
      return fraudDigest(news, words)
    case 'new-address':
      return newAddressCard(news, talk)
    case 'morning':
      return morningCard(news.morning, words)
    case 'letter-stopped':
      return reminderOutcome(news.reminder, news.name, talk)
    case 'tickets':
      return ticketDigest(news, words)
    case 'credit-breach':
    case 'credit-review':
    case 'credit-held':
      return creditNews(news, words)
    case 'lift-proposed':
      return {
        title: words.say('lift.title', { name: news.name }),
        tone: 'good',
        parts: [line(words.say(`lift.${news.why}`, { name: news.name })), line(words.say('lift.next'))],
        buttons: [
          { label: words.say('button.resume'), says: phrase(words.grammar, 'resume', { customer: news.customer }) },
          {
            label: words.say('button.open-customer'),
            says: phrase(words.grammar, 'customer', { customer: news.customer }),
          },
        ],
      }
    case 'own-overdue':
      return ownOverdueCard(news, words)
    case 'unknown-event':
      return {
        title: words.say('events.unknown.title', { operator: words.say(`lane.${news.lane}`) }),
        tone: 'warning',
        parts: [
          line(words.say('events.unknown.text', { name: news.name })),
          line(words.say('events.unknown.once'), { weight: 'quiet' }),
        ],
      }
    default:
      return never(news)
  }
}

function baselineCard(
  { lane, customers, unread, found, more }: Extract<News, { kind: 'baseline' }>,
  words: Words,
): Reply {
  const operator = words.say(`lane.${lane}`)
  const count = found.length + more
  return {
    title: words.say('baseline.title', { operator }),
    tone: count === 0 ? 'plain' : 'warning',
    parts: [
      line(words.say('baseline.read', { customers })),
      ...(unread === 0 ? [] : [line(words.say('baseline.unread', { unread, operator }), { tone: 'warning' })]),
      line(words.say('baseline.found', { count }), { weight: 'strong' }),
      ...found.map(({ customer, subscription, difference }) =>
        line(words.say(`baseline.${difference}`, { customer, name: subscription })),
      ),
      ...(more === 0 ? [] : [line(words.say('baseline.more', { more }))]),
      line(words.say('baseline.from-now-on'), { weight: 'quiet' }),
    ],
  }
}

function digestCard({ rows, more }: Extract<News, { kind: 'countdown' }>, words: Words): Reply {
  return {
    title: words.say('digest.title'),
    tone: 'warning',
    parts: [
      line(words.say('digest.text')),
      ...rows.map(({ customer, subscription: name, lane, day, days }) => {
        const who = { customer, name, operator: words.say(`lane.${lane}`) }
        return line(
          day === null || days === null
            ? words.say('digest.unknown', who)
            : words.say('digest.row', { ...who, day: words.day(day), count: days }),
        )
      }),
      ...(more === 0 ? [] : [line(words.say('countdown.more', { more }))]),
      line(words.say('digest.next'), { weight: 'quiet' }),
    ],
  }
}
