import type { CustomerId, StaffId } from '../shared/ids.ts'
import type { Day, Instant } from '../shared/time.ts'

/** A customer left out of the day's work for a while. It changes no stage and stops nothing that is under way. */
export interface Skip {
  readonly id: string
  readonly customer: CustomerId
  /** The day on which they are part of the day's work again. */
  readonly until: Day
  readonly because: string
  readonly by: StaffId
  readonly at: Instant
}

/** Whether a customer is left out on a day. */
export function isSkipped({ until }: Skip, day: Day): boolean {
  return day < until
}
