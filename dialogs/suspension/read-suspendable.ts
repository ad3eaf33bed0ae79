import type { MatchedCustomer } from '../../domain/customers/customer.ts'
import type { OperatorSubscription } from '../../domain/ports/operator-lane.ts'
import { calledByName, namedInLedger } from '../../domain/suspension/known-by-hand.ts'
import { maySuspend } from '../../domain/suspension/suspendable.ts'
import type { SuspensionReason } from '../../domain/suspension/suspension-request.ts'
import type { Talk } from '../talk.ts'

/** A customer's subscriptions as the operator shows them now, and those that may be suspended for a reason. */
interface Suspendable {
  readonly all: readonly OperatorSubscription[]
  readonly suspendable: readonly OperatorSubscription[]
}

/**
 * Asks the operator; throws `OutsideFault`. Where the desk has no access, they are what the ledger names by id and what
 * somebody typed by name.
 */
export async function readSuspendable(
  customer: MatchedCustomer,
  reason: SuspensionReason,
  named: string | null,
  { desk }: Talk,
): Promise<Suspendable> {
  const { id, lane } = customer
  const operator = desk.laneOf(lane)
  const all = operator
    ? await operator.subscriptions(id)
    : [...namedInLedger(customer, lane, desk.ledger.current()), ...calledByName(named ?? '', lane)]
  const held = await desk.resumptions.heldOf(id)
  return { all, suspendable: all.filter((each) => maySuspend(each, reason, lane, held)) }
}
