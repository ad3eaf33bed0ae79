import type { CommercialModel } from '../ports/operator-lane.ts'
import type { SubscriptionId } from '../shared/ids.ts'
import type { Money } from '../shared/money.ts'
import type { Day } from '../shared/time.ts'

/** What a suspension does, as far as the operators say and could be read; what they leave open is called unknown. */
export interface Impact {
  /** The day it is reckoned from: when the suspension would be carried out at the earliest. */
  readonly from: Day
  /** What goes out of service: what was chosen, in its order, and the add-ons that fall with it. */
  readonly subscriptions: readonly SubscriptionImpact[]
}

/** What suspending one subscription does. */
export interface SubscriptionImpact {
  readonly id: SubscriptionId
  readonly name: string
  /** It was not chosen itself: it falls with its base. */
  readonly falls: boolean
  readonly model: CommercialModel
  /** Set on a single Azure subscription: the Azure plan it is under. */
  readonly plan?: SubscriptionId
  readonly people: People
  readonly billing: Billing
  readonly wayBack: WayBack
  /** What a suspension drops; null where the operator does not say. */
  readonly dropped: readonly Dropped[] | null
}

/** Who loses access: people with a licence; where that cannot be read, the seats that were bought. */
export type People =
  | { readonly by: 'licences'; readonly count: number }
  | { readonly by: 'seats'; readonly count: number }
  | { readonly by: 'unknown' }

/** What the partner goes on paying the operator meanwhile. */
export type Billing =
  /** `until` is null where the end of the term is unknown; `perDay`, a sum for each currency, where costs are. */
  | { readonly kind: 'continues'; readonly until: Day | null; readonly perDay: readonly Money[] | null }
  | { readonly kind: 'stops' }
  /** By use, and use ends only with the Azure subscriptions under the plan. */
  | { readonly kind: 'by-use' }
  /** A single Azure subscription: nothing is used any more. */
  | { readonly kind: 'use-stops' }
  | { readonly kind: 'unknown' }

/** Until when service can be brought back, and what happens then. */
export type WayBack =
  /** Until the term ends; then access and data must be taken as lost. */
  | { readonly kind: 'term'; readonly until: Day }
  /**
   * The operator deletes the data that many days after; `until` is the last day as far as it is known. `bound` says
   * whether the term's end makes it shorter: it does, it does not, or nobody knows when the term ends.
   */
  | { readonly kind: 'days'; readonly days: number; readonly until: Day; readonly bound: 'term' | 'days' | 'unknown' }
  /** As above, from pages so old that the day must be confirmed with the operator. */
  | { readonly kind: 'to-confirm'; readonly days: number; readonly until: Day }
  | { readonly kind: 'unknown' }

/** What resuming alone does not bring back. */
export type Dropped =
  | { readonly what: 'auto-renew' }
  /** What was to change with the next term. */
  | {
      readonly what: 'scheduled-change'
      readonly quantity: number | null
      readonly product: string | null
      readonly term: string | null
      readonly billingCycle: string | null
    }
