import { msOf } from '../../../domain/shared/time.ts'
import type { HttpServer } from '../../shared/http-server.ts'
import { admitted, guid, remembered } from './admission.ts'
import { collection, pageAsked } from './collection.ts'
import { customerOf } from './customer-routes.ts'
import { shownNow } from './entity-tags.ts'
import { patchSubscription } from './patch-subscription.ts'
import { bodyOf } from './json-body.ts'
import { served, orRefusal, type ApiCall, type Handle } from './serve.ts'
import type { Simulation } from './simulation.ts'
import { OperatorRefusal, type WireAnswer } from './wire-answer.ts'
import { findSubscription, subscriptionsOf, type SimulatedSubscription } from './world.ts'

const all = '/v1/customers/:cid/subscriptions'
const one = `${all}/:sid`

/** The subscriptions of a customer (facts/partner-center 6). */
export function addSubscriptionRoutes({ get, patch }: HttpServer['routes'], simulation: Simulation): void {
  const open = (handle: Handle) =>
    served(
      simulation,
      admitted(simulation, () => true, handle),
    )
  get(
    all,
    open((call) => list(simulation, call)),
  )
  get(
    one,
    open((call) => ({ status: 200, body: shownNow(heldOf(simulation, call), simulation.switches, simulation.now()) })),
  )
  // 3.3: app-only is refused here.
  get(
    `${one}/provisioningstatus`,
    served(
      simulation,
      admitted(
        simulation,
        () => false,
        (call) => provisioning(heldOf(simulation, call), simulation),
      ),
    ),
  )
  const change: Handle = (call) => orRefusal(simulation, () => patchOf(simulation, call))
  const mayAppOnly = () => simulation.switches.appOnlyMayChange
  patch(one, served(simulation, admitted(simulation, mayAppOnly, remembered(simulation, change))))
}

function list(simulation: Simulation, call: ApiCall): WireAnswer {
  const { world, switches } = simulation
  const { id } = customerOf(simulation, call)
  const shown = subscriptionsOf(world, id).map((held) => shownNow(held, switches, simulation.now()))
  const size = switches.subscriptionsPerPage ?? shown.length
  const { subscriptionPaging: paging } = switches
  const start = pageAsked(call, paging)
  return { status: 200, body: collection(`/customers/${id}/subscriptions`, shown, start, size, switches, paging) }
}

function patchOf(simulation: Simulation, call: ApiCall): WireAnswer {
  const { world, switches } = simulation
  const now = simulation.now()
  const requestId = call.header('MS-RequestId') ?? null
  const ifMatch = call.header('If-Match')
  return patchSubscription(
    heldOf(simulation, call),
    { body: bodyOf(call), ifMatch, requestId },
    { world, switches, now },
  )
}

/** docs: get-subscription-provisioning-status. It wants a role in the customer's tenant, and is seldom up to date. */
function provisioning({ underWay, arrived, resource }: SimulatedSubscription, simulation: Simulation): WireAnswer {
  mustHaveCustomerRole(simulation)
  const { switches } = simulation
  const justArrived = arrived !== null && msOf(simulation.now()) - msOf(arrived.at) < switches.provisioningSeenMs
  const settled = arrived?.well === false ? 'failed' : 'success'
  const status = underWay !== null || justArrived ? 'pending' : settled
  const attributes = { objectType: 'SubscriptionProvisioningStatus' }
  return { status: 200, body: { status, quantity: resource.quantity, endDate: resource.commitmentEndDate, attributes } }
}

/** Throws the operator's refusal where nobody gave the partner a role in the customer's tenant. */
export function mustHaveCustomerRole({ switches }: Simulation): void {
  if (switches.customerRole === 'missing')
    throw new OperatorRefusal(403, 900308, 'Insufficient privileges to complete the operation.')
}

/** Throws the operator's refusal where there is no such subscription (6.6). */
export function heldOf(simulation: Simulation, call: ApiCall): SimulatedSubscription {
  const id = call.params['sid'] ?? ''
  const found = findSubscription(simulation.world, customerOf(simulation, call).id, id)
  if (found !== null) return found
  if (!guid.test(id)) throw new OperatorRefusal(400, 800002, 'The subscription id is malformed.')
  throw new OperatorRefusal(404, 20003, 'The subscription was not found.')
}
