import type { AzureSubscription, OperatorLane, OperatorSubscription } from '../ports/operator-lane.ts'
import type { CustomerId } from '../shared/ids.ts'
import type { SubscriptionAct } from './subscription-act.ts'

const asStatus = { active: 'active', inactive: 'suspended', unknown: 'unknown' } as const

/** A single Azure subscription as any other: stopping it is a suspension, and what Azure does not have is left blank. */
export function asSubscription({ id, name, plan, status }: AzureSubscription): OperatorSubscription {
  return {
    ...{ id, name, plan, offer: name, status: asStatus[status], model: 'azure-plan', quantity: 1, parent: null },
    ...{ suspensionReasons: [], commitmentEnd: null, autoRenew: null, term: null, billingCycle: null },
    ...{ cancellableUntil: null, scheduledChange: null },
  }
}

/** What an act is about, as the operator shows it now. Throws `OutsideFault`. */
export async function asShown(
  lane: OperatorLane,
  customer: CustomerId,
  { subscription, plan }: Pick<SubscriptionAct, 'subscription' | 'plan'>,
): Promise<OperatorSubscription> {
  if (plan === undefined) return lane.subscription(customer, subscription)
  return asSubscription(await lane.azureSubscription(customer, plan, subscription))
}
