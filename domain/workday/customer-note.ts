import type { CustomerId, StaffId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'

/** What somebody wants colleagues to know of a customer: mostly what was said on the telephone. Kept as it was written. */
export interface CustomerNote {
  readonly id: string
  readonly customer: CustomerId
  readonly text: string
  readonly by: StaffId
  readonly at: Instant
}
