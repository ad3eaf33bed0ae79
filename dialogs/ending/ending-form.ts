import type { MatchedCustomer } from '../../domain/customers/customer.ts'
import type { EndingWay } from '../../domain/ending/ending-way.ts'
import type { OperatorSubscription } from '../../domain/ports/operator-lane.ts'
import { addOnsOf } from '../../domain/suspension/suspendable.ts'
import { notNow } from '../phrases/not-now.ts'
import { subscriptionLine } from '../phrases/subscription-line.ts'
import { textField } from '../phrases/text-field.ts'
import type { Talk } from '../talk.ts'
import { wordFor } from '../understanding/phrase.ts'
import { line, type Part, type Reply } from '../vocabulary/reply.ts'
import { dayOf } from './ending-days.ts'
import type { EndingDraft } from './ending-draft.ts'

/** What the first person fills in: which subscriptions end, why, and for a cancellation the customer's name. */
export function endingForm(
  draft: EndingDraft,
  facts: {
    readonly customer: MatchedCustomer
    readonly all: readonly OperatorSubscription[]
    readonly endable: readonly OperatorSubscription[]
    readonly complaints: readonly Part[]
  },
  talk: Talk,
): Reply {
  const { words } = talk
  const { way } = draft
  const name = facts.customer.operator.name
  return {
    title: words.say(`ending.form.title.${way}`, { name }),
    tone: way === 'cancel' ? 'danger' : 'warning',
    parts: [
      ...facts.complaints,
      line(words.say(`ending.means.${way}`), { tone: way === 'cancel' ? 'danger' : 'plain' }),
      {
        kind: 'choices',
        id: 'subscriptions',
        label: words.say('ending.form.which'),
        multiple: true,
        options: facts.endable.map((each) => ({ value: each.id, label: optionLine(each, way, facts.all, talk) })),
        chosen: draft.subscriptions ?? [],
      },
      ...textField('because', words.say('ending.form.because'), draft.because, true),
      ...(way === 'cancel' ? textField('name', words.say('ending.input.name', { name }), draft.typedName, false) : []),
      line(words.say('ending.form.how'), { weight: 'quiet' }),
    ],
    buttons: [
      { label: words.say('button.ask-second'), tone: 'good', says: wordFor(words.grammar, 'answers', 'ask') },
      notNow(words),
    ],
  }
}

function optionLine(
  subscription: OperatorSubscription,
  way: EndingWay,
  all: readonly OperatorSubscription[],
  { words, zone }: Talk,
): string {
  const { id, name, quantity } = subscription
  const subject = subscriptionLine({ name, quantity, addOns: addOnsOf(id, all) }, words)
  return `${subject} · ${dayOf(subscription, way, zone, words)}`
}
