import type { SimulatedSubscription, World } from './world.ts'

/** Who gets in: no API tells, so a proof has to ask behind the curtain. */
export interface Access {
  /** The customer's people can sign in and work. */
  readonly users: boolean
  /** The customer's administrators can reach the data. */
  readonly admins: boolean
}

/** Who gets in while a subscription is in its status (facts/partner-center 6.3, 6.4). */
export function accessTo({ resource, customer }: SimulatedSubscription, { log }: World): Access {
  const last = log.transitions.findLast((each) => each.customer === customer && each.subscription === resource.id)
  switch (resource.status) {
    case 'active':
      return { users: true, admins: true }
    case 'expired':
      // After an active term users keep access for 30 days; after a suspended one they have none.
      return { users: last?.from !== 'suspended', admins: true }
    case 'suspended':
    case 'disabled':
      return { users: false, admins: true }
    case 'none':
    case 'pending':
    case 'deleted':
      return { users: false, admins: false }
  }
}
