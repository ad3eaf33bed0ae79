import type { ApprovalRule, CollectionsPolicy, Limits } from '../policy/collections-policy.ts'
import type { Money } from '../shared/money.ts'
import type { Excess } from './excess.ts'
import { peopleCutOff } from './people-cut-off.ts'
import type { Basis, ChosenSubscription, SuspensionReason } from './suspension-request.ts'

/** What a suspension would cost, as it stood on the card when it was asked. */
export interface Stakes {
  readonly people: number
  readonly overdue: readonly Money[]
}

/** How many different people must say yes, and why more than one; null where the policy asks for no more. */
export interface ApprovalsNeeded {
  readonly needed: number
  readonly why: Excess | { readonly over: 'reason' } | null
}

export function stakesOf(subscriptions: readonly ChosenSubscription[], { overdue }: Pick<Basis, 'overdue'>): Stakes {
  return { people: peopleCutOff(subscriptions), overdue }
}

/** The first limit that is exceeded, people before money; null where none is. */
export function excessOf(limits: Limits, { people, overdue }: Stakes): Excess | null {
  if (limits.people !== null && people > limits.people) return { over: 'people', people, limit: limits.people }
  for (const amount of overdue) {
    const limit = limits.amounts[amount.currency]
    if (limit !== undefined && amount.minor > limit) return { over: 'amount', amount, limit }
  }
  return null
}

/** What the policy's rules ask for together: the severest wins. */
export function approvalsFor(
  reason: SuspensionReason,
  stakes: Stakes,
  { approvals }: Pick<CollectionsPolicy, 'approvals'>,
): ApprovalsNeeded {
  let severest: ApprovalsNeeded = { needed: 1, why: null }
  for (const rule of approvals.filter((each) => each.reason === reason)) {
    const why = reasonFor(rule, stakes)
    if (why !== null && rule.needs > severest.needed) severest = { needed: rule.needs, why }
  }
  return severest
}

/** Why an approver proves with a second factor that it is them; null where the stakes are not that high. */
export function stepUpFor(stakes: Stakes, { stepUp }: Pick<CollectionsPolicy, 'stepUp'>): Excess | null {
  return stepUp && excessOf(stepUp, stakes)
}

function reasonFor({ above }: ApprovalRule, stakes: Stakes): ApprovalsNeeded['why'] {
  return above === null ? { over: 'reason' } : excessOf(above, stakes)
}
