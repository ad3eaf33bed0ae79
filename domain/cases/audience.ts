import { creditPower } from '../credit/credit-change.ts'
import { powerTo } from '../ending/ending.ts'
import type { DeskStore } from '../ports/desk-store.ts'
import type { RouteDesk } from '../routes/route-desk.ts'
import type { RoutedAlert } from '../routes/fraud-routes.ts'
import type { RouteTopic } from '../routes/route.ts'
import type { PlaceId, StaffId } from '../shared/ids.ts'
import { never } from '../shared/outcome.ts'
import { verbOf } from '../lanes/decide-lane-switch.ts'
import { mayApprove, type Verb } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import type { StaffDesk } from '../staff/staff-desk.ts'
import { awaitsConfirmation } from '../suspension/suspension-request.ts'
import { askOf, type CaseItself } from './case.ts'
import { takesCases } from './placed-card.ts'

/** Whom a case's card is for. */
export interface Audience {
  readonly topic: RouteTopic
  /** Told each when the topic has no channel that can be reached; null: nobody. */
  readonly verb: Verb | null
  /** Never asked to approve: they cannot. */
  readonly except: StaffId | null
  /** Each of them is told as well where the topic has a channel. */
  readonly eachToo?: true
  /** What decides of fraud's channels which one hears of it. */
  readonly alert?: RoutedAlert
}

/** Who decides a case, or is concerned by it, as it stands now. */
export function audienceOf(found: CaseItself): Audience {
  const { kind, value } = found
  const except = askOf(found).by
  switch (kind) {
    case 'suspension':
      if (value.brokenGlass && awaitsConfirmation(value))
        return { topic: 'approvals', verb: 'break glass', except: value.brokenGlass.by }
      return { topic: 'approvals', verb: `suspend for ${value.reason}`, except }
    case 'resumption':
      return { topic: 'approvals', verb: `resume from ${value.reason}`, except }
    case 'ending':
      return { topic: 'approvals', verb: powerTo[value.way], except }
    case 'budget':
      return { topic: 'approvals', verb: 'set budget', except }
    case 'credit-change':
      return { topic: 'approvals', verb: creditPower(value.change), except }
    case 'service-request':
      return { topic: 'tickets', verb: null, except: null }
    case 'role-change':
      return { topic: 'administration', verb: 'change role', except }
    case 'policy-change':
      return { topic: 'administration', verb: 'activate policy', except }
    case 'ledger-import':
      return { topic: 'administration', verb: 'import ledger', except }
    case 'sighting':
      return { topic: 'approvals', verb: 'explain sighting', except }
    case 'lane-switch':
      // Whoever could halt the desk, or let it go on, must know that it stands still.
      if (value.change === 'stop') return { topic: 'administration', verb: 'restart lane', except: null, eachToo: true }
      return { topic: 'administration', verb: verbOf(value), except }
    case 'daily-brake':
      return { topic: 'approvals', verb: 'let more go', except: null }
    case 'lane-trouble':
      return { topic: 'administration', verb: 'act in lane', except: null }
    case 'countdown':
      return { topic: 'approvals', verb: 'let go', except }
    case 'fraud-alert':
      return {
        topic: 'fraud',
        verb: 'decide alert',
        except: null,
        alert: { lane: value.lane, customer: value.customer, severity: value.severity },
      }
    default:
      return never(kind)
  }
}

/** Whether somebody is among those who could say yes; whoever asked never is. */
export function couldDecide({ verb, except }: Audience, { id, roles }: Staff): boolean {
  return verb !== null && id !== except && mayApprove(roles, verb)
}

/** Where a person can be reached one to one, best first. */
export type PlacesOf = (staff: Staff) => readonly PlaceId[]

/**
 * The places where a case's card belongs: the routed channel of each chat; one that can be reached is enough. Where
 * none can, each person who could say yes. Places the desk has never been in, or was removed from, or where outsiders
 * read, are left out.
 */
export async function placesFor(audience: Audience, parts: PlaceParts): Promise<readonly PlaceId[]> {
  const routed = (
    await Promise.all(
      (await parts.routes.placesFor(audience.topic, audience.alert)).map((place) => reachable(place, parts)),
    )
  ).flat()
  if (routed.length > 0 && !audience.eachToo) return routed
  return [...new Set([...routed, ...(await peopleFor(audience, parts))])]
}

/** Where each person who could say yes is reached, whatever channel there is. */
export async function peopleFor(audience: Audience, parts: Omit<PlaceParts, 'routes'>): Promise<readonly PlaceId[]> {
  const places = new Set<PlaceId>()
  for (const staff of await parts.staff.all()) {
    if (!couldDecide(audience, staff)) continue
    const [best] = (await Promise.all(parts.placesOf(staff).map((place) => reachable(place, parts)))).flat()
    if (best !== undefined) places.add(best)
  }
  return [...places]
}

interface PlaceParts {
  readonly store: DeskStore
  readonly routes: RouteDesk
  readonly staff: StaffDesk
  readonly placesOf: PlacesOf
}

async function reachable(place: PlaceId, { store }: Pick<PlaceParts, 'store'>): Promise<readonly PlaceId[]> {
  const found = await store.get('address', place)
  return found && takesCases(found.value) ? [place] : []
}

/** The best place where a person can be reached one to one; null where there is none. */
export async function reachableOf(
  staff: Staff,
  { store, placesOf }: { readonly store: DeskStore; readonly placesOf: PlacesOf },
): Promise<PlaceId | null> {
  for (const place of placesOf(staff)) {
    const found = await store.get('address', place)
    if (found && takesCases(found.value)) return place
  }
  return null
}
