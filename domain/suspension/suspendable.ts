import type { Lane } from '../customers/lane.ts'
import { isSuspicion, type HeldSubscription, type Hold } from '../holds/hold.ts'
import type { OperatorSubscription } from '../ports/operator-lane.ts'
import type { SubscriptionId } from '../shared/ids.ts'
import type { ChosenSubscription, SuspensionReason } from './suspension-request.ts'

/**
 * Whether a suspension may be asked for: in service, or held by us already for something that a suspicion must outlast.
 * What somebody else took out is theirs to bring back.
 */
export function maySuspend(
  { id, status, plan, unseen }: OperatorSubscription,
  reason: SuspensionReason,
  lane: Lane,
  held: readonly HeldSubscription[],
): boolean {
  // The operator knows one reason to stop an Azure subscription, a compromise: to say so of a debt would be a lie.
  if (plan !== undefined && !isSuspicion(reason)) return false
  if (status === 'active') return true
  const holds = holdsOn(id, lane, held).map((hold) => hold.reason)
  // Whoever does it by hand sees the status; the same hold twice would be the same request twice.
  if (unseen) return !holds.includes(reason)
  return status === 'suspended' && reason !== 'non-payment' && holds.length > 0 && !holds.includes(reason)
}

/** Why we hold a subscription. */
export function holdsOn(id: SubscriptionId, lane: Lane, held: readonly HeldSubscription[]): readonly Hold[] {
  return held.filter((one) => one.lane === lane && one.subscription === id).flatMap(({ holds }) => holds)
}

/** What falls with a base subscription: its add-ons that are in service. */
export function addOnsOf(base: SubscriptionId, all: readonly OperatorSubscription[]): readonly string[] {
  return all.filter(({ parent, status }) => parent === base && status === 'active').map(({ name }) => name)
}

/** A subscription as it will stand on the card. */
export function asChosen(
  { id, name, quantity, parent, model, commitmentEnd, status, plan, unseen }: OperatorSubscription,
  all: readonly OperatorSubscription[],
  lane: Lane,
  held: readonly HeldSubscription[],
): ChosenSubscription {
  const addOns = addOnsOf(id, all)
  const more = { ...(plan !== undefined && { plan }), ...(unseen && { unseen }) }
  const one = { id, name, quantity, parent, model, commitmentEnd, addOns, ...more }
  const holds = status === 'active' ? [] : holdsOn(id, lane, held)
  return holds.length === 0 ? one : { ...one, heldFor: holds.map(({ reason }) => reason), holds }
}
