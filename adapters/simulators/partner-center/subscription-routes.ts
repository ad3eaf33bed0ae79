import type { HttpServer } from '../../shared/http-server.ts'
import { admitted, guid, remembered } from './admission.ts'
import { collection, pageAsked } from './collection.ts'
import { customerOf } from './customer-routes.ts'
import { shownNow } from './entity-tags.ts'
import { patchSubscription } from './patch-subscription.ts'
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
        (call) => provisioning(heldOf(simulation, call)),
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

function provisioning({ underWay, resource }: SimulatedSubscription): WireAnswer {
  const status = underWay === null ? 'success' : 'pending'
  const attributes = { objectType: 'SubscriptionProvisioningStatus' }
  return { status: 200, body: { status, quantity: resource.quantity, endDate: resource.commitmentEndDate, attributes } }
}

function heldOf(simulation: Simulation, call: ApiCall): SimulatedSubscription {
  const id = call.params['sid'] ?? ''
  const found = findSubscription(simulation.world, customerOf(simulation, call).id, id)
  if (found !== null) return found
  if (!guid.test(id)) throw new OperatorRefusal(400, 800002, 'The subscription id is malformed.')
  throw new OperatorRefusal(404, 20003, 'The subscription was not found.')
}

/** Keys come in camelCase or PascalCase (4.2). */
function bodyOf(call: ApiCall): Readonly<Record<string, unknown>> {
  try {
    const body: unknown = JSON.parse(call.body.toString())
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return lowerFirst(body)
  } catch {
    // Answered below, like a body that is JSON but no object.
  }
  throw new OperatorRefusal(400, 800002, 'The body is malformed.')
}

function lowerFirst(body: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(body).map(([key, value]) => [key.charAt(0).toLowerCase() + key.slice(1), value]),
  )
}
