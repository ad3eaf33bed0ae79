import type { HttpServer } from '../../shared/http-server.ts'
import { admitted, guid, remembered } from './admission.ts'
import { shownAzure, type SimulatedAzure } from './azure-subscription.ts'
import { azureUnder, startAzure, stopAzure } from './change-azure.ts'
import { collection } from './collection.ts'
import { bodyOf } from './json-body.ts'
import { customerMustBeSound } from './patch-subscription.ts'
import { served, orRefusal, type ApiCall, type Handle } from './serve.ts'
import type { Simulation } from './simulation.ts'
import { heldOf } from './subscription-routes.ts'
import { OperatorRefusal, type WireAnswer } from './wire-answer.ts'

/** The Azure subscriptions under an Azure plan (facts/partner-center 7), in both spellings of the public pages. */
export function addAzureRoutes({ get, post }: HttpServer['routes'], simulation: Simulation): void {
  // 2.2: 21Vianet sells no Azure; the pages list the calls for it all the same (!).
  if (simulation.lane === 'china') return
  const asking = (handle: Handle) =>
    served(
      simulation,
      admitted(simulation, () => true, handle),
    )
  const changing = (handle: Handle) =>
    served(
      simulation,
      admitted(
        simulation,
        () => simulation.switches.appOnlyMayChange,
        remembered(simulation, (call) => orRefusal(simulation, () => handle(call))),
      ),
    )
  for (const name of ['azureEntitlements', 'azureentitlements']) {
    const all = `/v1/customers/:cid/subscriptions/:sid/${name}`
    const one = `${all}/:eid`
    get(
      all,
      asking((call) => list(simulation, call)),
    )
    get(
      one,
      asking((call) => byId(simulation, call)),
    )
    post(
      one,
      asking((call) => byId(simulation, call)),
    )
    post(
      `${one}/cancel`,
      changing((call) => {
        const held = changeable(simulation, call)
        return stopAzure(held, bodyOf(call), call.header('MS-RequestId') ?? null, situationOf(simulation))
      }),
    )
    post(
      `${one}/reactivate`,
      changing((call) => {
        const held = changeable(simulation, call)
        return startAzure(held, call.header('MS-RequestId') ?? null, situationOf(simulation))
      }),
    )
  }
}

function list(simulation: Simulation, call: ApiCall): WireAnswer {
  const { customer, resource } = heldOf(simulation, call)
  const { world, switches } = simulation
  const shown = azureUnder(world, customer, resource.id).map((held) => shownAzure(held, switches, simulation.now()))
  const path = `/customers/${customer}/subscriptions/${resource.id}/azureEntitlements`
  return { status: 200, body: collection(path, shown, 0, Math.max(1, shown.length), switches) }
}

/** (!) The page's table says POST, its example GET. */
function byId(simulation: Simulation, call: ApiCall): WireAnswer {
  if (call.method !== simulation.switches.oneEntitlement) return { status: 405 }
  return { status: 200, body: shownAzure(azureOf(simulation, call), simulation.switches, simulation.now()) }
}

function changeable(simulation: Simulation, call: ApiCall): SimulatedAzure {
  const held = azureOf(simulation, call)
  const condition = simulation.world.customers.find(({ id }) => id === held.customer)?.condition
  if (condition === 'no-relationship')
    throw new OperatorRefusal(403, 900159, 'The partner has no commerce relationship with the customer.')
  customerMustBeSound(condition)
  return held
}

function azureOf(simulation: Simulation, call: ApiCall): SimulatedAzure {
  const { customer, resource } = heldOf(simulation, call)
  const id = call.params['eid'] ?? ''
  const found = azureUnder(simulation.world, customer, resource.id).find((each) => each.id === id)
  if (found !== undefined) return found
  if (!guid.test(id)) throw new OperatorRefusal(400, 800002, 'The entitlement id is malformed.')
  throw new OperatorRefusal(404, 800111, `Azure entitlement with ID ${id} is not found.`)
}

function situationOf(simulation: Simulation) {
  const { world, switches } = simulation
  return { world, switches, now: simulation.now() }
}
