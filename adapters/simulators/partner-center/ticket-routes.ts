import type { HttpServer } from '../../shared/http-server.ts'
import { admitted, remembered } from './admission.ts'
import { customerOf, filterIn } from './customer-routes.ts'
import { bodyOf } from './json-body.ts'
import { patchTicket } from './patch-ticket.ts'
import { orRefusal, served, type ApiCall, type Handle } from './serve.ts'
import type { Simulation } from './simulation.ts'
import {
  nameOf,
  shownAt,
  ticketSeverities,
  ticketStatuses,
  ticketUsers,
  type SimulatedTicket,
  type TicketAuthor,
} from './simulated-ticket.ts'
import { OperatorRefusal, type WireAnswer } from './wire-answer.ts'

const all = '/v1/servicerequests'
const one = `${all}/:id`

/** The partner's tickets: read and changed, never created (facts/partner-center 8.1, 8.2). */
export function addTicketRoutes({ get, patch, post }: HttpServer['routes'], simulation: Simulation): void {
  // Section 1: in China there is the portal only.
  if (simulation.lane === 'china') return
  // 3.3: a person only.
  const forPeople = (handle: Handle) =>
    served(
      simulation,
      admitted(simulation, () => false, handle),
    )
  get(
    all,
    forPeople((call) => list(simulation, call, partnersOwn(simulation))),
  )
  get(
    '/v1/customers/:cid/servicerequests',
    forPeople((call) => {
      const { id } = customerOf(simulation, call)
      return list(simulation, call, ({ customer }) => customer?.toLowerCase() === id.toLowerCase())
    }),
  )
  // 8.1: creating, and the topics that went with it, were taken away in 2020; with what answer is not said (?).
  const takenAway = forPeople(() => ({
    status: { missing: 404, gone: 410, 'not-allowed': 405 }[simulation.switches.ticketCreation],
  }))
  post(all, takenAway)
  post(`${all}/:locale`, takenAway)
  get(`${all}/supporttopics`, takenAway)
  get(
    one,
    forPeople((call) => ({ status: 200, body: shown(visible(simulation, call), simulation) })),
  )
  patch(one, forPeople(remembered(simulation, (call) => orRefusal(simulation, () => update(simulation, call)))))
}

/** (?) Whether tickets about customers are in the partner's own list as well is not said. */
function partnersOwn(simulation: Simulation): (ticket: SimulatedTicket) => boolean {
  return ({ customer }) => customer === null || simulation.switches.customerTickets === 'in-both-lists'
}

/** Index style, in the order of the status, which cannot be chosen (public SDKs of the operator's). */
function list(simulation: Simulation, call: ApiCall, belongs: (ticket: SimulatedTicket) => boolean): WireAnswer {
  const { world, switches } = simulation
  const size = Math.min(wholeNumber(call, 'size') || switches.ticketsPerPage, switches.ticketsPerPage)
  const offset = wholeNumber(call, 'offset')
  const mayOthers = includesOthers(simulation, call) && switches.ticketSight === 'organisation'
  const isWanted = statusFilter(call)
  const found = world.tickets
    .filter((ticket) => belongs(ticket) && (ticket.openedBy === 'desk' || mayOthers) && isWanted(ticket))
    .toSorted((first, second) => numberOf(first) - numberOf(second))
  if (offset > 0 && offset >= found.length && switches.behindLastTicket === 'refused')
    throw new OperatorRefusal(400, 800002, 'The offset is behind the last item.')
  const items = found.slice(offset, offset + size).map((ticket) => {
    const { notes, description, ...rest } = shown(ticket, simulation, switches.ticketEnums !== 'words')
    return switches.notesInLists ? { ...rest, description, notes } : rest
  })
  // Of links the published sample has none, and its count is as well that of the page.
  const body = { totalCount: items.length, items, attributes: { objectType: 'Collection' } }
  const end = offset + items.length
  if (switches.ticketLinks === 'none' || end >= found.length) return { status: 200, body }
  const uri = `/servicerequests?size=${size}&offset=${end}`
  return { status: 200, body: { ...body, links: { next: { uri, method: 'GET', headers: [] } } } }
}

function wholeNumber(call: ApiCall, name: string): number {
  const text = call.query.get(name) ?? '0'
  if (!/^\d{1,9}$/.test(text)) throw new OperatorRefusal(400, 800002, `The ${name} is malformed.`)
  return Number(text)
}

/** The SDKs filter by the status alone, and for equality alone. */
function statusFilter(call: ApiCall): (ticket: SimulatedTicket) => boolean {
  const text = call.query.get('filter')
  if (text === null) return () => true
  const { Field, Value, Operator } = filterIn(text)
  const status = ticketStatuses.find((word, at) => word === Value || at === Value)
  if (String(Field).toLowerCase() !== 'status' || String(Operator).toLowerCase() !== 'equals' || !status)
    throw new OperatorRefusal(400, 800002, 'The only filter is a status that equals.')
  return (ticket) => ticket.status === status
}

/**
 * Whether the caller asks for the tickets of everybody in the partner's organisation. Throws the refusal where it may
 * not.
 */
function includesOthers({ switches }: Simulation, call: ApiCall): boolean {
  if (call.header('IncludeOrganizationRequests')?.toLowerCase() !== 'true') return false
  // 8.2: it wants a role; what becomes of the header without it is not said (?).
  if (switches.ticketSight === 'own' && switches.headerWithoutRole === 'refused')
    throw new OperatorRefusal(403, 900308, 'Insufficient privileges to complete the operation.')
  return switches.ticketSight !== 'own'
}

/** 8.2: people see only what they themselves opened. Throws the operator's refusal. */
function visible(simulation: Simulation, call: ApiCall): SimulatedTicket {
  const mayOthers = includesOthers(simulation, call)
  const found = simulation.world.tickets.find(({ id }) => id === call.params['id'])
  if (found !== undefined && (found.openedBy === 'desk' || mayOthers)) return found
  if (found !== undefined && simulation.switches.othersTickets === 'forbidden')
    throw new OperatorRefusal(403, 900308, 'Insufficient privileges to complete the operation.')
  throw new OperatorRefusal(404, 404, 'The service request was not found.')
}

function update(simulation: Simulation, call: ApiCall): WireAnswer {
  const { world, switches } = simulation
  const held = visible(simulation, call)
  const requestId = call.header('MS-RequestId') ?? null
  const situation = { world, switches, now: simulation.now() }
  patchTicket(held, { body: bodyOf(call), requestId, shown: { ...shown(held, simulation) } }, situation)
  return { status: 200, body: shown(held, simulation) }
}

function shown(ticket: SimulatedTicket, simulation: Simulation, published = false) {
  const { switches, world, lane } = simulation
  const inNumbers = switches.enumsAsIntegers || switches.ticketEnums === 'numbers' || published
  const customer = world.customers.find(({ id }) => id === ticket.customer)
  const organisation =
    ticket.customer === null
      ? { id: `partner-${lane}`, name: 'Partner' }
      : { id: ticket.customer, name: customer?.name ?? 'Unknown organisation' }
  return {
    title: ticket.title,
    description: ticket.description,
    severity: inNumbers ? ticketSeverities.indexOf(ticket.severity) : ticket.severity,
    supportTopicId: '32444671',
    supportTopicName: 'Other',
    id: ticket.id,
    status: inNumbers ? numberOf(ticket) : ticket.status,
    organization: organisation,
    primaryContact: contact(ticket.openedBy),
    lastUpdatedBy: contact(ticket.lastUpdatedBy),
    productId: '15960',
    createdDate: shownAt(ticket.createdAt),
    lastModifiedDate: shownAt(ticket.modifiedAt),
    lastClosedDate: shownAt(ticket.closedAt),
    notes: ticket.notes.map(({ by, at, text }) => ({ createdByName: nameOf(by), createdDate: shownAt(at), text })),
    attributes: { objectType: 'ServiceRequest' },
  }
}

const numberOf = ({ status }: SimulatedTicket) => ticketStatuses.indexOf(status)

function contact(author: TicketAuthor): object {
  return author === 'operator' ? { lastName: nameOf(author), firstName: '' } : ticketUsers[author]
}
