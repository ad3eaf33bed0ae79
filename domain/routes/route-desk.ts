import type { DeskStore } from '../ports/desk-store.ts'
import type { PlaceId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import type { Clock } from '../shared/time.ts'
import { unlessStale, type VersionRefusal } from '../shared/versioned.ts'
import { mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import type { Route, RouteTopic } from './route.ts'

type RouteRefusal =
  | { readonly code: 'not-allowed' }
  /** A one-to-one chat is nobody else's channel. */
  | { readonly code: 'not-a-channel' }
  | { readonly code: 'no-route' }

/** Which channel hears of what. */
export interface RouteDesk {
  /** All that were set. */
  list(): Promise<readonly Route[]>
  /** Null: the people concerned are told each. */
  placeFor(topic: RouteTopic): Promise<PlaceId | null>
  /** Sends news about a topic to the channel where it is said, from now on. */
  set(
    topic: RouteTopic,
    here: { readonly place: PlaceId; readonly name: string; readonly personal: boolean },
    by: Staff,
  ): Promise<Outcome<Route, RouteRefusal | VersionRefusal>>
  /** From now on the people concerned are told each. */
  clear(topic: RouteTopic, by: Staff): Promise<Outcome<Route, RouteRefusal | VersionRefusal>>
}

export function createRouteDesk({ store, now }: { readonly store: DeskStore; readonly now: Clock }): RouteDesk {
  return {
    list: async () => (await store.list('route')).map(({ value }) => value),
    placeFor: async (topic) => (await store.get('route', topic))?.value.place ?? null,

    async set(topic, { place, name, personal }, by) {
      if (!mayAsk(by.roles, 'set route')) return refused({ code: 'not-allowed' })
      if (personal) return refused({ code: 'not-a-channel' })
      const at = now()
      const route: Route = { topic, place, placeName: name, setBy: by.id, setAt: at }
      const found = await store.get('route', topic)
      return unlessStale(async () => {
        await store.commit({
          save: [{ kind: 'route', id: topic, value: route, basedOn: found?.version ?? null }],
          audit: [{ at, by: by.id, what: 'route.set', about: `route:${topic}`, details: { place } }],
        })
        return granted(route)
      })
    },

    async clear(topic, by) {
      if (!mayAsk(by.roles, 'set route')) return refused({ code: 'not-allowed' })
      const found = await store.get('route', topic)
      if (!found) return refused({ code: 'no-route' })
      return unlessStale(async () => {
        await store.commit({
          remove: [{ kind: 'route', id: topic, basedOn: found.version }],
          audit: [{ at: now(), by: by.id, what: 'route.cleared', about: `route:${topic}` }],
        })
        return granted(found.value)
      })
    },
  }
}
