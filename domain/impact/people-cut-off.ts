import type { LicenceCount, OperatorSubscription } from '../ports/operator-lane.ts'
import type { People } from './impact.ts'

/**
 * Who loses access with a subscription. Licences are counted by product and not by subscription: only a product that
 * fits exactly one of the customer's subscriptions in service tells about that one.
 */
export function peopleCutOff(
  subscription: OperatorSubscription,
  all: readonly OperatorSubscription[],
  licences: readonly LicenceCount[] | null,
): People {
  if (subscription.model === 'azure-plan') return { by: 'unknown' }
  const offer = plainly(subscription.offer)
  const lists = (licences ?? []).filter(({ product }) => plainly(product) === offer)
  const alike = all.filter(({ id, status, offer: other }) => {
    return id === subscription.id || (status === 'active' && plainly(other) === offer)
  })
  const [list] = lists
  if (list && lists.length === 1 && alike.length === 1) return { by: 'licences', count: list.assigned }
  return { by: 'seats', count: subscription.quantity }
}

function plainly(name: string): string {
  return name.trim().toLowerCase()
}
