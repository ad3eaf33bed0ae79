import type { Trouble } from '../../domain/acts/subscription-act.ts'
import { settingsOf, type Lane } from '../../domain/customers/lane.ts'
import { laneWaitOf } from '../../domain/lanes/lane-waits.ts'
import { missingAccess, noCauses, overBudget } from '../../domain/ports/operator-codes.ts'
import type { SubscriptionStatus } from '../../domain/ports/operator-lane.ts'
import { unreadable } from '../../domain/shared/outside-fault.ts'
import { instantOf, msOf, type Instant } from '../../domain/shared/time.ts'
import type { Words } from '../words/words.ts'

/** What went wrong at the operator, in one sentence, with what to do next. */
export function troubleLine(trouble: Trouble, lane: Lane, words: Words): string {
  const { code, description, correlationId } = trouble
  const operator = words.say(`lane.${lane}`)
  if (code === 'lane-not-configured' || code === 'known-by-name') return words.say(`trouble.${code}`, { operator })
  if (code === 'base-first' || code === 'plan-first' || code === 'azure-first' || code === 'other-case')
    return words.say(`trouble.${code}`, { operator })
  const waits = laneWaitOf(trouble)
  if (waits !== null) return words.say(`trouble.${waits}`, { operator, case: description ?? '' })
  if (code === 'term-ended') return words.say('trouble.term-ended', { operator })
  if (code?.startsWith('status-')) {
    const status = words.say(`status.${code.slice('status-'.length) as SubscriptionStatus}`)
    return words.say('trouble.wrong-status', { operator, status })
  }
  return words.sentences([
    whatHappened(trouble, lane, words),
    ...(description === null ? [] : [words.say('trouble.said', { description })]),
    ...(correlationId === null ? [] : [words.say('trouble.quote', { correlationId })]),
  ])
}

function whatHappened({ kind, code, until }: Trouble, lane: Lane, words: Words): string {
  const operator = words.say(`lane.${lane}`)
  if (code === unreadable) return words.say('trouble.unreadable', { operator })
  const known = { operator, code: code ?? 'none' }
  const cause = noCauses[known.code]
  if (cause !== undefined) return words.say(`trouble.${cause}`, known)
  if (kind === 'throttled' && until !== undefined) {
    const key = code === overBudget ? 'trouble.over-budget' : 'trouble.throttled-until'
    return words.say(key, { operator, until: words.moment(nextMinute(until)) })
  }
  if (kind !== 'unauthorised') return words.say(`trouble.${kind}`, known)
  const missing = missingAccess[known.code] ?? 'unknown'
  return words.say('trouble.unauthorised', { ...known, missing, setting: settingsOf(lane) })
}

/** Moments are told by the minute; one that was cut off would have passed already. */
function nextMinute(moment: Instant): Instant {
  return instantOf(Math.ceil(msOf(moment) / 60_000) * 60_000)
}
