import { dunningStages, type CollectionsPolicy } from '../policy/collections-policy.ts'
import type { CustomerStanding } from '../receivables/standing-book.ts'
import { isOverdue } from '../receivables/standing.ts'
import type { Money } from '../shared/money.ts'
import type { Day } from '../shared/time.ts'
import { workingDaysBetween } from '../shared/working-days.ts'
import type { Obstacle, Override } from './suspension-request.ts'

type Facts = Pick<CustomerStanding, 'standing' | 'finding' | 'ledgerAsOf'>

/** Everything that stands between a customer's debt and a suspension for it; empty when the policy calls for one. */
export function obstaclesTo(facts: Facts, policy: CollectionsPolicy): readonly Obstacle[] {
  const { stage, byDebt, gap } = facts.finding
  return [
    ...(byDebt === 'suspend' ? [] : [{ code: 'before-suspension-rung', stage } as const]),
    ...(gap === null ? [] : [gap]),
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
      if (now.code !== 'before-suspension-rung') return now.code !== 'ledger-too-old'
      return dunningStages.indexOf(now.stage) >= dunningStages.indexOf(agreed.stage)
    // Waiting out a running notice was set aside together with the notice itself.
    case 'no-final-notice':
      return now.code === 'no-final-notice' || now.code === 'notice-running'
    case 'notice-running':
    case 'ledger-too-old':
      return now.code === agreed.code
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

function tooOld(asOf: Day | null, today: Day, policy: CollectionsPolicy): readonly Obstacle[] {
  if (asOf === null) return []
  const age = workingDaysBetween(asOf, today, policy.calendar)
  if (age <= policy.ledgerAgeLimit) return []
  return [{ code: 'ledger-too-old', asOf, workingDays: age, limit: policy.ledgerAgeLimit }]
}
