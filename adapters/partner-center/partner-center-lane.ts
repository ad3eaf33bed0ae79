import type { OperatorLane } from '../../domain/ports/operator-lane.ts'
import { openAzureSubscriptions } from './azure-subscriptions.ts'
import { openAccess, openClient } from './client.ts'
import { openCustomerFacts } from './customer-facts.ts'
import { endpointsOf } from './endpoints.ts'
import { locationFollower } from './follow-location.ts'
import { pagesOf } from './pages.ts'
import type { CalledFor } from './rate-budget.ts'
import { openRequestIds } from './request-ids.ts'
import { surroundings, type PartnerCenterConfig, type PartnerCenterDeps } from './settings.ts'
import { openSubscriptions } from './subscriptions.ts'
import { renewalWanted, statusWanted } from './wanted.ts'
import { customerWire } from './wire.ts'

const customersPerPage = '500'

/** One lane through its operator's own API, called for somebody. Throws an ordinary error when its addresses cannot be used. */
export function openPartnerCenterLane(
  config: PartnerCenterConfig,
  deps: PartnerCenterDeps,
  access = openAccess(config, deps),
  calledFor: CalledFor = 'person',
): OperatorLane {
  const { lane } = config
  const client = openClient(config, deps, access, calledFor)
  const requestIds = openRequestIds()
  const follow = locationFollower(client, endpointsOf(lane, config).api, surroundings(deps))
  const own = openSubscriptions(client, lane, requestIds, follow)
  const azure = openAzureSubscriptions(client, lane, requestIds)
  const facts = openCustomerFacts(client, lane)
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
    subscriptions: (customer) => own.list(customer),
    subscription: (customer, id) => own.one(customer, id),
    provisioned: (customer, id) => own.provisioned(customer, id),
    suspend: (customer, id, intent) => own.change(customer, id, statusWanted('suspended'), intent),
    reactivate: (customer, id, intent) => own.change(customer, id, statusWanted('active'), intent),
    cancel: (customer, id, intent) => own.change(customer, id, statusWanted('deleted'), intent),
    setRenewal: (customer, id, renewal, intent) => own.change(customer, id, renewalWanted(renewal), intent),
    azureSubscriptions: (customer, plan) => azure.list(customer, plan),
    azureSubscription: (customer, plan, id) => azure.one(customer, plan, id),
    stopAzure: (customer, plan, id, intent) => azure.change(customer, plan, id, 'inactive', intent),
    startAzure: (customer, plan, id, intent) => azure.change(customer, plan, id, 'active', intent),
    licences: (customer) => facts.licences(customer),
    costs: (customer) => facts.costs(customer),
  }
}
