import { msOf, type Instant } from '../../../domain/shared/time.ts'
import { hasActiveAzure } from './change-azure.ts'
import type { Resource } from './resource.ts'
import type { SoldAs, StatusWord } from './seed.ts'
import type { Switches } from './switches.ts'
import { OperatorRefusal } from './wire-answer.ts'
import { findSubscription, type SimulatedSubscription, type World } from './world.ts'

const hour = 3_600_000

/** Throws the operator's refusal when a partner may not bring a subscription into this status (facts/partner-center 6.3 to 6.6). */
export function mayBecome(
  wanted: StatusWord,
  held: SimulatedSubscription,
  situation: { readonly world: World; readonly switches: Switches; readonly now: Instant },
): void {
  const { world } = situation
  const { resource, soldAs } = held
  if (wanted !== 'active' && wanted !== 'suspended' && wanted !== 'deleted')
    throw new OperatorRefusal(400, 800096, `The status cannot be changed to ${wanted} here.`)
  if (resource.status !== 'active' && resource.status !== 'suspended')
    throw new OperatorRefusal(400, 800040, `The transition from ${resource.status} to ${wanted} is not allowed.`)
  if (soldAs === 'new-commerce') noUpdatesAround(held, situation)
  if (wanted === 'active') parentMustBeActive(world, held)
  if (wanted === 'deleted') mustBeCancellable(held, situation)
  // 6.6; whether software can be suspended is not said anywhere (?).
  if (wanted === 'suspended' && softwareWindows[soldAs] !== undefined)
    throw new OperatorRefusal(400, 2006, 'The offer does not allow this update.')
  if (wanted !== 'active' && soldAs === 'azure-plan' && hasActiveAzure(held.customer, resource.id, situation))
    throw new OperatorRefusal(403, 900115, 'The plan still has active Azure subscriptions.')
}

/** Throws where new commerce takes no change of its status or its renewal because its term ends or begins. */
export function noUpdatesAround(
  held: SimulatedSubscription,
  { switches, now }: { readonly switches: Switches; readonly now: Instant },
): void {
  // 6.3 gives the window and the 409; the code is the one of 6.6 whose meaning fits.
  if (inRenewalWindow(held, switches, now))
    throw new OperatorRefusal(409, 900278, 'An operation is pending; try after 24 hours.')
  if (!held.resource.autoRenewEnabled && termEnd(held) - msOf(now) < switches.expiringHours * hour)
    throw new OperatorRefusal(400, 900277, 'The subscription is in the process of being expired.')
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

/** 6.5: how long after its purchase each can be cancelled, in days; the shortest window is counted in hours. */
const softwareWindows: Readonly<Partial<Record<SoldAs, (resource: Resource) => number>>> = {
  software: () => 7,
  'perpetual-software': () => 30,
  marketplace: ({ termDuration }) => (termDuration === 'P1M' ? 1 : 14),
}

/** New commerce says itself until when: seven days after each purchase and renewal. An Azure plan can always be (7). */
function mustBeCancellable(
  { resource, soldAs }: SimulatedSubscription,
  { switches, now }: { readonly switches: Switches; readonly now: Instant },
): void {
  if (soldAs === 'azure-plan') return
  const days = softwareWindows[soldAs]?.(resource)
  if (days === undefined && soldAs !== 'new-commerce')
    throw new OperatorRefusal(400, 800096, 'The status cannot be changed here.')
  const until =
    days === undefined
      ? Date.parse(resource.cancellationAllowedUntilDate ?? '')
      : Date.parse(resource.creationDate) + days * 24 * hour
  if (msOf(now) <= until) return
  const inHours = days === undefined ? switches.cancellationRefusal === 'hours' : days === 1
  throw inHours
    ? new OperatorRefusal(400, 900213, 'You have passed your 24-hour cancellation window.')
    : new OperatorRefusal(400, 900117, `You have passed your ${days ?? 7}-day cancellation window.`)
}
