import type { OperatorDirectory } from '../ports/operator-directory.ts'
import type { CustomerStanding, StandingBook } from '../receivables/standing-book.ts'
import { OutsideFault } from '../shared/outside-fault.ts'
import type { SuspensionRequest } from './suspension-request.ts'

/**
 * What the books say today of the customer on the card; null when nobody knows it any more. While the lane's customers
 * were never read nobody can tell who is who: that is a fault to wait out, not a reason to end the request.
 */
export async function standingNow(
  { customer, identity: { lane } }: SuspensionRequest,
  { book, operators }: { readonly book: StandingBook; readonly operators: Pick<OperatorDirectory, 'readAt'> },
): Promise<CustomerStanding | null> {
  if (operators.readAt(lane) === null) {
    throw new OutsideFault({ service: `partner-center:${lane}`, kind: 'unreachable', code: 'customers-unread' })
  }
  return (await book.today()).of(customer)
}
