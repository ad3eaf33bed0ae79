import { unmatchedId } from './customer-directory.ts'
import type { Customer } from './customer.ts'
import type { CustomerId } from '../shared/ids.ts'

/**
 * Under which ids something may have been written down about a customer: what people noted of a ledger account stays
 * theirs once it is matched to a customer of an operator.
 */
export function idsOf({ id, accounts }: Pick<Customer, 'id' | 'accounts'>): readonly CustomerId[] {
  return [...new Set([id, ...accounts.map(({ key }) => unmatchedId(key))])]
}
