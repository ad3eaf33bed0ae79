import { msOf, type Instant } from '../../../domain/shared/time.ts'
import type { StatusWord } from './seed.ts'
import type { Switches } from './switches.ts'
import { OperatorRefusal } from './wire-answer.ts'
import { findSubscription, type SimulatedSubscription, type World } from './world.ts'

const hour = 3_600_000

/** Throws the operator's refusal when a partner may not bring a subscription into this status (facts/partner-center 6.3 to 6.6). */
export function mayBecome(
  wanted: StatusWord,
  held: SimulatedSubscription,
  { world, switches, now }: { readonly world: World; readonly switches: Switches; readonly now: Instant },
): void {
  const { resource, soldAs } = held
  if (wanted !== 'active' && wanted !== 'suspended' && wanted !== 'deleted')
    throw new OperatorRefusal(400, 800096, `The status cannot be changed to ${wanted} here.`)
  if (resource.status !== 'active' && resource.status !== 'suspended')
    throw new OperatorRefusal(400, 800040, `The transition from ${resource.status} to ${wanted} is not allowed.`)
  // 6.3 gives the window and the 409; the code is the one of 6.6 whose meaning fits.
  if (soldAs === 'new-commerce' && inRenewalWindow(held, switches, now))
    throw new OperatorRefusal(409, 900278, 'An operation is pending; try after 24 hours.')

  if (wanted === 'active') parentMustBeActive(world, held)
  if (wanted === 'deleted') mustBeCancellable(held, now)
  if (wanted === 'suspended' && soldAs === 'azure-plan' && held.activeAzureSubscriptions > 0)
    throw new OperatorRefusal(403, 900115, 'The plan still has active Azure subscriptions.')
}

export function termEnd({ resource }: SimulatedSubscription): number {
  const end = Date.parse(resource.commitmentEndDateTime ?? resource.commitmentEndDate)
  // 4.2: year 1 stands for never.
  return Number.isNaN(end) || end < 0 ? Number.POSITIVE_INFINITY : end
}

function inRenewalWindow(held: SimulatedSubscription, { renewalWindowHours }: Switches, now: Instant): boolean {
  const startedAgo = msOf(now) - Date.parse(held.resource.effectiveStartDate)
  const renewed = held.resource.effectiveStartDate !== held.resource.creationDate
  const window = renewalWindowHours * hour
  const before = held.resource.autoRenewEnabled && termEnd(held) - msOf(now) < window
  return before || (renewed && startedAgo < window)
}

function parentMustBeActive(world: World, held: SimulatedSubscription): void {
  const parent = held.resource.parentSubscriptionId
  if (parent === undefined || findSubscription(world, held.customer, parent)?.resource.status === 'active') return
  throw new OperatorRefusal(409, 27009, 'The parent subscription is not active.')
}

/** 6.5: seven days after the purchase of new commerce; what else can be cancelled is not sold here. */
function mustBeCancellable({ resource, soldAs }: SimulatedSubscription, now: Instant): void {
  if (soldAs !== 'new-commerce') throw new OperatorRefusal(400, 800096, 'The status cannot be changed here.')
  if (msOf(now) > Date.parse(resource.cancellationAllowedUntilDate ?? ''))
    throw new OperatorRefusal(400, 900117, 'The cancellation window is over.')
}
