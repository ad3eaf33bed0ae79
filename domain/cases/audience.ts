import type { DeskStore } from '../ports/desk-store.ts'
import type { RouteDesk } from '../routes/route-desk.ts'
import type { RouteTopic } from '../routes/route.ts'
import type { PlaceId, StaffId } from '../shared/ids.ts'
import { mayApprove, type Verb } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import type { StaffDesk } from '../staff/staff-desk.ts'
import type { CaseKind, Cases } from './case.ts'

/** Whom a case's card is for. */
export interface Audience {
  readonly topic: RouteTopic
  /** Told each when the topic has no route; null: nobody. */
  readonly verb: Verb | null
  /** Never asked to approve: they cannot. */
  readonly except: StaffId | null
}

/** Who decides a case, or is concerned by it, as it stands now. */
export function audienceOf<K extends CaseKind>(kind: K, value: Cases[K]): Audience {
  const found: { readonly [Each in CaseKind]: (value: Cases[Each]) => Audience } = {
    suspension: ({ reason, askedBy }) => ({ topic: 'approvals', verb: `suspend for ${reason}`, except: askedBy }),
    resumption: ({ reason, askedBy }) => ({ topic: 'approvals', verb: `resume from ${reason}`, except: askedBy }),
    'service-request': () => ({ topic: 'tickets', verb: null, except: null }),
    'role-change': ({ askedBy }) => ({ topic: 'administration', verb: 'change role', except: askedBy }),
    'ledger-import': (record) => ({
      topic: 'administration',
      verb: 'import ledger',
      except: record.status === 'undo-asked' ? record.undo.staff : record.staff,
    }),
  }
  return found[kind](value)
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
