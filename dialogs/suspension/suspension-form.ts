import type { OperatorSubscription } from '../../domain/ports/operator-lane.ts'
import type { CustomerStanding } from '../../domain/receivables/standing-book.ts'
import { oldestDaysPastDue } from '../../domain/receivables/standing.ts'
import { addOnsOf, behindUnpaidLines } from '../../domain/suspension/request-suspension.ts'
import type { Obstacle, SuspensionReason } from '../../domain/suspension/suspension-request.ts'
import { overdueSums, sums } from '../phrases/money-lines.ts'
import { notNow } from '../phrases/not-now.ts'
import { subscriptionLine } from '../phrases/subscription-line.ts'
import type { Talk } from '../talk.ts'
import { wordFor } from '../understanding/phrase.ts'
import type { Button, Part, Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'
import { obstacleAdvice } from './obstacle-line.ts'

export interface FormFacts {
  readonly of: CustomerStanding
  readonly reason: SuspensionReason
  /** Those that may be suspended: in service, or held already for something else. */
  readonly active: readonly OperatorSubscription[]
  readonly obstacles: readonly Obstacle[]
  readonly chosen: readonly string[]
  readonly note: string | null
  readonly override: string | null
  /** What was missing when the form was sent; null at first. */
  readonly complaint: string | null
}

/** What the first person fills in: which subscriptions, why, and what stands in the way. */
export function suspensionForm(facts: FormFacts, { words }: Talk): Reply {
  const { of, reason, active, obstacles, chosen, complaint } = facts
  const forDebt = reason === 'non-payment'
  const owes = words.say('suspension.owes', {
    name: of.customer.name,
    sums: sums(overdueSums(of), words),
    days: oldestDaysPastDue(of.standing),
  })
  const unpaid = behindUnpaidLines(of)
  const told = unpaid.size > 0
  const asTold = chosen.length > 0 && active.every(({ id }) => unpaid.has(id) === chosen.includes(id))
  return {
    title: words.say('suspension.form.title', { name: of.customer.name, reason: words.say(`reason.${reason}`) }),
    parts: [
      ...(complaint === null ? [] : [{ kind: 'text', text: complaint, tone: 'warning' } as const]),
      ...(forDebt ? [text(owes)] : []),
      ...obstacles.map((obstacle): Part => ({ kind: 'text', text: obstacleAdvice(obstacle, words), tone: 'warning' })),
      ...(obstacles.length === 0 ? [] : [input('override', words.say('suspension.form.override'), facts.override)]),
      ...(forDebt && !told ? [text(words.say('suspension.form.ledger-silent'))] : []),
      {
        kind: 'choices',
        id: 'subscriptions',
        label: words.say(forDebt && asTold ? 'suspension.form.which-unpaid' : 'suspension.form.which'),
        multiple: true,
        options: active.map((each) => ({ value: each.id, label: optionLine(each, active, words) })),
        chosen,
      },
      input('note', words.say(forDebt ? 'suspension.form.note' : 'suspension.form.note-needed'), facts.note),
      { kind: 'text', text: words.say('suspension.form.how'), weight: 'quiet' },
    ],
    buttons: sendOrLeave(words),
  }
}

export function sendOrLeave(words: Words): readonly Button[] {
  return [
    { label: words.say('button.ask-second'), tone: 'good', says: wordFor(words.grammar, 'answers', 'ask') },
    notNow(words),
  ]
}

function optionLine(
  { id, name, quantity, parent, status }: OperatorSubscription,
  all: readonly OperatorSubscription[],
  words: Words,
): string {
  if (status !== 'active') {
    return words.say('subscription.with-status', { name, quantity, status: words.say(`status.${status}`) })
  }
  if (parent !== null) return words.say('subscription.add-on', { name, quantity })
  return subscriptionLine({ name, quantity, addOns: addOnsOf(id, all) }, words)
}

function text(line: string): Part {
  return { kind: 'text', text: line }
}

function input(id: string, label: string, value: string | null): Part {
  return { kind: 'input', id, label, value: value ?? '', multiline: id === 'note' }
}
