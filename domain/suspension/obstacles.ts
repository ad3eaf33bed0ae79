import type { Agreement, AgreementId } from '../agreements/agreement.ts'
import { endOf } from '../agreements/in-force.ts'
import { dunningStages, type CollectionsPolicy } from '../policy/collections-policy.ts'
import type { CustomerStanding } from '../receivables/standing-book.ts'
import { isOverdue } from '../receivables/standing.ts'
import type { SubscriptionId } from '../shared/ids.ts'
import type { Money } from '../shared/money.ts'
import type { Day } from '../shared/time.ts'
import { workingDaysBetween } from '../shared/working-days.ts'
import type { Obstacle, Override } from './suspension-request.ts'

type Facts = Pick<CustomerStanding, 'standing' | 'finding' | 'ledgerAsOf' | 'agreements'>

/**
 * Everything that stands between a customer's debt and a suspension for it; empty when the policy calls for one.
 * `chosen`: what is to be suspended, since one subscription may be exempt and another not.
 */
export function obstaclesTo(
  facts: Facts,
  policy: CollectionsPolicy,
  chosen: readonly SubscriptionId[] = [],
): readonly Obstacle[] {
  const { paused } = facts.finding
  // What was agreed is an obstacle of its own: whoever sets it aside knows what the debt alone would call for.
  const { stage, byDebt, gap } = paused ?? facts.finding
  return [
    ...(byDebt === 'suspend' ? [] : [{ code: 'before-suspension-rung', stage } as const]),
    ...(gap === null ? [] : [gap]),
    ...agreedUpon(facts.agreements, paused?.agreements ?? [], chosen),
    ...tooOld(facts.ledgerAsOf, facts.standing.day, policy),
  ]
}

/** Obstacles nobody has set aside; an override covers the kinds it was given for and no other. */
export function remaining(obstacles: readonly Obstacle[], override: Override | null): readonly Obstacle[] {
  const agreed = override?.obstacles ?? []
  return obstacles.filter((obstacle) => !agreed.some((one) => covers(one, obstacle)))
}

/** Whether setting one obstacle aside sets aside what stands in the way now. */
function covers(agreed: Obstacle, now: Obstacle): boolean {
  switch (agreed.code) {
    // Acting before the rung is acting before its notice; debt that fell to a milder stage is not what was agreed on.
    case 'before-suspension-rung':
      if (now.code !== 'before-suspension-rung') return now.code === 'no-final-notice' || now.code === 'notice-running'
      return dunningStages.indexOf(now.stage) >= dunningStages.indexOf(agreed.stage)
    // Waiting out a running notice was set aside together with the notice itself.
    case 'no-final-notice':
      return now.code === 'no-final-notice' || now.code === 'notice-running'
    case 'notice-running':
    case 'ledger-too-old':
      return now.code === agreed.code
    // Another promise, or a newer mark, is another reason to wait.
    case 'under-agreement':
    case 'said-to-be-paid':
      return now.code === agreed.code && now.agreement === agreed.agreement
  }
}

/** Whether there is still debt to suspend for. */
export function owesAnything({ standing }: Facts): boolean {
  return isOverdue(standing)
}

/** Whether any of these sums is more than the policy leaves alone. */
export function aboveTolerance(sums: readonly Money[], { tolerance }: Pick<CollectionsPolicy, 'tolerance'>): boolean {
  return sums.some(({ currency, minor }) => minor > (tolerance[currency] ?? 0))
}

/** What of the agreements in force stands in the way: those that lower the stage, exempt subscriptions and paid marks. */
function agreedUpon(
  agreements: readonly Agreement[],
  pausing: readonly AgreementId[],
  chosen: readonly SubscriptionId[],
): readonly Obstacle[] {
  const ids = new Set(chosen.map((id) => id.toLowerCase()))
  return agreements.flatMap((one): readonly Obstacle[] => {
    const { id: agreement, kind } = one
    if (kind === 'paid-mark') return [{ code: 'said-to-be-paid', agreement, amount: one.amount, until: one.until }]
    if (kind === 'dispute') return []
    const isChosen = kind === 'exemption' && one.of.what === 'subscription' && ids.has(one.of.id.toLowerCase())
    return pausing.includes(agreement) || isChosen
      ? [{ code: 'under-agreement', agreement, kind, until: endOf(one) }]
      : []
  })
}

function tooOld(asOf: Day | null, today: Day, policy: CollectionsPolicy): readonly Obstacle[] {
  if (asOf === null) return []
  const age = workingDaysBetween(asOf, today, policy.calendar)
  if (age <= policy.ledgerAgeLimit) return []
  return [{ code: 'ledger-too-old', asOf, workingDays: age, limit: policy.ledgerAgeLimit }]
}
