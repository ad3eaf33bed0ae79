import type { CaseId, PlaceId } from '../shared/ids.ts'

/** Where a card of a case was posted, so that it can be brought up to date. */
export interface PlacedCard {
  readonly case: CaseId
  readonly place: PlaceId
  /** The channel's own id of the message. */
  readonly message: string
  /** Version of the case that the card shows. */
  readonly shown: number
}

/** How to speak first in a place. Only the channel's adapter reads `reference`. */
export interface Address {
  readonly place: PlaceId
  readonly channel: 'teams' | 'slack'
  readonly kind: 'personal' | 'group' | 'channel'
  /** What people call the place. */
  readonly name: string
  readonly reference: Readonly<Record<string, unknown>>
  /** Set when the channel said that nothing can be posted there any more. */
  readonly dead: boolean
}
