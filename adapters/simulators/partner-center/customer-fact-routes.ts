import type { HttpServer } from '../../shared/http-server.ts'
import { admitted } from './admission.ts'
import { collection } from './collection.ts'
import { customerOf } from './customer-routes.ts'
import { served, type ApiCall, type Handle } from './serve.ts'
import { chargedFor, lastBilledMonth } from './service-costs.ts'
import type { Simulation } from './simulation.ts'
import { mustHaveCustomerRole } from './subscription-routes.ts'
import { OperatorRefusal, type WireAnswer } from './wire-answer.ts'
import { subscriptionsOf } from './world.ts'

/** What can be read of a customer in a person's name only (facts/partner-center 3.3): licences, and what the partner is charged. */
export function addCustomerFactRoutes({ get }: HttpServer['routes'], simulation: Simulation): void {
  const forPeople = (handle: Handle) =>
    served(
      simulation,
      admitted(simulation, () => false, handle),
    )
  // 2.2: at 21Vianet licences are the customer's own matter.
  if (simulation.lane !== 'china')
    get(
      '/v1/customers/:cid/subscribedskus',
      forPeople((call) => licences(simulation, call)),
    )
  get(
    '/v1/customers/:cid/servicecosts/:period/lineitems',
    forPeople((call) => costs(simulation, call)),
  )
}

/** docs: get-a-list-of-available-licenses */
function licences(simulation: Simulation, call: ApiCall): WireAnswer {
  const customer = customerOf(simulation, call)
  mustHaveCustomerRole(simulation)
  const shown = customer.licences.map(({ product, assigned, total }, index) => ({
    availableUnits: Math.max(0, total - assigned),
    activeUnits: total,
    consumedUnits: assigned,
    suspendedUnits: 0,
    totalUnits: total,
    warningUnits: 0,
    productSku: { id: `${customer.id.slice(0, -2)}${(0x10 + index).toString(16)}`, name: product, targetType: 'User' },
    servicePlans: [],
    capabilityStatus: 'Enabled',
    attributes: { objectType: 'SubscribedSku' },
  }))
  return whole(`/customers/${customer.id}/subscribedskus`, shown, simulation)
}

/** docs: get-a-customer-s-service-costs-line-items, service-costs-resources */
function costs(simulation: Simulation, call: ApiCall): WireAnswer {
  const { world, switches } = simulation
  if (switches.serviceCosts === 'not-offered') return { status: 404 }
  const { id, name } = customerOf(simulation, call)
  if (call.params['period']?.toLowerCase() !== 'mostrecent')
    throw new OperatorRefusal(400, 800002, 'The billing period is none that is known.')
  const month = lastBilledMonth(simulation.now())
  const shown = subscriptionsOf(world, id).flatMap((held) => {
    const charged = chargedFor(held, month, world, switches)
    if (charged === null) return []
    const { resource } = held
    return {
      startDate: month.from,
      endDate: month.to,
      customerId: id,
      customerName: name,
      subscriptionFriendlyName: resource.friendlyName,
      // In the published sample it is written in capitals.
      subscriptionId: resource.id.toUpperCase(),
      orderId: resource['orderId'],
      offerName: resource.offerName,
      chargeType: 'CYCLE FEE',
      quantity: resource.quantity,
      pretaxTotal: charged.amount,
      tax: 0,
      afterTaxTotal: charged.amount,
      currencyCode: charged.currency,
      invoiceType: 'Recurring',
    }
  })
  return whole(`/customers/${id}/servicecosts/MostRecent/lineitems`, shown, simulation)
}

function whole(path: string, shown: readonly object[], { switches }: Simulation): WireAnswer {
  return { status: 200, body: collection(path, shown, 0, Math.max(1, shown.length), switches) }
}
