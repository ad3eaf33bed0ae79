import type { Lane } from '../customers/lane.ts'
import type { PlaceId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import type { FeedName } from './signal.ts'

/** What alerts come from, or go to. */
export type Silent =
  | { readonly kind: 'feed'; readonly lane: Lane; readonly feed: FeedName }
  /** A channel chosen for fraud alerts. */
  | { readonly kind: 'channel'; readonly place: PlaceId; readonly name: string }

/** Something that does not work, since when, and when that was told. */
export interface Silence {
  readonly of: Silent
  readonly since: Instant
  readonly toldAt: Instant | null
}

/** One a feed, and one a channel. */
export function silenceId(of: Silent): string {
  return of.kind === 'feed' ? `feed:${of.lane}/${of.feed}` : `channel:${of.place}`
}
