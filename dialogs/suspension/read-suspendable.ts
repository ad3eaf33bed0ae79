import type { CustomerId } from '../../domain/shared/ids.ts'
import type { OperatorLane, OperatorSubscription } from '../../domain/ports/operator-lane.ts'
import { maySuspend } from '../../domain/suspension/suspendable.ts'
import type { SuspensionReason } from '../../domain/suspension/suspension-request.ts'
import type { Talk } from '../talk.ts'

/** A customer's subscriptions as the operator shows them now, and those that may be suspended for a reason. */
interface Suspendable {
  readonly all: readonly OperatorSubscription[]
  readonly suspendable: readonly OperatorSubscription[]
}

/** Asks the operator; throws `OutsideFault`. */
export async function readSuspendable(
  customer: CustomerId,
  reason: SuspensionReason,
  lane: OperatorLane,
  { desk }: Talk,
): Promise<Suspendable> {
  const all = await lane.subscriptions(customer)
  const held = await desk.resumptions.heldOf(customer)
  return { all, suspendable: all.filter((each) => maySuspend(each, reason, lane.lane, held)) }
}
