import type { News } from '../../domain/outbox/news.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, type Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

type CreditNews = Extract<News, { kind: 'credit-breach' | 'credit-review' | 'credit-held' }>

const mostButtons = 6

/** What credit tells by itself: limits that are exceeded, reviews that are due, and what a verdict put on hold. */
export function creditNews(news: CreditNews, words: Words): Reply {
  switch (news.kind) {
    case 'credit-breach':
      return breachCard(news, words)
    case 'credit-review': {
      const { name, customer, reviewOn } = news
      return {
        title: words.say('credit.review-due.title', { name }),
        parts: [line(words.say('credit.review-due.text', { day: words.day(reviewOn) }))],
        buttons: [look(customer, name, words)],
      }
    }
    case 'credit-held': {
      const { name, customer, lane, reviewOn } = news
      return {
        title: words.say('credit.verdict.title', { name }),
        tone: 'warning',
        parts: [
          line(words.say('credit.verdict.text', { case: news.case, day: words.day(reviewOn) })),
          line(words.say('credit.hold-means', { operator: words.say(`lane.${lane}`) }), { weight: 'quiet' }),
        ],
        buttons: [look(customer, name, words)],
      }
    }
  }
}

function breachCard({ rows }: Extract<CreditNews, { kind: 'credit-breach' }>, words: Words): Reply {
  return {
    title: words.say('credit.breach.title', { count: rows.length }),
    tone: 'danger',
    parts: [
      ...rows.map(({ name, lane, exposure, limit, atLeast, grown }) => {
        const over = { minor: exposure.minor - limit.minor, currency: limit.currency }
        const args = {
          name,
          operator: words.say(`lane.${lane}`),
          exposure: words.money(exposure),
          limit: words.money(limit),
          over: words.money(over),
        }
        const said = words.say(atLeast ? 'credit.breach.at-least' : 'credit.breach.row', args)
        return line(grown ? words.sentences([said, words.say('credit.breach.grown')]) : said)
      }),
      line(words.say('credit.breach.next'), { weight: 'quiet' }),
    ],
    buttons: rows.slice(0, mostButtons).map(({ customer, name }) => look(customer, name, words)),
  }
}

function look(customer: string, label: string, words: Words) {
  return { label, says: phrase(words.grammar, 'credit', { customer }) }
}
