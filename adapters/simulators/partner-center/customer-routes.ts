import { admitted, guid } from './admission.ts'
import { collection, pageAsked } from './collection.ts'
import { served, type ApiCall } from './serve.ts'
import type { Simulation } from './simulation.ts'
import { OperatorRefusal, type WireAnswer } from './wire-answer.ts'
import type { SimulatedCustomer } from './world.ts'
import type { HttpServer } from '../../shared/http-server.ts'

/** The customers of the partner (facts/partner-center 5). */
export function addCustomerRoutes({ get }: HttpServer['routes'], simulation: Simulation): void {
  const always = () => true
  get(
    '/v1/customers',
    served(
      simulation,
      admitted(simulation, always, (call) => list(simulation, call)),
    ),
  )
  get(
    '/v1/customers/:cid',
    served(
      simulation,
      admitted(simulation, always, (call) => byId(simulation, call)),
    ),
  )
}

/** Throws the operator's refusal where there is no such customer (6.6). */
export function customerOf({ world }: Simulation, { params }: ApiCall): SimulatedCustomer {
  const id = params['cid'] ?? ''
  const found = world.customers.find((customer) => customer.id === id.toLowerCase() || customer.id === id)
  if (found !== undefined) return found
  if (!guid.test(id)) throw new OperatorRefusal(400, 900118, 'The customer id is invalid.')
  throw new OperatorRefusal(404, 60003, 'The tenant was not found.')
}

function list({ world, switches }: Simulation, call: ApiCall): WireAnswer {
  const wanted = filterOf(call.query.get('filter'))
  const found = world.customers.filter(wanted).map(listed)
  const asked = Number(call.query.get('size') ?? switches.customersPerPage)
  if (!Number.isInteger(asked) || asked < 0) throw new OperatorRefusal(400, 800002, 'The size is malformed.')
  // Size 0 with a filter returns everything.
  const everything = asked === 0 && call.query.has('filter')
  const size = everything ? found.length : Math.min(asked || switches.customersPerPage, switches.customersPerPage)
  return { status: 200, body: collection('/customers', found, pageAsked(call), size, switches) }
}

function listed({ id, name, domain }: SimulatedCustomer): object {
  return {
    id,
    companyProfile: {
      tenantId: id,
      domain,
      companyName: name,
      attributes: { objectType: 'CustomerCompanyProfile' },
    },
    relationshipToPartner: 'reseller',
    links: { self: { uri: `/customers/${id}`, method: 'GET', headers: [] } },
    attributes: { objectType: 'Customer' },
  }
}

function byId(simulation: Simulation, call: ApiCall): WireAnswer {
  const customer = customerOf(simulation, call)
  const more = { commerceId: customer.id, allowDelegatedAccess: false, billingProfile: { companyName: customer.name } }
  return { status: 200, body: { ...listed(customer), ...more } }
}

/** Only `starts_with` on a name or a domain; case is ignored. */
function filterOf(text: string | null): (customer: SimulatedCustomer) => boolean {
  if (text === null) return () => true
  const { Field, Value, Operator } = filterIn(text)
  const start = String(Value).toLowerCase()
  if (String(Operator).toLowerCase() !== 'starts_with')
    throw new OperatorRefusal(400, 800002, 'The only operator is starts_with.')
  if (Field === 'CompanyName') return ({ name }) => name.toLowerCase().startsWith(start)
  if (Field === 'Domain') return ({ domain }) => domain.toLowerCase().startsWith(start)
  throw new OperatorRefusal(400, 800002, 'The field is none that can be searched here.')
}

/** A filter as the API takes it, its parts unjudged. Throws the operator's refusal for what is none. */
export function filterIn(text: string): { Field?: unknown; Value?: unknown; Operator?: unknown } {
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed === 'object' && parsed !== null) return parsed
  } catch {
    // Answered below, like any other malformed filter.
  }
  throw new OperatorRefusal(400, 800002, 'The filter is malformed.')
}
