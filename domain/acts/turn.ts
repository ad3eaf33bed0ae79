import type { CaseId, CustomerId } from '../shared/ids.ts'

/**
 * Whose act is under way at a subscription: one case at a time, so that nobody tells as done what another case is
 * undoing. The record stays when the turn is over: its version tells whether anybody acted since somebody looked.
 */
export interface Turn {
  readonly customer: CustomerId
  /** Null between two turns. */
  readonly case: CaseId | null
}
