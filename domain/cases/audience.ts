import type { DeskStore } from '../ports/desk-store.ts'
import type { RouteDesk } from '../routes/route-desk.ts'
import type { RouteTopic } from '../routes/route.ts'
import type { PlaceId, StaffId } from '../shared/ids.ts'
import { never } from '../shared/outcome.ts'
import { mayApprove, type Verb } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import type { StaffDesk } from '../staff/staff-desk.ts'
import type { CaseItself } from './case.ts'

/** Whom a case's card is for. */
export interface Audience {
  readonly topic: RouteTopic
  /** Told each when the topic has no route; null: nobody. */
  readonly verb: Verb | null
  /** Never asked to approve: they cannot. */
  readonly except: StaffId | null
}

/** Who decides a case, or is concerned by it, as it stands now. */
export function audienceOf({ kind, value }: CaseItself): Audience {
  switch (kind) {
    case 'suspension':
      return { topic: 'approvals', verb: `suspend for ${value.reason}`, except: value.askedBy }
    case 'resumption':
      return { topic: 'approvals', verb: `resume from ${value.reason}`, except: value.askedBy }
    case 'service-request':
      return { topic: 'tickets', verb: null, except: null }
    case 'role-change':
      return { topic: 'administration', verb: 'change role', except: value.askedBy }
    case 'ledger-import': {
      const except = value.status === 'undo-asked' ? value.undo.staff : value.staff
      return { topic: 'administration', verb: 'import ledger', except }
    }
    default:
      return never(kind)
  }
}

/** Where a person can be reached one to one, best first. */
export type PlacesOf = (staff: Staff) => readonly PlaceId[]

/**
 * The places where a case's card belongs: the routed channel only, else each person who could say yes. Places the
 * desk has never been in, or was removed from, are left out.
 */
export async function placesFor(
  { topic, verb, except }: Audience,
  parts: {
    readonly store: DeskStore
    readonly routes: RouteDesk
    readonly staff: StaffDesk
    readonly placesOf: PlacesOf
  },
): Promise<readonly PlaceId[]> {
  const reachable = async (place: PlaceId) => (await parts.store.get('address', place))?.value.dead === false
  const routed = await parts.routes.placeFor(topic)
  if (routed !== null && (await reachable(routed))) return [routed]
  if (verb === null) return []
  const places = new Set<PlaceId>()
  for (const staff of await parts.staff.all()) {
    if (staff.id === except || !mayApprove(staff.roles, verb)) continue
    for (const place of parts.placesOf(staff)) {
      if (!(await reachable(place))) continue
      places.add(place)
      break
    }
  }
  return [...places]
}
