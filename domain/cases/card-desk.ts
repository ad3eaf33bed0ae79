import type { OutboxEntry } from '../outbox/outbox-entry.ts'
import type { CaseId } from '../shared/ids.ts'
import { createAddressBook, type AddressBook } from './address-book.ts'
import { placesFor, type Audience } from './audience.ts'
import { createCardOrders } from './card-orders.ts'
import { createCardSpreading, type CardSpreading, type CardSpreadingParts } from './card-spreading.ts'
import { createCaseThreads } from './case-threads.ts'
import type { AnyCase } from './case.ts'
import { createDeliveries, type Deliveries } from './deliveries.ts'
import { keeper } from './keep-once.ts'
import { caseReader } from './read-case.ts'
import { createStandingCards, type StandingCards } from './standing-cards.ts'

/** Keeps every card of every case true, wherever it was posted. */
export interface CardDesk extends AddressBook, CardSpreading, StandingCards {
  readonly deliveries: Pick<Deliveries, 'of' | 'in' | 'lateIfNow'>
  /** A case by its number, whatever its kind; null when there is none. */
  read(id: CaseId): Promise<AnyCase | null>
  /** Whether anybody at all will see the card of a case. */
  reaches(audience: Audience): Promise<boolean>
  /** The promise is kept, or nothing is left to keep. */
  settle(entry: OutboxEntry): Promise<void>
}

export function createCardDesk(parts: CardSpreadingParts): CardDesk {
  const { store, now } = parts
  const read = caseReader(store)
  const places = (audience: Audience) => placesFor(audience, parts)
  const threads = createCaseThreads(store, read)
  const deliveries = createDeliveries(parts)
  const orders = createCardOrders({ ...parts, read, threads })
  const keep = keeper(store)

  return {
    ...createAddressBook({ store, now, atLoss: (place) => orders.waitingIn(place) }),
    ...createCardSpreading({ ...parts, read }),
    ...createStandingCards({ ...parts, read, places, threads, deliveries, orders }),
    deliveries,
    read,
    reaches: async (audience) => (await places(audience)).length > 0,
    settle: (entry) => keep({ settle: [entry.id] }),
  }
}
