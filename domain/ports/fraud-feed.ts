import type { Lane } from '../customers/lane.ts'
import type { FeedName, Signal } from '../fraud/signal.ts'
import type { SubscriptionId } from '../shared/ids.ts'

/** What a source can be told of how an alert ended; which of them it takes, each feed says. */
export type ResolvedReason = 'fraud' | 'legitimate' | 'ignore'

/** An item to be told of; a feed may need to know the subscription it is about. */
export interface FeedItem {
  readonly id: string
  readonly subscription: SubscriptionId | null
}

/** One of an operator's feeds of suspicious use, in one lane. Every method throws `OutsideFault`. */
export interface FraudFeed {
  readonly lane: Lane
  readonly name: FeedName
  /** The words it takes: fraudEvents knows no `legitimate` (facts/partner-center 9.1, 15). */
  readonly takes: ReadonlySet<ResolvedReason>
  /**
   * Everything that is not resolved there, newest first, all pages. Given `isKnown`, no further than the first page that
   * shows something known: no source promises to list what is new in front, so that this may miss some.
   */
  open(isKnown?: (signal: Signal) => boolean): Promise<readonly Signal[]>
  /** One item as it stands there, resolved or not; null where it is gone. */
  find(item: FeedItem): Promise<Signal | null>
  /** Says how these ended; never called with none. Saying it again is harmless. `intent` is a GUID that stays the same on every retry. */
  resolve(items: readonly [FeedItem, ...FeedItem[]], reason: ResolvedReason, intent: string): Promise<void>
}
