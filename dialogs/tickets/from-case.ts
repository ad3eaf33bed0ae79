import { never } from '../../domain/shared/outcome.ts'
import type { AnyCase } from '../../domain/cases/case.ts'
import type { SubscriptionAct } from '../../domain/acts/subscription-act.ts'
import type { FraudAlert } from '../../domain/fraud/fraud-alert.ts'
import type { Instant } from '../../domain/shared/time.ts'
import type { Sighting } from '../../domain/watch/sighting.ts'
import type { FailedAct, OperatorWords } from './operator-words/operator-words.ts'

/** What a case says of itself to its operator, before anybody has written anything. */
export interface Opening {
  readonly title: string
  readonly text: string
}

/** As many acts or resources as an operator's reader goes through. */
const mostListed = 10

/**
 * The matter of a case in the operator's words: what failed, was found or was reported. Null where nothing went wrong:
 * what the operator should know then is for a person to say. `moment` tells a time.
 */
export function openingOf(found: AnyCase, words: OperatorWords, moment: (at: Instant) => string): Opening | null {
  switch (found.kind) {
    case 'suspension':
      return 'acts' in found.value ? failures(found.value.acts, 'suspended', words, moment) : null
    case 'resumption':
      return 'acts' in found.value ? failures(found.value.acts, 'active', words, moment) : null
    case 'ending':
      return 'acts' in found.value ? failures(found.value.acts, 'ended', words, moment) : null
    case 'sighting':
      return sighted(found.value, words, moment)
    case 'fraud-alert':
      return alerted(found.value, words, moment)
    case 'budget':
    case 'credit-change':
    case 'countdown':
    case 'service-request':
    case 'role-change':
    case 'policy-change':
    case 'ledger-import':
    case 'lane-switch':
    case 'daily-brake':
    case 'lane-trouble':
      return null
    default:
      return never(found)
  }
}

function troubleOf({ result, delay }: SubscriptionAct) {
  if (result.state === 'failed') return { at: result.at, trouble: result.trouble }
  return delay === null ? null : { at: delay.since, trouble: delay.trouble }
}

function failures(
  acts: readonly SubscriptionAct[],
  what: FailedAct,
  words: OperatorWords,
  moment: (at: Instant) => string,
): Opening | null {
  const lines = acts.flatMap((act) => {
    const failed = troubleOf(act)
    if (failed === null) return []
    const { code, description } = failed.trouble
    const { name, subscription: id } = act
    const told = words.opening.failedAct({ name, id, what, at: moment(failed.at) })
    return [sentences([told, words.opening.answered(code, description)], words)]
  })
  return lines.length === 0 ? null : { title: words.opening.failed[what], text: some(lines, words).join('\n') }
}

function sighted({ subscriptions }: Sighting, words: OperatorWords, moment: (at: Instant) => string): Opening | null {
  const lines = subscriptions
    .filter(({ overAt }) => overAt === null)
    .map(({ id, name, difference, seenAt }) => words.opening.seen[difference](name, id, moment(seenAt)))
  return lines.length === 0 ? null : { title: words.opening.seenOtherwise, text: some(lines, words).join('\n') }
}

/** What the source said, in its own words: nothing of ours is translated into them. */
function alerted(
  { type, title, description, firstSeenAt, hits, resources, reportedBy }: FraudAlert,
  words: OperatorWords,
  moment: (at: Instant) => string,
): Opening {
  const said = [title, description].flatMap((each) => (each === null || each.trim() === '' ? [] : [each.trim()]))
  return {
    title: words.opening.suspicious(type),
    text: [
      words.opening.suspiciousUse({ type, since: moment(firstSeenAt), times: hits }),
      // What our own staff reported stands in their language.
      ...(said.length === 0 || reportedBy !== undefined
        ? []
        : [`${words.opening.source}${words.colon}${[...new Set(said)].join(' / ')}`]),
      ...(resources.length === 0
        ? []
        : [
            `${words.opening.resources}${words.colon.trimEnd()}`,
            ...some(
              resources.map(({ id }) => `- ${id}`),
              words,
            ),
          ]),
    ].join('\n'),
  }
}

function sentences(each: readonly string[], { tag }: OperatorWords): string {
  return each.filter((one) => one !== '').join(tag === 'en' ? ' ' : '')
}

function some(lines: readonly string[], words: OperatorWords): readonly string[] {
  const left = lines.length - mostListed
  return left > 0 ? [...lines.slice(0, mostListed), words.more(left)] : lines
}
