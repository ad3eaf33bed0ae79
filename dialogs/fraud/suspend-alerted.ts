import { audienceOf } from '../../domain/cases/audience.ts'
import { isMatched } from '../../domain/customers/customer.ts'
import type { FraudAlert } from '../../domain/fraud/fraud-alert.ts'
import { mayAsk } from '../../domain/staff/powers.ts'
import { warning, type Performed } from '../after-press.ts'
import { orAlone } from '../phrases/nobody-reachable.ts'
import { readImpactFacts } from '../suspension/read-impact-facts.ts'
import { readSuspendable } from '../suspension/read-suspendable.ts'
import { askRefusal, suspendCustomer } from '../suspension/suspend-customer.ts'
import { suspensionCard } from '../suspension/suspension-card.ts'
import { blankSuspension } from '../suspension/suspension-draft.ts'
import { maySuspendOnly } from '../suspension/suspension-refusals.ts'
import { forReaders, type Talk } from '../talk.ts'
import { alertNote } from './alert-note.ts'

/**
 * One press asks a second person to take out the alerted subscription, and nothing else. Where it is not clear which that
 * is, the form opens with what is known. Throws `OutsideFault` where the operator is silent: nothing was asked then.
 */
export async function suspendAlerted(alert: FraudAlert, talk: Talk): Promise<Performed> {
  const { desk, by, words, speaker } = talk
  const { suspicion: reason, subscription, customer: id } = alert
  if (!mayAsk(by.roles, `suspend for ${reason}`)) return nothing(maySuspendOnly(reason, words))
  const of = id === null ? null : (await desk.book.today()).of(id)
  if (!of || !isMatched(of.customer) || of.customer.lane !== alert.lane)
    return nothing(words.say('refusal.unknown-customer'))
  const { customer } = of
  const note = alertNote(alert, forReaders(talk).words)
  const form = {
    card: null,
    said: null,
    begins: { script: suspendCustomer.name, draft: { ...blankSuspension(customer.id, reason), note } },
  }
  const lane = desk.laneOf(customer.lane)
  if (subscription === null || !lane) return form
  const { all, suspendable } = await readSuspendable(customer, reason, null, talk)
  const [wanted] = all.filter((each) => each.id.toLowerCase() === subscription.id)
  if (!wanted) return form
  if (!suspendable.includes(wanted))
    return nothing(
      words.say('refusal.alert.not-in-service', { name: wanted.name, status: words.say(`status.${wanted.status}`) }),
    )
  const read = await readImpactFacts(customer.id, lane)
  const ask = { reason, subscriptions: [wanted.id], note, override: null, read }
  const outcome = await desk.suspensions.request(customer.id, ask, all, by, speaker.place)
  if (!outcome.ok) return { card: null, said: askRefusal(outcome.refusal, talk) }
  const card = suspensionCard(outcome.value, 1, forReaders(talk))
  return { card: null, said: await orAlone(card, audienceOf({ kind: 'suspension', value: outcome.value }), talk) }
}

function nothing(why: string): Performed {
  return { card: null, said: warning(why) }
}
