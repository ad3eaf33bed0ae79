import type { Until } from '../countdown/last-day.ts'
import type { Lane } from '../customers/lane.ts'
import type { CaseId, CustomerId, StaffId, SubscriptionId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'

/** Why a subscription is not in service. */
export type HoldReason = 'non-payment' | 'fraud' | 'misuse' | 'customer-request' | 'operator'

export const holdReasons: readonly HoldReason[] = ['non-payment', 'fraud', 'misuse', 'customer-request', 'operator']

/** One reason why a subscription is out of service, and who answers for it. */
export interface Hold {
  readonly reason: HoldReason
  /** The case that placed it; a resumption that failed, where that put it back. */
  readonly case: CaseId
  /** A person, or `desk` where nobody but the desk itself found it. */
  readonly by: StaffId
  readonly at: Instant
  /** Why, in somebody's words. */
  readonly note?: string
  /** When a suspicion is to be looked at again; none on other holds, and on those of an older desk. */
  readonly review?: Instant
  /** That day has come, and people were asked whether it stays. */
  readonly asked?: true
}

/** All holds on one subscription. Service returns only when the last is lifted; a payment lifts only `non-payment`. */
export interface HeldSubscription {
  readonly lane: Lane
  readonly customer: CustomerId
  readonly subscription: SubscriptionId
  readonly name: string
  /** Set on a single Azure subscription: the Azure plan it is under. */
  readonly plan?: SubscriptionId
  readonly holds: readonly Hold[]
}

/** As a card shows it: with the day until which it can be brought back; without where it is in service, or nobody noted it. */
export type HeldUntil = HeldSubscription & { readonly until?: Until }

/** A suspicion is looked at again after a while, and takes people of the fraud role to lift. */
export function isSuspicion(reason: HoldReason): reason is 'fraud' | 'misuse' {
  return reason === 'fraud' || reason === 'misuse'
}

/** What is looked at again together: one customer's holds for one suspicion. */
export interface HoldReview {
  readonly lane: Lane
  readonly customer: CustomerId
  readonly reason: 'fraud' | 'misuse'
}

/** Id of a subscription's record: a subscription id alone may stand in two lanes. */
export function heldKey(lane: Lane, customer: CustomerId, subscription: SubscriptionId): string {
  return `${lane}/${customer}/${subscription}`
}

/** The same subscription with one more hold; a reason that already holds is not added twice. */
export function placeHold(held: HeldSubscription, hold: Hold): HeldSubscription {
  return held.holds.some(({ reason }) => reason === hold.reason) ? held : { ...held, holds: [...held.holds, hold] }
}

/** The same subscription without the holds of this reason; it returns to service only where none is left. */
export function liftHold<Held extends HeldSubscription>(held: Held, reason: HoldReason): Held {
  return { ...held, holds: held.holds.filter((hold) => hold.reason !== reason) }
}
