import type { Instant } from '../../../domain/shared/time.ts'
import type { HttpServer } from '../../shared/http-server.ts'
import { admitted, remembered } from './admission.ts'
import { settle } from './fraud-incident.ts'
import { verdictReasons, type IncidentStatus, type SimulatedIncident } from './simulated-incident.ts'
import { fraudTypes } from './fraud-orders.ts'
import { bodyOf } from './json-body.ts'
import { orRefusal, served, type ApiCall, type Handle } from './serve.ts'
import type { Simulation } from './simulation.ts'
import type { Switches } from './switches.ts'
import { OperatorRefusal, type WireAnswer } from './wire-answer.ts'

/** Partner Center fraudEvents, in the older and the newer model (facts/partner-center 9.1). */
export function addFraudEventRoutes({ get, post }: HttpServer['routes'], simulation: Simulation): void {
  // Section 1: China has none.
  if (simulation.lane === 'china') return
  // 3.3: a person only.
  const forPeople = (handle: Handle) =>
    served(
      simulation,
      admitted(
        simulation,
        () => false,
        (call) => retired(simulation) ?? handle(call),
      ),
    )
  get(
    '/v1/fraudEvents',
    forPeople((call) => list(simulation, call)),
  )
  post(
    '/v1/fraudEvents/subscription/:sid/status',
    forPeople(remembered(simulation, (call) => orRefusal(simulation, () => update(simulation, call)))),
  )
}

/** 9.1 (!): one guide calls it gone since the end of 2024. */
function retired({ switches: { fraudEvents } }: Simulation): WireAnswer | null {
  if (fraudEvents === 'offered') return null
  return { status: fraudEvents === 'gone' ? 410 : 404 }
}

const isNew = (call: ApiCall) => call.header('X-NewEventsModel')?.toLowerCase() === 'true'

/** A bare array, no envelope. */
function list(simulation: Simulation, call: ApiCall): WireAnswer {
  const { world, switches } = simulation
  const status = call.query.get('EventStatus')?.toLowerCase()
  if (status !== undefined && !['active', 'investigating', 'resolved'].includes(status))
    throw new OperatorRefusal(400, 800002, 'The event status is none that is known.')
  const subscription = call.query.get('SubscriptionId')?.toLowerCase()
  const type = isNew(call) ? call.query.get('EventType')?.toLowerCase() : undefined
  const found = world.fraud
    .filter(({ standing }) => standing['fraud-events'] !== undefined)
    .filter(({ standing }) => status === undefined || standing['fraud-events']?.status === status)
    .filter((each) => subscription === undefined || each.subscription.toLowerCase() === subscription)
    .filter((each) => type === undefined || each.type.toLowerCase() === type)
    // docs: get-fraud-events: with the newer model one gets new types of alerts.
    .filter((each) => isNew(call) || each.type === fraudTypes[0])
    .toSorted((one, other) => (one.lastAt === other.lastAt ? 0 : one.lastAt > other.lastAt ? -1 : 1))
  return { status: 200, body: pageOf(found, call, switches).map((each) => shown(each, simulation, isNew(call))) }
}

function pageOf<Each>(found: readonly Each[], call: ApiCall, { fraudEventsPerPage }: Switches): readonly Each[] {
  const [size, page] = ['PageSize', 'PageNumber'].map((name) => call.query.get(name))
  // Pages belong to the newer model; the older one is not said to know them.
  if (!isNew(call) || (size == null && page == null)) return found
  if (![size, page].every((each) => /^[1-9]\d{0,8}$/.test(each ?? '')))
    throw new OperatorRefusal(400, 800002, 'PageSize and PageNumber are both positive.')
  const length = Math.min(Number(size), fraudEventsPerPage)
  return found.slice((Number(page) - 1) * length, Number(page) * length)
}

function update(simulation: Simulation, call: ApiCall): WireAnswer {
  const { world, switches } = simulation
  const { eventIds, eventStatus, resolvedReason } = bodyOf(call)
  const status = statusCalled(eventStatus, switches)
  if (status === null) throw new OperatorRefusal(400, 800002, 'The event status is none that is known.')
  const reason = verdictReasons.find((each) => capital(each) === resolvedReason) ?? null
  // 9.1 (!): this API takes Fraud or Ignore; the business page adds Legitimate.
  const taken = reason !== null && (reason !== 'legitimate' || switches.fraudLegitimate === 'accepted')
  if (status === 'resolved' && !taken) throw new OperatorRefusal(400, 800002, 'The reason is Fraud or Ignore.')
  const ids = Array.isArray(eventIds) ? (eventIds as readonly unknown[]) : []
  const found = world.fraud
    .filter(({ standing }) => standing['fraud-events'] !== undefined)
    .filter(({ subscription }) => subscription.toLowerCase() === call.params['sid']?.toLowerCase())
    // No ids at all: every event of the subscription.
    .filter(({ eventId }) => ids.length === 0 || ids.includes(eventId))
  const by = {
    feed: 'fraud-events',
    name: 'desk@partner.example',
    requestId: call.header('MS-RequestId') ?? null,
  } as const
  for (const incident of found) settle(simulation, incident, { status, reason }, by)
  return { status: 200, body: found.map((each) => shown(each, simulation, isNew(call))) }
}

/** 9.1 (!): examples say Resolved, one table Resolve. */
function statusCalled(word: unknown, { fraudStatusWord }: Switches): IncidentStatus | null {
  if (word === 'Active' || word === 'Investigating') return word === 'Active' ? 'active' : 'investigating'
  const known = fraudStatusWord === 'either' ? ['Resolve', 'Resolved'] : [fraudStatusWord]
  return typeof word === 'string' && known.includes(word) ? 'resolved' : null
}

const never = '9999-12-31T23:59:59.9970000'

function shown(incident: SimulatedIncident, { world, switches }: Simulation, newer: boolean): object {
  const standing = incident.standing['fraud-events']
  const named = incident.resources[0]?.id.split('/').at(-1) ?? ''
  const older = {
    eventTime: withoutZone(incident.lastAt),
    eventId: incident.eventId,
    partnerTenantId: '348e932d-ef58-4347-8351-be51e4ec148c',
    partnerFriendlyName: 'Partner',
    customerTenantId: incident.customer,
    customerFriendlyName: world.customers.find(({ id }) => id === incident.customer)?.name ?? 'Unknown organisation',
    subscriptionId: incident.subscription,
    subscriptionType: 'modern',
    entityId: incident.entityId,
    entityName: named,
    entityUrl: incident.resources[0]?.id ?? '',
    hitCount: String(incident.hits),
    catalogOfferId: 'ms-azr-17g',
    eventStatus: capital(standing?.status ?? 'active'),
    serviceName: 'Compute',
    resourceName: named,
    resourceGroupName: 'rg',
    firstOccurrence: withoutZone(incident.firstAt),
    lastOccurrence: withoutZone(incident.lastAt),
    resolvedReason: standing?.reason == null ? 'None' : capital(standing.reason),
    resolvedOn: standing?.resolvedAt == null ? never : withoutZone(standing.resolvedAt),
    resolvedBy: standing?.by ?? '',
    // In the published sample these are year 9999 beside occurrences that are not.
    firstObserved: never,
    lastObserved: never,
  }
  if (!newer) return older
  const isTest = { text: String(incident.isTest), boolean: incident.isTest }[switches.fraudIsTest.value]
  return {
    ...older,
    eventType: incident.type,
    severity: capital(incident.severity),
    confidenceLevel: incident.confidence,
    displayName: incident.title,
    description: incident.description,
    country: 'US',
    valueAddedResellerTenantId: '',
    valueAddedResellerFriendlyName: '',
    subscriptionName: incident.subscriptionName,
    affectedResources: incident.resources.map(({ id, kind }) => ({ azureResourceId: id, type: kind })),
    additionalDetails: incident.details,
    [switches.fraudIsTest.name]: isTest,
    activityLogs: JSON.stringify(
      (standing?.history ?? []).map(({ from, to, by, at }) => ({
        statusFrom: capital(from),
        statusTo: capital(to),
        updatedBy: by,
        dateTime: at,
      })),
    ),
  }
}

const withoutZone = (at: Instant) => at.slice(0, -1)
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
