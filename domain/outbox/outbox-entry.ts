import type { CaseId, StaffId, SubscriptionId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'

/** An order to do something outside, or at a later time. Each is idempotent at its receiver. */
export type Order =
  | { readonly kind: 'suspend-subscription'; readonly case: CaseId; readonly subscription: SubscriptionId }
  | { readonly kind: 'reactivate-subscription'; readonly case: CaseId; readonly subscription: SubscriptionId }
  /** Posts the case's card where people who must decide will see it. */
  | { readonly kind: 'post-case'; readonly case: CaseId }
  /** Posts the card once more, as a reminder, if nobody has decided. */
  | { readonly kind: 'remind-case'; readonly case: CaseId }
  /** Ends the case if nobody has decided. */
  | { readonly kind: 'expire-case'; readonly case: CaseId }
  /** Brings every card of the case up to date. */
  | { readonly kind: 'update-cards'; readonly case: CaseId }
  /** Tells one person how their case stands. */
  | { readonly kind: 'tell-staff'; readonly case: CaseId; readonly staff: StaffId }

/** A promise made in a commit, kept at least once. */
export interface OutboxEntry {
  readonly id: string
  readonly order: Order
  readonly dueAt: Instant
  /** How often it was tried and failed. */
  readonly attempts: number
}
