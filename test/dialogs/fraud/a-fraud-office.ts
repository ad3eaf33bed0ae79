import type { Signal } from '../../../domain/fraud/signal.ts'
import { aSubscription, fabrikam, ines, mei, rosa, wang } from '../../kit/builders.ts'
import { aSignal, fakeFeed, type FakeFeed } from '../../kit/fake-feed.ts'
import type { FakeOperator } from '../../kit/fake-operator.ts'
import type { Office, OfficeSetup } from '../../kit/office.ts'
import { anOffice, fabrikamCustomer } from '../an-office.ts'

export const plan = `${fabrikam}-azure`
export const e5 = 'c0ffee00-0000-4000-8000-0000000000e5'

export interface FraudOffice {
  readonly office: Office
  readonly feed: FakeFeed
  readonly operator: FakeOperator
  /** The feed shows it, the desk takes it in, and what follows is said. */
  readonly raise: (signal?: Partial<Signal>) => Promise<void>
}

/** Fabrikam has an Azure plan with two Azure subscriptions, and seats; whoever handles alerts is at work. */
export async function aFraudOffice(
  changes: Partial<OfficeSetup> = {},
  feed = fakeFeed('global', 'graph'),
): Promise<FraudOffice> {
  const office = await anOffice({
    staff: [mei, wang, ines, rosa],
    customers: [
      [
        fabrikamCustomer,
        [
          aSubscription({ id: plan, name: 'Azure plan', model: 'azure-plan', quantity: 1 }),
          aSubscription({ id: e5, name: 'Microsoft 365 E5', quantity: 250, model: 'new-commerce' }),
        ],
      ],
    ],
    feeds: [feed],
    ...changes,
  })
  const operator = office.operators['global'] as FakeOperator
  operator.putAzure({ id: 'az-1', name: 'harbor-lane-prod', plan, status: 'active' })
  operator.putAzure({ id: 'az-2', name: 'harbor-lane-test', plan, status: 'active' })
  return {
    office,
    feed,
    operator,
    async raise(signal) {
      const raised = aSignal({ subscriptionName: 'harbor-lane-prod', ...signal })
      if (raised.source === feed.name) feed.raise(raised)
      await office.desk.alerts.take(raised.lane, [raised])
    },
  }
}
