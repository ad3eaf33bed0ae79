import type { Lane } from '../customers/lane.ts'
import type { OperatorCustomer } from '../customers/customer.ts'
import type { CustomerId, SubscriptionId } from '../shared/ids.ts'
import type { Money } from '../shared/money.ts'
import type { Day, Instant } from '../shared/time.ts'

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
  /** Set on a single Azure subscription: the Azure plan under which it is billed. */
  readonly plan?: SubscriptionId
  /** Nobody has asked the operator: the name is the ledger's or somebody's, and seats and status are unknown. */
  readonly unseen?: true
}

/** What happens at the end of the term. Only a subscription that renews keeps what is scheduled for the next term. */
export interface Renewal {
  readonly autoRenew: boolean
  readonly scheduledChange: ScheduledChange | null
}

/** One Azure subscription under an Azure plan (facts/partner-center 7). After a stop it may read active for ten minutes. */
export interface AzureSubscription {
  readonly id: SubscriptionId
  readonly name: string
  /** The customer's subscription under which it is billed. */
  readonly plan: SubscriptionId
  readonly status: 'active' | 'inactive' | 'unknown'
}

/** How many licences of a product a customer has, and how many of them are given to people. */
export interface LicenceCount {
  /** The product's name, in the operator's words; nothing ties it to a subscription. */
  readonly product: string
  readonly assigned: number
  readonly total: number
}

/** One line of what the operator charges the partner for a subscription, taxes included. */
export interface OperatorCost {
  /** In lower case, whatever the operator wrote. */
  readonly subscription: SubscriptionId
  readonly amount: Money
  /** The days it is charged for, as the operator names them. */
  readonly from: Day
  readonly to: Day
}

/** How far the operator has brought what was last ordered; updated every 15 minutes. */
export type Provisioning = 'success' | 'pending' | 'failed' | 'unknown'

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
  /** Sets what happens at the end of the term, and nothing else; refused while the subscription is suspended. */
  setRenewal(customer: CustomerId, subscription: SubscriptionId, renewal: Renewal, intent: string): Promise<void>
  /** Ends a subscription for good, where the operator still allows it (facts/partner-center 6.5). */
  cancel(customer: CustomerId, subscription: SubscriptionId, intent: string): Promise<void>
  /** All Azure subscriptions under an Azure plan; none where the operator sells no Azure. */
  azureSubscriptions(customer: CustomerId, plan: SubscriptionId): Promise<readonly AzureSubscription[]>
  /** One of them, read afresh. */
  azureSubscription(customer: CustomerId, plan: SubscriptionId, id: SubscriptionId): Promise<AzureSubscription>
  /** Stops one Azure subscription for compromise; can be undone, and counts as a suspension. `intent` as above. */
  stopAzure(customer: CustomerId, plan: SubscriptionId, id: SubscriptionId, intent: string): Promise<void>
  /** Asks for it to return; where the operator refuses, the Azure portal may still be able to. `intent` as above. */
  startAzure(customer: CustomerId, plan: SubscriptionId, id: SubscriptionId, intent: string): Promise<void>
  /** Null where the operator does not let us read them: seats then say how many people there may be. */
  licences(customer: CustomerId): Promise<readonly LicenceCount[] | null>
  /** What the partner is charged in the newest billing period; null where the operator does not let us read it. */
  costs(customer: CustomerId): Promise<readonly OperatorCost[] | null>
  /** `unknown` where the operator does not let us read it. */
  provisioned(customer: CustomerId, subscription: SubscriptionId): Promise<Provisioning>
}
