import type { PlaceId, StaffId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'

/** What kind of news a channel can be chosen for. */
export type RouteTopic = 'approvals' | 'tickets' | 'administration'

export const routeTopics: readonly RouteTopic[] = ['approvals', 'tickets', 'administration']

/** Which channel gets which kind of news; without one, the people concerned are told each. */
export interface Route {
  readonly topic: RouteTopic
  readonly place: PlaceId
  /** What the channel was called when the route was set. */
  readonly placeName: string
  readonly setBy: StaffId
  readonly setAt: Instant
}
