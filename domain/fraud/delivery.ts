import type { CaseId, PlaceId } from '../shared/ids.ts'
import type { FaultKind } from '../shared/outside-fault.ts'
import type { Instant } from '../shared/time.ts'

/** Why a card came late or not at all: what the chat said, or what the desk knew of the place. */
export type DeliveryWhy = FaultKind | 'gone' | 'outsiders' | 'unknown-place'

/** What became of the card of an alert in one place. */
export type Delivery = {
  readonly case: CaseId
  readonly place: PlaceId
  /** What the place was called. */
  readonly name: string
} & (
  | {
      readonly state: 'delivered'
      readonly at: Instant
      /**
       * Whole minutes from the opening to the card; null where it was not meant to come at once, or came within one.
       */
      readonly lateMinutes: number | null
      /** What had held it up. */
      readonly why: DeliveryWhy | null
    }
  /** The chat did not take it; it is tried again. */
  | { readonly state: 'delayed'; readonly since: Instant; readonly why: DeliveryWhy }
  /** Nothing is tried there any more. */
  | { readonly state: 'refused'; readonly at: Instant; readonly why: DeliveryWhy }
)

/** Id of what is known of one place. */
export function deliveryId(id: CaseId, place: PlaceId): string {
  return `${id}/${place}`
}

const minuteMs = 60_000

/** Whole minutes by which a card came late; null within the first. */
export function lateBy(openedMs: number, postedMs: number): number | null {
  const late = postedMs - openedMs
  return late > minuteMs ? Math.floor(late / minuteMs) : null
}
