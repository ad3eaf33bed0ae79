import type { CaseId, StaffId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'

/** What administrators are told at once. It names no customer: not every administrator works with them. */
export type Alarm =
  /** Somebody's codes were wrong too often. */
  | { readonly what: 'second-factor-locked'; readonly staff: StaffId; readonly until: Instant }
  /** Nobody decided on a suspension for fraud in time. */
  | { readonly what: 'suspension-undecided'; readonly case: CaseId }
  /** Nobody confirmed or reversed what a fraud lead did alone. */
  | { readonly what: 'suspension-unconfirmed'; readonly case: CaseId }
