import type { Lane } from '../../customers/lane.ts'
import type { CustomerId, StaffId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'

/** A customer's dossier was given to the operator, which refunds once per customer tenant. Id: `lane/customer`. */
export interface HandedIn {
  readonly customer: CustomerId
  readonly lane: Lane
  readonly by: StaffId
  readonly at: Instant
}

export type HandInRefusal =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'unknown-customer' }
  /** The operator offers no such refund there. */
  | { readonly code: 'not-offered' }
  | { readonly code: 'handed-in-before'; readonly handedIn: HandedIn }
