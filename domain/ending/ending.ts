import type { SubscriptionAct } from '../acts/subscription-act.ts'
import type { CommercialModel } from '../ports/operator-lane.ts'
import type { CaseId, CustomerId, StaffId, SubscriptionId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import type { Verb } from '../staff/powers.ts'
import type { EndingWay } from './ending-way.ts'
import type { Approval, IdentityOnCard } from '../suspension/suspension-request.ts'

/** A subscription as it stood on the card. */
export interface EndedSubscription {
  readonly id: SubscriptionId
  readonly name: string
  readonly quantity: number
  /** Names of the add-ons that end with it. */
  readonly addOns: readonly string[]
  readonly model: CommercialModel
  readonly commitmentEnd: Instant | null
  readonly cancellableUntil: Instant | null
}

interface Asked {
  readonly id: CaseId
  readonly customer: CustomerId
  readonly identity: IdentityOnCard
  readonly way: EndingWay
  readonly subscriptions: readonly EndedSubscription[]
  /** Why; the second person reads it. */
  readonly because: string
  /** Whoever says yes also gives a code: what cannot be undone is the top tier. */
  readonly stepUp?: true
  readonly askedBy: StaffId
  readonly askedAt: Instant
  readonly expiresAt: Instant
  readonly approvals: readonly Approval[]
}

export type PendingEnding = Asked & { readonly status: 'pending' }
export type ApprovedEnding = Asked & { readonly status: 'approved'; readonly acts: readonly SubscriptionAct[] }
export type CarriedOutEnding = Asked & {
  readonly status: 'carried-out'
  readonly acts: readonly SubscriptionAct[]
  readonly endedAt: Instant
}
export type RejectedEnding = Asked & {
  readonly status: 'rejected'
  readonly rejectedBy: StaffId
  readonly endedAt: Instant
  /** The second person's words. */
  readonly rejection: string
}
export type WithdrawnEnding = Asked & { readonly status: 'withdrawn'; readonly endedAt: Instant }
export type ExpiredEnding = Asked & { readonly status: 'expired'; readonly endedAt: Instant }

/** One person asks that subscriptions of a customer end for good, or at the end of their term; another says yes or no. */
export type Ending =
  PendingEnding | ApprovedEnding | CarriedOutEnding | RejectedEnding | WithdrawnEnding | ExpiredEnding

/** Who may ask for it, and who may say yes. */
export const powerTo = { cancel: 'cancel subscription', 'at-term': 'end at term' } as const satisfies Record<
  EndingWay,
  Verb
>
