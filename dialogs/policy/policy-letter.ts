import type { CollectionsPolicy } from '../../domain/policy/collections-policy.ts'
import { rungValue } from '../../domain/policy/policy-facts.ts'
import type { PolicyVersion } from '../../domain/policy/policy-version.ts'
import { rungsFor, segmentOf } from '../../domain/policy/rungs-for.ts'
import type { Customer } from '../../domain/customers/customer.ts'
import { capabilities } from '../../domain/customers/lane.ts'
import { dayAt } from '../../domain/shared/time.ts'
import type { Words } from '../words/words.ts'
import { ageText, amountsText, conditionsOf } from './policy-lines.ts'

/**
 * The policy as a customer reads it: what happens after how many days, what a suspension means, and whom to write to. For
 * one customer their own ladder, else that of everybody without one. Plain text, a paragraph each; not sent by the desk.
 */
export function policyLetter(
  policy: CollectionsPolicy,
  version: Pick<PolicyVersion, 'number' | 'since'>,
  customer: Customer | null,
  words: Words,
): string {
  const rungs = (customer ? rungsFor(policy, customer) : policy.rungs).toReversed()
  const { finalNoticeDays, countsWorkingDays, tolerance, contact, calendar } = policy
  const steps = rungs.map((rung, at) => {
    const value = rungValue(rung, countsWorkingDays)
    const age = ageText(value.days, value.working, words)
    const notice = ageText(finalNoticeDays, false, words)
    const conditions = conditionsOf(value, words)
    const step = words.say(`letter.${value.calls}`, { n: at + 1, age, notice })
    return conditions.length === 0
      ? step
      : words.sentences([step, words.say('letter.only-if', { conditions: words.list(conditions) })])
  })
  const suspends = rungs.some(({ stage }) => stage === 'suspend')
  const lane = customer?.lane ?? null
  const deletes = lane === null ? null : capabilities[lane].deletesSuspendedAfterDays
  return [
    words.say('letter.title'),
    words.say(countsWorkingDays ? 'letter.opening-working' : 'letter.opening'),
    steps.join('\n'),
    ...(Object.keys(tolerance).length === 0
      ? []
      : [words.say('letter.tolerance', { amounts: amountsText(tolerance, words, 'or') })]),
    ...(suspends
      ? [
          words.sentences([
            words.say('letter.means'),
            deletes === null
              ? words.say('letter.data')
              : words.say('letter.data-days', { operator: words.say(`lane.${lane ?? 'china'}`), n: deletes }),
          ]),
          words.say('letter.people'),
          words.say('letter.back'),
        ]
      : []),
    contact === null ? words.say('letter.contact') : words.say('letter.contact-at', { contact }),
    words.say('letter.version', {
      version: version.number,
      since: words.day(dayAt(version.since, calendar.timeZone)),
    }),
  ].join('\n\n')
}

/** Whose ladder a letter tells: the name of a segment; null for everybody else's. */
export function letterFor(policy: CollectionsPolicy, customer: Customer): string | null {
  return segmentOf(policy, customer)?.name ?? null
}
