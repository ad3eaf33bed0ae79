import type { StaffId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'

/** What administrators are told at once. It names no customer: not every administrator works with them. */
export type Alarm =
  /** Somebody's codes were wrong too often. */
  { readonly what: 'second-factor-locked'; readonly staff: StaffId; readonly until: Instant }
