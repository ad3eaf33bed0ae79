import type { CustomerStanding } from '../receivables/standing-book.ts'

/** Why a customer is not written to although something is overdue. */
export type Spared = 'promised' | 'disputed' | 'exempt'

/** Nobody is spared yet: agreements with customers are not kept so far. */
export function sparedBy(_of: CustomerStanding): Spared | null {
  return null
}
