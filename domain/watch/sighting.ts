import type { HoldReason } from '../holds/hold.ts'
import type { Lane } from '../customers/lane.ts'
import type { CaseId, CustomerId, StaffId, SubscriptionId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import type { IdentityOnCard } from '../suspension/suspension-request.ts'
import type { Difference } from './watch-memory.ts'

/** Whose doing it was, as a person recorded it. */
export type SightingCause = 'colleague' | 'operator' | 'customer'

export const sightingCauses: readonly SightingCause[] = ['colleague', 'operator', 'customer']

/** A subscription that is not as this desk left it. */
export interface SightedSubscription {
  readonly id: SubscriptionId
  readonly name: string
  readonly difference: Difference
  /** When the watch saw it so. */
  readonly seenAt: Instant
  /** The last look at which it was still otherwise; null where nobody knows. */
  readonly changedAfter: Instant | null
  /** As the operator gave them; the values are not published (facts/partner-center 6.2). */
  readonly suspensionReasons: readonly string[]
  /** What this desk held it for then. */
  readonly heldFor: readonly HoldReason[]
  /** Since when it is again as this desk left it; null while it is not. */
  readonly overAt: Instant | null
}

/** The operator's own words about a customer, handed in by a person who got them by mail. */
export interface EnforcementNotice {
  readonly by: StaffId
  readonly at: Instant
  readonly text: string
}

interface Sighted {
  readonly id: CaseId
  readonly customer: CustomerId
  readonly lane: Lane
  readonly identity: IdentityOnCard
  readonly openedAt: Instant
  /** Empty where only a notice told of it. */
  readonly subscriptions: readonly SightedSubscription[]
  /** Oldest first. */
  readonly notices: readonly EnforcementNotice[]
}

/** Waiting for somebody to record whose doing it was. */
export type OpenSighting = Sighted & { readonly status: 'pending' }
export type RecordedSighting = Sighted & {
  readonly status: 'recorded'
  readonly cause: SightingCause
  readonly because: string
  readonly recordedBy: StaffId
  readonly endedAt: Instant
}
/** All is again as this desk left it, before anybody recorded anything. */
export type AgreedSighting = Sighted & { readonly status: 'agreed'; readonly endedAt: Instant }

/** Something at an operator that this desk did not do: one case for a customer at a time. */
export type Sighting = OpenSighting | RecordedSighting | AgreedSighting
