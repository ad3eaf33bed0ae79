import type { CaseId, PlaceId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'

/** Where a card of a case was posted, so that it can be brought up to date. */
export interface PlacedCard {
  readonly case: CaseId
  readonly place: PlaceId
  /** The channel's own id of the message. */
  readonly message: string
  /** Version of the case that the card shows. */
  readonly shown: number
  /** Version that an update was promised for last; above `shown`, that promise is not kept yet. */
  readonly ordered?: number
  /** In a channel: the newest audit entry (`seq`) of the case that its thread, or the card when it was posted, tells. */
  readonly told?: number
  /** The audit entry up to which lines were promised last; above `told`, that promise is not kept yet. */
  readonly toTell?: number
  /** When the card of an alert was posted: people are measured by it. */
  readonly postedAt?: Instant
}

/** One message is one card, however often it is updated. */
export function cardId({ case: id, place, message }: PlacedCard): string {
  return `${id}@${place}#${message}`
}

/** How to speak first in a place. Only the channel's adapter reads `reference`. */
export interface Address {
  readonly place: PlaceId
  readonly channel: 'teams' | 'slack'
  readonly kind: 'personal' | 'group' | 'channel'
  /** What people call the place. */
  readonly name: string
  /** The language of the one person's chat, BCP 47; null where several read, or nobody said. */
  readonly locale: string | null
  /** BCP 47 tag of the language chosen for everybody who reads there; left out: nobody chose one. */
  readonly language?: string
  readonly reference: Readonly<Record<string, unknown>>
  /** Set when the channel said that nothing can be posted there any more. */
  readonly dead: boolean
  /** Set when people from outside may read there: no case is posted there until somebody writes from there. */
  readonly outsiders?: true
}

/** Whether the card of a case may be posted there. */
export function takesCases({ dead, outsiders }: Address): boolean {
  return !dead && !outsiders
}
