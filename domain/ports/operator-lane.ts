import type { Lane } from '../customers/lane.ts'
import type { OperatorCustomer } from '../customers/customer.ts'
import type { CustomerId, SubscriptionId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'

/** The operators' words, in one spelling. */
export type SubscriptionStatus =
  | 'active'
  | 'suspended'
  | 'deleted'
  | 'expired'
  | 'pending'
  | 'disabled'
  /** The operator said something this desk does not know. */
  | 'unknown'

/** How it was sold; suspension means something else in each (facts/partner-center 6.3). */
export type CommercialModel = 'new-commerce' | 'legacy' | 'azure-plan' | '21vianet' | 'unknown'

/** What the operator will change by itself at the next renewal; a suspension drops it (facts/partner-center 6.3). */
export interface ScheduledChange {
  /** Seats from then on; null where it does not say. */
  readonly quantity: number | null
  /** The operator's id of the product it turns into; null where it does not say. */
  readonly product: string | null
  /** ISO durations; null where it does not say. */
  readonly term: string | null
  readonly billingCycle: string | null
  /** All that was received, as JSON with keys in camelCase: what a resume hands back. */
  readonly instructions: string
}

/** A subscription as the operator shows it now. */
export interface OperatorSubscription {
  readonly id: SubscriptionId
  /** What people call it: the friendly name, else the offer's. */
  readonly name: string
  readonly offer: string
  readonly status: SubscriptionStatus
  /** As received; the values are not published. */
  readonly suspensionReasons: readonly string[]
  readonly model: CommercialModel
  readonly quantity: number
  /** Set on add-ons: the subscription whose suspension takes this one along. */
  readonly parent: SubscriptionId | null
  readonly commitmentEnd: Instant | null
  readonly autoRenew: boolean | null
  /** How long one term is, `P1M` or `P1Y`; null where it has none. */
  readonly term: string | null
  /** How often the partner is billed, in the operator's word; null where it does not say. */
  readonly billingCycle: string | null
  /** Until when it can be cancelled (6.5); null where the operator names no such moment. */
  readonly cancellableUntil: Instant | null
  readonly scheduledChange: ScheduledChange | null
}

/**
 * One lane at its operator, over HTTP. Every method throws `OutsideFault`; a fault of kind `unreachable` leaves
 * open whether a change was carried out, and repeating it with the same `intent` is safe. That a change was taken says
 * little, since some are carried out later: only reading the subscription again shows whether it holds.
 */
export interface OperatorLane {
  readonly lane: Lane
  /** All customers of the lane, page by page. */
  customers(): AsyncIterable<readonly OperatorCustomer[]>
  /** All subscriptions of a customer, add-ons included. */
  subscriptions(customer: CustomerId): Promise<readonly OperatorSubscription[]>
  /** One subscription, read afresh. */
  subscription(customer: CustomerId, subscription: SubscriptionId): Promise<OperatorSubscription>
  /** Asks for suspension; `intent` is a GUID that stays the same on every retry of one intent. */
  suspend(customer: CustomerId, subscription: SubscriptionId, intent: string): Promise<void>
  /** Asks for service to return; `intent` as above. */
  reactivate(customer: CustomerId, subscription: SubscriptionId, intent: string): Promise<void>
}
