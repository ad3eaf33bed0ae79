import type { DeskStore } from '../ports/desk-store.ts'
import type { PlaceId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import type { Clock } from '../shared/time.ts'
import { unlessStale, type VersionRefusal } from '../shared/versioned.ts'
import { mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import { chats, routeId, type Chat, type Route, type RouteTopic } from './route.ts'

type RouteRefusal =
  | { readonly code: 'not-allowed' }
  /** A one-to-one chat is nobody else's channel. */
  | { readonly code: 'not-a-channel' }
  | { readonly code: 'no-route' }

/** Where a route is set from. */
interface Here {
  readonly chat: Chat
  readonly place: PlaceId
  readonly name: string
  readonly personal: boolean
}

/** Which channels hear of what: one a chat. */
export interface RouteDesk {
  /** All that were set. */
  list(): Promise<readonly Route[]>
  /** The channel of each chat that has one; without any, the people concerned are told each. */
  placesFor(topic: RouteTopic): Promise<readonly PlaceId[]>
  /** Sends news about a topic to the channel where it is said, from now on; another chat's channel stays as it is. */
  set(topic: RouteTopic, here: Here, by: Staff): Promise<Outcome<Route, RouteRefusal | VersionRefusal>>
  /** From now on no channel of that chat gets the news. */
  clear(topic: RouteTopic, chat: Chat, by: Staff): Promise<Outcome<Route, RouteRefusal | VersionRefusal>>
}

export function createRouteDesk({ store, now }: { readonly store: DeskStore; readonly now: Clock }): RouteDesk {
  return {
    list: async () => (await store.list('route')).map(({ value }) => value),
    async placesFor(topic) {
      const found = await Promise.all(chats.map((chat) => store.get('route', routeId(topic, chat))))
      return found.flatMap((route) => route?.value.place ?? [])
    },

    async set(topic, { chat, place, name, personal }, by) {
      if (!mayAsk(by.roles, 'set route')) return refused({ code: 'not-allowed' })
      if (personal) return refused({ code: 'not-a-channel' })
      const at = now()
      const id = routeId(topic, chat)
      const which = chat === 'teams' ? { topic } : { topic, chat }
      const route: Route = { ...which, place, placeName: name, setBy: by.id, setAt: at }
      const found = await store.get('route', id)
      return unlessStale(async () => {
        await store.commit({
          save: [{ kind: 'route', id, value: route, basedOn: found?.version ?? null }],
          audit: [{ at, by: by.id, what: 'route.set', about: `route:${id}`, details: { place } }],
        })
        return granted(route)
      })
    },

    async clear(topic, chat, by) {
      if (!mayAsk(by.roles, 'set route')) return refused({ code: 'not-allowed' })
      const id = routeId(topic, chat)
      const found = await store.get('route', id)
      if (!found) return refused({ code: 'no-route' })
      return unlessStale(async () => {
        await store.commit({
          remove: [{ kind: 'route', id, basedOn: found.version }],
          audit: [{ at: now(), by: by.id, what: 'route.cleared', about: `route:${id}` }],
        })
        return granted(found.value)
      })
    },
  }
}
