import { impactOf, type ImpactFacts } from '../../domain/impact/impact-of.ts'
import type { OperatorSubscription } from '../../domain/ports/operator-lane.ts'
import type { CustomerStanding } from '../../domain/receivables/standing-book.ts'
import { dayAt } from '../../domain/shared/time.ts'
import { scopeOf } from '../../domain/suspension/scope.ts'
import type { OpenSuspension } from '../../domain/suspension/suspension-request.ts'
import { notNow } from '../phrases/not-now.ts'
import type { Talk } from '../talk.ts'
import { wordFor } from '../understanding/phrase.ts'
import { line, type Part, type Reply } from '../vocabulary/reply.ts'
import { impactParts } from './impact-parts.ts'
import { scopeParts } from './scope-parts.ts'
import { optionLine } from './suspension-form.ts'

interface ChangeFacts {
  readonly request: OpenSuspension
  /** Null where nobody knows the customer any more. */
  readonly of: CustomerStanding | null
  readonly listed: readonly OperatorSubscription[]
  readonly all: readonly OperatorSubscription[]
  readonly chosen: readonly string[]
  readonly read: ImpactFacts
  readonly complaints: readonly Part[]
}

/** What an open request would cover instead, and what that does. */
export function changeForm(
  { request, of, listed, all, chosen, read, complaints }: ChangeFacts,
  { words, desk, nameOf }: Talk,
): Reply {
  const { lane, operatorName: name } = request.identity
  const zone = desk.policy.calendar.timeZone
  const covers = listed.filter(({ id }) => chosen.includes(id))
  const scope = of && request.reason === 'non-payment' ? { scope: scopeOf(covers, of) } : {}
  const today = dayAt(desk.now(), zone)
  const impact = impactOf(chosen, all, read, { lane, from: today, zone })
  return {
    title: words.say('suspension.change.title', { case: request.id, name }),
    parts: [
      ...complaints,
      {
        kind: 'choices',
        id: 'subscriptions',
        label: words.say('suspension.form.which'),
        multiple: true,
        options: listed.map((each) => ({ value: each.id, label: optionLine(each, listed, words) })),
        chosen,
      },
      ...scopeParts({ subscriptions: covers, ...scope }, nameOf, words),
      ...(impact.subscriptions.length === 0 ? [] : [line(words.say('impact.heading'), { weight: 'strong' })]),
      ...impactParts(impact, lane, words),
      line(words.say('suspension.change.how'), { weight: 'quiet' }),
    ],
    buttons: [
      { label: words.say('button.change-scope'), says: wordFor(words.grammar, 'answers', 'ask') },
      notNow(words),
    ],
  }
}
