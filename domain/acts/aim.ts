import type { OperatorLane, OperatorSubscription } from '../ports/operator-lane.ts'
import type { CustomerId } from '../shared/ids.ts'
import type { SubscriptionAct } from './subscription-act.ts'

/** What an act wants of a subscription. */
export type Wanted = 'suspended' | 'active' | 'cancelled' | 'not-renewing'

interface Aim {
  /** Whether the operator shows it so. */
  isReached(seen: OperatorSubscription): boolean
  /** Whether it can be brought there from what the operator shows. */
  isWithinReach(seen: OperatorSubscription): boolean
  call(lane: OperatorLane, customer: CustomerId, act: SubscriptionAct): Promise<void>
}

/** How each of them is seen and asked for. */
export const aims: Readonly<Record<Wanted, Aim>> = {
  suspended: {
    isReached: ({ status }) => status === 'suspended',
    isWithinReach: ({ status }) => status === 'active',
    call: (lane, customer, { subscription, plan, intent }) =>
      plan === undefined
        ? lane.suspend(customer, subscription, intent)
        : lane.stopAzure(customer, plan, subscription, intent),
  },
  active: {
    isReached: ({ status }) => status === 'active',
    isWithinReach: ({ status }) => status === 'suspended',
    call: (lane, customer, { subscription, plan, intent }) =>
      plan === undefined
        ? lane.reactivate(customer, subscription, intent)
        : lane.startAzure(customer, plan, subscription, intent),
  },
  cancelled: {
    isReached: ({ status }) => status === 'deleted',
    isWithinReach: ({ status }) => status === 'active' || status === 'suspended',
    call: (lane, customer, { subscription, intent }) => lane.cancel(customer, subscription, intent),
  },
  'not-renewing': {
    isReached: ({ autoRenew }) => autoRenew === false,
    // A suspended one has lost its renewal already (facts/partner-center 6.3), and takes no changes (6.6).
    isWithinReach: ({ status }) => status === 'active',
    call: (lane, customer, { subscription, intent }) =>
      lane.setRenewal(customer, subscription, { autoRenew: false, scheduledChange: null }, intent),
  },
}
