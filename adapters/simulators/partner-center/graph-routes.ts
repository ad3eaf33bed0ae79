import type { HttpServer } from '../../shared/http-server.ts'
import { settle } from './fraud-incident.ts'
import { verdictReasons, type SimulatedIncident } from './simulated-incident.ts'
import { bodyOf } from './json-body.ts'
import { served, type ApiCall, type Handle } from './serve.ts'
import type { Simulation } from './simulation.ts'
import { OperatorRefusal, type WireAnswer } from './wire-answer.ts'

const all = '/graph/beta/security/partner/securityAlerts'

/** The lane's Microsoft Graph, below a path of its own: partner security alerts (facts/partner-center 9.2). */
export function addGraphRoutes({ get, patch }: HttpServer['routes'], simulation: Simulation): void {
  // 9.3: both versions of the page mark China as not available.
  if (simulation.lane === 'china') return
  const open = (handle: Handle) => served(simulation, asGraph(simulation, handle))
  get(
    all,
    open((call) => list(simulation, call)),
  )
  get(
    `${all}/:id`,
    open((call) => ({ status: 200, body: shown(alertOf(simulation, call)) })),
  )
  patch(
    `${all}/:id`,
    open((call) => update(simulation, call)),
  )
}

const words: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  401: 'InvalidAuthenticationToken',
  403: 'Forbidden',
  404: 'ResourceNotFound',
}

/** Lets in a token for Graph, of the app or of a person; a no is in Graph's own shape (docs: Graph error responses). */
function asGraph(simulation: Simulation, handle: Handle): Handle {
  return (call) => {
    try {
      simulation.tokens.bearer(call.header('Authorization'), simulation.now(), 'graph')
      // 9.3 (!): whether a cloud offers them at all; and 3.3: the permission may be missing.
      if (simulation.switches.graphAlerts === 'missing') throw new OperatorRefusal(404, 0, 'Resource not found.')
      if (simulation.switches.graphAlerts === 'forbidden') throw new OperatorRefusal(403, 0, 'Insufficient privileges.')
      return handle(call)
    } catch (cause) {
      if (!(cause instanceof OperatorRefusal)) throw cause
      const innerError = { date: simulation.now(), 'client-request-id': call.header('client-request-id') ?? '' }
      return {
        status: cause.status,
        body: { error: { code: words[cause.status], message: cause.message, innerError } },
      }
    }
  }
}

function list(simulation: Simulation, call: ApiCall): WireAnswer {
  const { world, switches } = simulation
  const filter = call.query.get('$filter')
  const wanted = filterOf(filter, simulation)
  const start = call.query.get('$skiptoken') ?? '0'
  if (!/^\d{1,9}$/.test(start)) throw new OperatorRefusal(400, 0, 'The skip token is invalid.')
  const found = world.fraud.filter((each) => each.standing.graph !== undefined && wanted(each)).toReversed()
  const end = Number(start) + switches.graphAlertsPerPage
  const host = switches.graphNextLinks === 'sound' ? `http://${call.header('Host')}` : 'https://elsewhere.example'
  const query = new URLSearchParams({ ...(filter !== null && { $filter: filter }), $skiptoken: String(end) })
  const body = {
    '@odata.context': 'https://graph.microsoft.com/beta/$metadata#security/partner/securityAlerts',
    ...(call.query.get('$count') === 'true' && { '@odata.count': found.length }),
    ...(end < found.length && { '@odata.nextLink': `${host}${all}?${query.toString()}` }),
    value: found.slice(Number(start), end).map(shown),
  }
  return { status: 200, body }
}

/** Comparisons of one property, joined by `or`; which properties can be filtered is not said (?). */
function filterOf(text: string | null, { switches }: Simulation): (incident: SimulatedIncident) => boolean {
  if (text === null) return () => true
  if (switches.graphFilter === 'refused') throw new OperatorRefusal(400, 0, 'The property cannot be filtered by.')
  const tests = text.split(/ or /).map((each) => {
    const [, property, operator, value] = /^\(?(\w+) (eq|ne) '([^']*)'\)?$/.exec(each.trim()) ?? []
    if (property === undefined) throw new OperatorRefusal(400, 0, 'The filter is malformed.')
    return (incident: SimulatedIncident) => {
      const held = (shown(incident) as Readonly<Record<string, unknown>>)[property]
      return operator === 'eq' ? held === value : held !== value
    }
  })
  return (incident) => tests.some((test) => test(incident))
}

function update(simulation: Simulation, call: ApiCall): WireAnswer {
  const incident = alertOf(simulation, call)
  const { status, resolvedReason } = bodyOf(call)
  if (status !== 'active' && status !== 'investigating' && status !== 'resolved')
    throw new OperatorRefusal(400, 0, 'The status is required.')
  const reason = verdictReasons.find((each) => each === resolvedReason) ?? null
  if (status === 'resolved' && reason === null) throw new OperatorRefusal(400, 0, 'The resolved reason is invalid.')
  const requestId = call.header('client-request-id') ?? null
  settle(simulation, incident, { status, reason }, { feed: 'graph', name: 'desk@partner.example', requestId })
  return { status: 200, body: shown(incident) }
}

function alertOf({ world }: Simulation, call: ApiCall): SimulatedIncident {
  const found = world.fraud.find(
    ({ graphId, standing }) => graphId === call.params['id'] && standing.graph !== undefined,
  )
  if (found === undefined) throw new OperatorRefusal(404, 0, 'The alert was not found.')
  return found
}

function shown(incident: SimulatedIncident): object {
  const standing = incident.standing.graph
  return {
    '@odata.type': '#microsoft.graph.partner.security.partnerSecurityAlert',
    id: incident.graphId,
    displayName: incident.title,
    description: incident.description,
    alertType: incident.type.charAt(0).toLowerCase() + incident.type.slice(1),
    status: standing?.status,
    severity: incident.severity,
    confidenceLevel: incident.confidence,
    customerTenantId: incident.customer,
    subscriptionId: incident.subscription,
    valueAddedResellerTenantId: null,
    catalogOfferId: null,
    detectedDateTime: incident.firstAt,
    firstObservedDateTime: incident.firstAt,
    lastObservedDateTime: incident.lastAt,
    resolvedReason: standing?.reason ?? null,
    resolvedOnDateTime: standing?.resolvedAt ?? null,
    resolvedBy: standing?.by ?? null,
    isTest: incident.isTest,
    affectedResources: incident.resources.map(({ id, kind }) => ({ resourceId: id, resourceType: kind })),
    activityLogs: (standing?.history ?? []).map(({ from, to, by, at }) => ({
      statusFrom: from,
      statusTo: to,
      updatedBy: by,
      updatedDateTime: at,
    })),
    // 9.2: how often it was seen stands among the details, as text.
    additionalDetails: { ...incident.details, ConnectionCount: String(incident.hits) },
  }
}
