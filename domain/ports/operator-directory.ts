import type { OperatorCustomer } from '../customers/customer.ts'
import type { Lane } from '../customers/lane.ts'
import type { Instant } from '../shared/time.ts'

/** The operators' customers as last read: a cache that can be rebuilt, kept so that a question needs no call. */
export interface OperatorDirectory {
  /** Changes whenever {@link customers} would answer differently. */
  readonly revision: number
  /** All lanes' customers; those of a lane that was never read are missing. */
  customers(): readonly OperatorCustomer[]
  /** When the lane was last read whole; null when never. */
  readAt(lane: Lane): Instant | null
}
