import type { Impact } from '../../domain/impact/impact.ts'
import type { Lane } from '../../domain/customers/lane.ts'
import type { OperatorSubscription } from '../../domain/ports/operator-lane.ts'
import type { MatchedCustomer } from '../../domain/customers/customer.ts'
import type { CustomerStanding } from '../../domain/receivables/standing-book.ts'
import { hasSummaries, isKnownBySums, oldestDaysPastDue, overdueSums } from '../../domain/receivables/standing.ts'
import { isNamedOnly } from '../../domain/suspension/known-by-hand.ts'
import { behindUnpaidLines, isPrepaid } from '../../domain/suspension/scope.ts'
import { addOnsOf } from '../../domain/suspension/suspendable.ts'
import type { Day } from '../../domain/shared/time.ts'
import type { Obstacle, SuspensionReason } from '../../domain/suspension/suspension-request.ts'
import { laneOnCard } from '../lanes/lane-lines.ts'
import { sums } from '../phrases/money-lines.ts'
import { notNow } from '../phrases/not-now.ts'
import { subscriptionLine } from '../phrases/subscription-line.ts'
import { textField } from '../phrases/text-field.ts'
import type { Talk } from '../talk.ts'
import { wordFor } from '../understanding/phrase.ts'
import { impactParts } from './impact-parts.ts'
import { line, type Button, type Part, type Reply } from '../vocabulary/reply.ts'
import type { MessageKey } from '../words/message-key.ts'
import type { Words } from '../words/words.ts'
import { obstacleAdvice, obstacleLine } from './obstacle-line.ts'

/** What the form shows, as it was found and as far as it was filled in. */
interface FormFacts {
  readonly of: CustomerStanding & { readonly customer: MatchedCustomer }
  readonly reason: SuspensionReason
  /** Those that may be suspended: in service, or held already for something else. */
  readonly suspendable: readonly OperatorSubscription[]
  /** Where nobody can be asked what there is: what somebody typed by name. */
  readonly named: { readonly typed: string | null; readonly lane: Lane } | null
  readonly obstacles: readonly Obstacle[]
  readonly chosen: readonly string[]
  /** A later day on which it is to be carried out; null for at once. */
  readonly on: Day | null
  /** What it does to what is chosen. */
  readonly impact: Impact
  readonly note: string | null
  readonly override: string | null
  /** What the desk made nothing of, and what is missing from a form that was sent; none at first. */
  readonly complaints: readonly Part[]
}

/** What the first person fills in: which subscriptions, why, and what stands in the way. */
export function suspensionForm(facts: FormFacts, talk: Talk): Reply {
  const { words } = talk
  const { of, reason, named, obstacles, chosen, impact, complaints } = facts
  const suspendable = facts.suspendable.filter(({ id }) => !isNamedOnly(id))
  const forDebt = reason === 'non-payment'
  const owes = words.say('suspension.owes', {
    name: of.customer.name,
    sums: sums(overdueSums(of.standing), words),
    days: oldestDaysPastDue(of.standing),
  })
  const unpaid = behindUnpaidLines(of)
  const prepaid = forDebt ? suspendable.filter((each) => isPrepaid(each, unpaid)) : []
  const asTold = chosen.length > 0 && suspendable.every(({ id }) => unpaid.has(id) === chosen.includes(id))
  return {
    title: words.say('suspension.form.title', { name: of.customer.name, reason: words.say(`reason.${reason}`) }),
    parts: [
      ...(of.customer.lane === null ? [] : laneOnCard(of.customer.lane, talk)),
      ...complaints,
      ...(facts.on === null ? [] : [line(words.say('suspension.form.on', { day: words.day(facts.on) }))]),
      ...(forDebt ? [line(owes)] : []),
      ...(forDebt && hasSummaries(of.standing) ? [line(words.say('suspension.sums-by-age'), { tone: 'warning' })] : []),
      ...obstacles.map((obstacle) => {
        const isUseless = obstacle.code === 'no-final-notice' && isKnownBySums(of.standing)
        return line((isUseless ? obstacleLine : obstacleAdvice)(obstacle, words), { tone: 'warning' })
      }),
      ...(obstacles.length === 0
        ? []
        : textField('override', words.say('suspension.form.override'), facts.override, false)),
      ...(named === null ? [] : [line(words.say('by-hand.form', { operator: words.say(`lane.${named.lane}`) }))]),
      ...(forDebt && !unpaid.told ? [line(words.say('suspension.form.ledger-silent'))] : []),
      ...prepaidLine(prepaid, words),
      ...(suspendable.length === 0
        ? []
        : [
            {
              kind: 'choices',
              id: 'subscriptions',
              label: words.say(forDebt && asTold ? 'suspension.form.which-unpaid' : 'suspension.form.which'),
              multiple: true,
              options: suspendable.map((each) => ({ value: each.id, label: optionLine(each, suspendable, words) })),
              chosen: chosen.filter((id) => !isNamedOnly(id)),
            } as const,
          ]),
      ...(named === null
        ? []
        : textField('named', words.say('by-hand.form.named', { listed: suspendable.length }), named.typed, true)),
      ...(impact.subscriptions.length === 0
        ? []
        : [line(words.say('impact.heading'), { weight: 'strong' }), ...impactParts(impact, of.customer.lane, words)]),
      ...textField('note', words.say(noteLabel[reason]), facts.note, true),
      line(words.say('suspension.form.how'), { weight: 'quiet' }),
    ],
    buttons: sendOrLeave(words),
  }
}

const noteLabel: Readonly<Record<SuspensionReason, MessageKey>> = {
  'non-payment': 'suspension.form.note',
  fraud: 'suspension.form.note-needed',
  misuse: 'suspension.form.note-needed',
  'customer-request': 'suspension.form.note-customer',
}

/** What was paid for ahead is suspended only where somebody names it. */
export function prepaidLine(prepaid: readonly OperatorSubscription[], words: Words): readonly Part[] {
  if (prepaid.length === 0) return []
  const names = words.list(prepaid.map(({ name }) => name))
  return [line(words.say('suspension.form.prepaid', { names, all: wordFor(words.grammar, 'answers', 'all') }))]
}

/** Under these Azure plans there may be Azure subscriptions that nobody could read. */
export function unreadLine(plans: readonly OperatorSubscription[], words: Words): readonly Part[] {
  if (plans.length === 0) return []
  const names = words.list(plans.map(({ name }) => name))
  return [line(words.say('suspension.form.azure-unread', { names }), { tone: 'warning' })]
}

/** The form's two buttons. */
export function sendOrLeave(words: Words): readonly Button[] {
  return [
    { label: words.say('button.ask-second'), tone: 'good', says: wordFor(words.grammar, 'answers', 'ask') },
    notNow(words),
  ]
}

/** A subscription as something to choose. */
export function optionLine(
  { id, name, quantity, parent, status, plan, unseen }: OperatorSubscription,
  all: readonly OperatorSubscription[],
  words: Words,
): string {
  if (unseen) return words.say('by-hand.unseen', { name })
  if (plan !== undefined) {
    const under = all.find((each) => each.id === plan)
    const line = under
      ? words.say('subscription.azure-under', { name, plan: under.name })
      : words.say('subscription.azure', { name })
    return status === 'active' ? line : words.say('subscription.azure-stopped', { line })
  }
  if (status !== 'active') {
    return words.say('subscription.with-status', { name, quantity, status: words.say(`status.${status}`) })
  }
  if (parent !== null) return words.say('subscription.add-on', { name, quantity })
  return subscriptionLine({ name, quantity, addOns: addOnsOf(id, all) }, words)
}
