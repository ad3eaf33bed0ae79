import type { OpenAlert } from '../../domain/fraud/fraud-alert.ts'
import { languagesOf } from '../../domain/reminders/correspondence.ts'
import type { Talk } from '../talk.ts'
import { line, type Reply } from '../vocabulary/reply.ts'
import { spokenAs } from '../words/languages.ts'
import type { Words } from '../words/words.ts'
import { whoseAlert } from './alert-card.ts'
import { alertType } from './alert-type.ts'

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

/**
 * In the language that the customer is written to, or of their country or lane; in English where the desk does not speak
 * it. Where nothing tells, in the desk's own and in English.
 */
async function tonguesOf({ customer, lane }: OpenAlert, { desk, languages }: Talk): Promise<readonly Words[]> {
  const of = customer === null ? null : (await desk.book.today()).of(customer)
  const known = customer === null ? null : await desk.reminders.correspondence(customer)
  const told = of === null ? [] : languagesOf(known, of.customer)
  const wished = told.length === 0 && lane === 'china' ? ['und-CN'] : told
  const [found] = wished.flatMap((tag) => spokenAs(tag, languages) ?? [])
  if (found) return [found]
  const [usual] = languages
  const english = spokenAs('en', languages)
  return [...new Set(wished.length === 0 ? [usual, english] : [english])].flatMap((words) => words ?? [])
}
