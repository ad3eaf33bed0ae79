import { instantOf, msOf, type Instant } from '../../../domain/shared/time.ts'
import { sha256 } from '../../shared/sha256.ts'
import { noteVerdict } from './log.ts'
import {
  simulatedFeeds,
  type FraudEventNote,
  type IncidentStatus,
  type Raised,
  type SimulatedFeed,
  type SimulatedIncident,
  type VerdictReason,
} from './simulated-incident.ts'
import type { Simulation } from './simulation.ts'
import type { World } from './world.ts'

/** A GUID made from a text: the same world raises the same ids. */
export function madeId(text: string): string {
  const hex = sha256(text)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

export function raise(simulation: Simulation, { feeds, status, ...raised }: Raised, at: Instant): SimulatedIncident {
  const { world, lane } = simulation
  const nth = (world.fraudCount += 1)
  const entityId = madeId(`entity ${lane} ${nth}`)
  const incident: SimulatedIncident = {
    ...raised,
    entityId,
    graphId: madeId(`graph ${lane} ${nth}`),
    eventId: `${raised.subscription}_${entityId}`,
    firstAt: at,
    lastAt: at,
    standing: Object.fromEntries(
      feeds.map((feed) => [feed, { status, reason: null, resolvedAt: null, by: null, history: [] }]),
    ),
  }
  world.fraud.push(incident)
  tell(simulation, incident, 'new')
  return incident
}

/** It goes on: seen more often, or found to be graver or larger. */
export function seeAgain(
  simulation: Simulation,
  incident: SimulatedIncident,
  grown: Partial<Pick<SimulatedIncident, 'hits' | 'severity' | 'resources'>>,
): void {
  Object.assign(incident, { hits: incident.hits + 1 }, grown, { lastAt: simulation.now() })
  tell(simulation, incident, 'again')
}

/** Lets come what is due by now, in order, each at its own moment. */
export function letFraudCome(simulation: Simulation): void {
  const { world } = simulation
  const now = simulation.now()
  if (!world.fraudDue.some(({ at }) => at <= now)) return
  for (const { at, incident } of world.fraudDue.filter((due) => due.at <= now)) raise(simulation, incident, at)
  world.fraudDue = world.fraudDue.filter((due) => due.at > now)
  simulation.save()
}

export function spread(start: Instant, overMs: number, count: number): readonly Instant[] {
  return Array.from({ length: count }, (_, nth) => instantOf(msOf(start) + Math.floor((nth * overMs) / count)))
}

/**
 * Writes what was said of an incident. Whether the other feed then has it too is nowhere said (?), see the switch
 * `verdictsReach`.
 */
export function settle(
  simulation: Simulation,
  incident: SimulatedIncident,
  said: { readonly status: IncidentStatus; readonly reason: VerdictReason | null },
  by: { readonly feed: SimulatedFeed | 'portal'; readonly name: string; readonly requestId: string | null },
): void {
  const at = simulation.now()
  const both = by.feed === 'portal' || simulation.switches.verdictsReach === 'both-feeds'
  for (const feed of simulatedFeeds) {
    const standing = incident.standing[feed]
    if (standing === undefined || !(both || feed === by.feed)) continue
    const resolved = said.status === 'resolved'
    standing.history.push({ from: standing.status, to: said.status, by: by.name, at })
    standing.status = said.status
    standing.reason = resolved ? said.reason : null
    standing.resolvedAt = resolved ? at : null
    standing.by = resolved ? by.name : null
  }
  const { customer, subscription, eventId, graphId } = incident
  const { feed, requestId } = by
  noteVerdict(simulation.world.log, { at, customer, subscription, eventId, graphId, ...said, by: feed, requestId })
}

export function incidentCalled(world: World, id: string): SimulatedIncident {
  const found = world.fraud.find(({ eventId, graphId }) => eventId === id || graphId === id)
  if (found === undefined) throw new Error(`there is no incident ${id}`)
  return found
}

function tell({ fraudListeners }: Simulation, incident: SimulatedIncident, what: FraudEventNote['what']): void {
  if (incident.standing['fraud-events'] === undefined) return
  const { lastAt: at, customer, subscription, eventId, graphId, isTest } = incident
  for (const listener of fraudListeners) listener({ what, at, customer, subscription, eventId, graphId, isTest })
}
