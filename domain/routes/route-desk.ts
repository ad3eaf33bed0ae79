import { takesCases } from '../cases/placed-card.ts'
import type { Lane } from '../customers/lane.ts'
import type { Severity } from '../fraud/signal.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import type { DeskStore } from '../ports/desk-store.ts'
import type { PlaceId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { minutesInto, type Clock } from '../shared/time.ts'
import { unlessStale, type VersionRefusal } from '../shared/versioned.ts'
import { mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import { countingRoutes, gravestFirst, uncovered, type RoutedAlert } from './fraud-routes.ts'
import { chats, routeId, type Chat, type Route, type RouteOnly, type RouteTopic } from './route.ts'

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

/** Who would hear of alerts of a lane at this moment. */
export interface RoutedNow {
  /** Gravest first; those side by side that the same channels hear of. */
  readonly severities: readonly Severity[]
  /** None: each fraud lead is told. */
  readonly routes: readonly Route[]
}

/** Which channels hear of what: one a chat, of fraud one for each narrowing. */
export interface RouteDesk {
  /** All that were set. */
  list(): Promise<readonly Route[]>
  /**
   * The channel of each chat that has one; without any, the people concerned are told each. Of fraud, the narrowest route
   * that holds now and whose channel can be reached.
   */
  placesFor(topic: RouteTopic, alert?: RoutedAlert | null): Promise<readonly PlaceId[]>
  /** Where alerts of a lane would go at this moment, those of customers with a channel of their own left aside. */
  now(lane: Lane): Promise<readonly RoutedNow[]>
  /** Severities of which no channel would hear at some hour of the day, gravest first: each fraud lead is told then. */
  uncovered(lane: Lane): Promise<readonly Severity[]>
  /** Sends news about a topic to a channel, from now on; another chat's channel stays as it is. */
  set(
    topic: RouteTopic,
    here: Here,
    by: Staff,
    only?: RouteOnly | null,
  ): Promise<Outcome<Route, RouteRefusal | VersionRefusal>>
  /** From now on no channel of that chat gets the news. */
  clear(
    topic: RouteTopic,
    chat: Chat,
    by: Staff,
    only?: RouteOnly | null,
  ): Promise<Outcome<Route, RouteRefusal | VersionRefusal>>
}

interface RouteDeskParts {
  readonly store: DeskStore
  readonly now: Clock
  readonly policy: Pick<CollectionsPolicy, 'calendar'>
}

export function createRouteDesk({ store, now, policy }: RouteDeskParts): RouteDesk {
  const list = async () => (await store.list('route')).map(({ value }) => value)
  const minute = () => minutesInto(now(), policy.calendar.timeZone)
  /** Routes of fraud whose channel can be reached: a lost one counts as none, and the next one does. */
  const reached = async (): Promise<readonly Route[]> => {
    const fraud = (await list()).filter(({ topic }) => topic === 'fraud')
    const places = await Promise.all(fraud.map(({ place }) => store.get('address', place)))
    return fraud.filter((_, at) => {
      const found = places[at]
      return found ? takesCases(found.value) : false
    })
  }

  return {
    list,
    async placesFor(topic, alert = null) {
      if (topic === 'fraud') return countingRoutes(await reached(), alert, minute()).map(({ place }) => place)
      const found = await Promise.all(chats.map((chat) => store.get('route', routeId(topic, chat))))
      return found.flatMap((route) => route?.value.place ?? [])
    },

    async now(lane) {
      const routes = await reached()
      const at = minute()
      const all: RoutedNow[] = []
      for (const severity of gravestFirst) {
        const heard = countingRoutes(routes, { lane, customer: null, severity }, at)
        const last = all.at(-1)
        const same = last && last.routes.map(({ place }) => place).join() === heard.map(({ place }) => place).join()
        if (same) all.splice(-1, 1, { ...last, severities: [...last.severities, severity] })
        else all.push({ severities: [severity], routes: heard })
      }
      return all
    },

    uncovered: async (lane) => uncovered(await reached(), lane),

    async set(topic, { chat, place, name, personal }, by, only = null) {
      if (!mayAsk(by.roles, 'set route')) return refused({ code: 'not-allowed' })
      if (personal) return refused({ code: 'not-a-channel' })
      const at = now()
      const id = routeId(topic, chat, only)
      const which = { topic, ...(chat === 'teams' ? {} : { chat }), ...(only && { only }) }
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

    async clear(topic, chat, by, only = null) {
      if (!mayAsk(by.roles, 'set route')) return refused({ code: 'not-allowed' })
      const id = routeId(topic, chat, only)
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
