import type { News } from '../../domain/outbox/news.ts'
import type { CardTalk } from '../talk.ts'
import { line, type Reply } from '../vocabulary/reply.ts'

/** Some news as it is told once. */
export function newsCard(news: News, { words }: CardTalk): Reply {
  const { lane, customers, unread, found, more } = news
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
