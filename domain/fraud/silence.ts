import type { Lane } from '../customers/lane.ts'
import type { PlaceId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import type { FeedName } from './signal.ts'

/** What alerts come from, or go to; or the books that tell who owes what. */
export type Silent =
  | { readonly kind: 'feed'; readonly lane: Lane; readonly feed: FeedName }
  /** A channel chosen for fraud alerts. */
  | { readonly kind: 'channel'; readonly place: PlaceId; readonly name: string }
  /** Books that the desk reads by itself; `name` is what people call them. */
  | { readonly kind: 'ledger'; readonly source: string; readonly name: string }

/** Something that does not work, since when, and when that was told. */
export interface Silence {
  readonly of: Silent
  readonly since: Instant
  readonly toldAt: Instant | null
}

/** One a feed, one a channel, and one for each books. */
export function silenceId(of: Silent): string {
  switch (of.kind) {
    case 'feed':
      return `feed:${of.lane}/${of.feed}`
    case 'channel':
      return `channel:${of.place}`
    case 'ledger':
      return `ledger:${of.source}`
  }
}
