import type { LaneOf } from '../acts/trade.ts'
import { capabilities } from '../customers/lane.ts'
import { isMatched, type Customer } from '../customers/customer.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import type { SpendingOf } from '../ports/spending.ts'
import type { Ledger } from '../receivables/ledger.ts'
import type { CustomerStanding } from '../receivables/standing-book.ts'
import { OutsideFault } from '../shared/outside-fault.ts'
import type { Exposure, WhyUnknown } from './exposure.ts'
import { exposureOf, type ExposureFacts } from './exposure-of.ts'

/** Reads what the partner stands to lose with a customer; an operator's silence is told as such and stops nothing. */
export type ReadExposure = (of: CustomerStanding, laneOf: LaneOf) => Promise<Exposure>

export function exposureReader({
  ledger,
  policy,
  spendingOf,
}: {
  readonly ledger: { readonly current: () => Ledger }
  readonly policy: Pick<CollectionsPolicy, 'calendar'>
  readonly spendingOf: SpendingOf
}): ReadExposure {
  return async ({ customer, standing, ledgerAsOf }, laneOf) => {
    const current = ledger.current()
    const items = customer.accounts.flatMap(({ key }) => current.items.get(key) ?? [])
    return exposureOf({
      standing,
      zone: policy.calendar.timeZone,
      ledgerSilent: current.asOf === null ? 'no-ledger' : customer.accounts.length === 0 ? 'no-account' : null,
      ledgerAsOf,
      invoices: items.flatMap(({ item }) => (item.kind === 'invoice' ? [item] : [])),
      ...(await atOperator(customer, laneOf, spendingOf)),
    })
  }
}

async function atOperator(
  customer: Customer,
  laneOf: LaneOf,
  spendingOf: SpendingOf,
): Promise<Pick<ExposureFacts, 'subscriptions' | 'costs' | 'azure'>> {
  if (!isMatched(customer)) return { subscriptions: 'no-access', costs: null, azure: 'no-access' }
  const { id, lane } = customer
  const [operator, spending] = [laneOf(lane), spendingOf(lane)]
  const [subscriptions, costs, azure] = await Promise.all([
    operator ? orNoAnswer(operator.subscriptions(id)) : ('no-access' as const),
    operator ? orNoAnswer(operator.costs(id)) : null,
    spending ? orNoAnswer(spending.budget(id)) : ('no-access' as const),
  ])
  return {
    subscriptions,
    costs: typeof costs === 'string' ? null : costs,
    azure: capabilities[lane].azurePlans === 'no' ? null : (azure ?? 'not-said'),
  }
}

async function orNoAnswer<Answer>(asked: Promise<Answer>): Promise<Answer | Extract<WhyUnknown, 'no-answer'>> {
  try {
    return await asked
  } catch (fault) {
    if (fault instanceof OutsideFault) return 'no-answer'
    throw fault
  }
}
