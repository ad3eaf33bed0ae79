import type { MatchedCustomer } from '../../domain/customers/customer.ts'
import { asSubscription } from '../../domain/acts/as-shown.ts'
import { isSuspicion } from '../../domain/holds/hold.ts'
import type { OperatorLane, OperatorSubscription } from '../../domain/ports/operator-lane.ts'
import type { CustomerId } from '../../domain/shared/ids.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { calledByName, namedInLedger } from '../../domain/suspension/known-by-hand.ts'
import { maySuspend } from '../../domain/suspension/suspendable.ts'
import type { SuspensionReason } from '../../domain/suspension/suspension-request.ts'
import type { Talk } from '../talk.ts'

/** A customer's subscriptions as the operator shows them now, and those that may be suspended for a reason. */
interface Suspendable {
  readonly all: readonly OperatorSubscription[]
  readonly suspendable: readonly OperatorSubscription[]
  /** Azure plans of which nobody could read what is under them. */
  readonly unread: readonly OperatorSubscription[]
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
  const listed = operator
    ? await operator.subscriptions(id)
    : [...namedInLedger(customer, lane, desk.ledger.current()), ...calledByName(named ?? '', lane)]
  const azure = operator && isSuspicion(reason) ? await azureUnder(listed, id, operator) : noAzure
  const all = azure.found.length === 0 ? listed : [...listed, ...azure.found]
  const held = await desk.resumptions.heldOf(id)
  return { all, suspendable: all.filter((each) => maySuspend(each, reason, lane, held)), unread: azure.unread }
}

const noAzure: Azure = { found: [], unread: [] }

interface Azure {
  readonly found: readonly OperatorSubscription[]
  readonly unread: readonly OperatorSubscription[]
}

/** The single Azure subscriptions under each Azure plan in service. What cannot be read stops nobody, and is said. */
async function azureUnder(
  listed: readonly OperatorSubscription[],
  customer: CustomerId,
  operator: OperatorLane,
): Promise<Azure> {
  const plans = listed.filter(({ model, status }) => model === 'azure-plan' && status === 'active')
  const read = await Promise.all(
    plans.map(async (plan) => {
      try {
        return { plan, under: await operator.azureSubscriptions(customer, plan.id) }
      } catch (fault) {
        if (!(fault instanceof OutsideFault)) throw fault
        return { plan, under: null }
      }
    }),
  )
  return {
    found: read.flatMap(({ under }) => (under ?? []).map(asSubscription)),
    unread: read.flatMap(({ plan, under }) => (under === null ? [plan] : [])),
  }
}
