import type { OpenAlert } from '../../domain/fraud/fraud-alert.ts'
import type { Talk } from '../talk.ts'
import { line, type Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'
import { whoseAlert } from './alert-card.ts'
import { alertType } from './alert-type.ts'

/** Where Chinese is written; every other country that is known is written to in English. */
const writesChinese = new Set(['TW', 'HK', 'MO', 'CN'])

/** A text that asks the customer what they know; it accuses nobody, and nothing is sent. */
export async function askTheCustomer(alert: OpenAlert, talk: Talk): Promise<Reply> {
  const { words } = talk
  const name = whoseAlert(alert, words)
  const tongues = await tonguesOf(alert, talk)
  return {
    title: words.say('alert.ask.title', { case: alert.id, name }),
    parts: [
      line(words.say('alert.ask.how', { name, languages: words.list(tongues.map((each) => each.name)) })),
      ...tongues.map((each) => ({ kind: 'copyable', text: textFor(alert, each) }) as const),
    ],
  }
}

function textFor(alert: OpenAlert, words: Words): string {
  const { subscription, firstSeenAt, identity, lane } = alert
  const operator = words.say(`lane.${lane}`)
  const what = {
    name: identity?.operatorName ?? '',
    operator,
    type: alertType(alert, words),
    since: words.moment(firstSeenAt),
  }
  return subscription === null
    ? words.say('alert.ask.text-any', what)
    : words.say('alert.ask.text', { ...what, subscription: subscription.name })
}

/** By the country in the ledger, or the lane; where neither tells, every language the desk speaks. */
async function tonguesOf({ customer, lane }: OpenAlert, { desk, languages }: Talk): Promise<readonly Words[]> {
  const of = customer === null ? null : (await desk.book.today()).of(customer)
  const country = of?.customer.accounts.find((account) => account.country !== null)?.country?.toUpperCase() ?? null
  if (country === null && lane !== 'china') return languages
  const chinese = country === null || writesChinese.has(country)
  const found = languages.filter(({ tag }) => tag.startsWith('zh') === chinese).slice(0, 1)
  return found.length === 0 ? languages : found
}
