import type { OperatorLane } from '../../domain/ports/operator-lane.ts'
import { openClient, signIn } from './client.ts'
import { pagesOf } from './pages.ts'
import type { PartnerCenterConfig, PartnerCenterDeps } from './settings.ts'
import { openSubscriptions } from './subscriptions.ts'
import { customerWire } from './wire.ts'

const customersPerPage = '500'

/** One lane through its operator's own API. Throws an ordinary error when its addresses cannot be used. */
export function openPartnerCenterLane(
  config: PartnerCenterConfig,
  deps: PartnerCenterDeps,
  tokens = signIn(config, deps),
): OperatorLane {
  const { lane } = config
  const client = openClient(config, deps, tokens)
  const subscriptions = openSubscriptions(client, lane)
  return {
    lane,
    async *customers() {
      for await (const page of pagesOf(client, 'v1/customers', customerWire, { size: customersPerPage }))
        yield page.map(({ id, companyProfile: { companyName, domain } }) => ({
          lane,
          tenantId: id,
          name: companyName || domain || id,
          domain: domain.toLowerCase(),
        }))
    },
    subscriptions: (customer) => subscriptions.list(customer),
    subscription: (customer, subscription) => subscriptions.one(customer, subscription),
    suspend: (customer, subscription, intent) => subscriptions.change(customer, subscription, 'suspended', intent),
    reactivate: (customer, subscription, intent) => subscriptions.change(customer, subscription, 'active', intent),
  }
}
