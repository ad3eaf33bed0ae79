import type { CustomerId, StaffId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'

/** Whose customer somebody is from then on. Of one customer the newest counts; those of the same day can be undone. */
export interface Assignment {
  readonly id: string
  readonly customer: CustomerId
  /** Null: nobody's any more. */
  readonly owner: StaffId | null
  readonly by: StaffId
  readonly at: Instant
}
