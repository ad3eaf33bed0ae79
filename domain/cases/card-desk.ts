import { order } from '../outbox/orders.ts'
import type { Order, OutboxEntry } from '../outbox/outbox-entry.ts'
import { StaleWrite, type Commit, type DeskStore, type Stored } from '../ports/desk-store.ts'
import type { CaseId, NewId, PlaceId } from '../shared/ids.ts'
import { later, type Clock } from '../shared/time.ts'
import { untilFresh } from '../shared/versioned.ts'
import { audienceOf, placesFor, type Audience, type PlacesOf } from './audience.ts'
import { createAddressBook, type AddressBook } from './address-book.ts'
import { caseKindOf, waitsForDecision, type AnyCase } from './case.ts'
import type { PlacedCard } from './placed-card.ts'
import type { RouteDesk } from '../routes/route-desk.ts'
import type { StaffDesk } from '../staff/staff-desk.ts'

/** The chats give up on an answer after this; from then on a card that is missing is missing. */
const answerWithinMs = 15_000

/** Keeps every card of every case true, wherever it was posted. */
export interface CardDesk extends AddressBook {
  /** A case by its number, whatever its kind; null when there is none. */
  read(id: CaseId): Promise<AnyCase | null>
  /** Whether anybody at all will see the card of a case. */
  reaches(audience: Audience): Promise<boolean>
  /**
   * Orders one card for each place the case belongs to; a reminder only while nobody has decided. The place where it
   * was asked gets its card as the answer; it is only looked after in case that answer never came.
   */
  spread(
    entry: OutboxEntry,
    id: CaseId,
    how: { readonly askedIn: PlaceId | null; readonly reminder: boolean },
  ): Promise<void>
  /** Orders the card of an account that wants to be let in, one for each place where administrators look. */
  spreadNewcomer(entry: OutboxEntry, account: string): Promise<void>
  /** Orders an update for each card that shows an older version and waits for none. */
  refresh(entry: OutboxEntry, id: CaseId): Promise<void>
  /** A card stands now: kept for later, with the promise it keeps (null: it answered a person, nobody promised it). */
  posted(entry: OutboxEntry | null, card: PlacedCard): Promise<void>
  /** A card now shows this version of its case; where more was promised meanwhile, it goes on. */
  updated(entry: OutboxEntry, cardId: string, shown: number): Promise<void>
  /** The card's message is gone; it is not looked for again. */
  gone(entry: OutboxEntry, cardId: string): Promise<void>
  /** Where a card stands; null when it is gone. */
  card(id: string): Promise<PlacedCard | null>
  /** Whether a card of the case stands in a place already. */
  stands(id: CaseId, place: PlaceId): Promise<boolean>
  /** Nothing can be posted there: a routed channel that is lost is replaced by the people themselves. */
  undeliverable(entry: OutboxEntry, card: { readonly case: CaseId; readonly reminder: boolean }): Promise<void>
  /** The promise is kept, or nothing is left to keep. */
  settle(entry: OutboxEntry): Promise<void>
}

interface CardDeskParts {
  readonly store: DeskStore
  readonly routes: RouteDesk
  readonly staff: StaffDesk
  readonly placesOf: PlacesOf
  readonly now: Clock
  readonly newId: NewId
}

export function createCardDesk(parts: CardDeskParts): CardDesk {
  const { store, now, newId } = parts
  const read = async (id: CaseId): Promise<AnyCase | null> => {
    const kind = caseKindOf(id)
    const found = kind && (await store.get(kind, id))
    return found ? ({ kind, value: found.value, version: found.version } as AnyCase) : null
  }
  const orderAll = (entry: OutboxEntry, orders: readonly Order[]) =>
    keep({ settle: [entry.id], outbox: orders.map((what) => order(newId, what, now())) })

  const keep = (commit: Commit): Promise<void> => store.commit(commit).catch(unlessKept(async () => undefined))
  const places = (audience: Audience) => placesFor(audience, parts)

  /**
   * Orders an update for each card that shows less than this version. One that is ordered and not kept yet is ordered
   * no second time: it only learns how far it must go, and goes on by itself where it came less far.
   */
  const ordering = (cards: readonly Stored<PlacedCard>[], upTo: number): Pick<Commit, 'save' | 'outbox'> => {
    const stale = cards.filter(({ value: { shown, ordered = 0 } }) => Math.max(shown, ordered) < upTo)
    return {
      save: stale.map(({ id, value, version }) => {
        return { kind: 'card', id, value: { ...value, ordered: upTo }, basedOn: version }
      }),
      outbox: stale
        .filter(({ value }) => (value.ordered ?? 0) <= value.shown)
        .map(({ id, value }) => updateOf(id, value)),
    }
  }
  const updateOf = (card: string, { case: id }: PlacedCard) =>
    order(newId, { kind: 'update-card', case: id, card }, now())

  /** A case may change while its card is on the way; the refresh that followed did not know of the card yet. */
  const catchUp = (id: string): Promise<void> =>
    untilFresh(async () => {
      const card = await store.get('card', id)
      const found = card && (await read(card.value.case))
      if (found && found.version > card.value.shown) await store.commit(ordering([card], found.version))
    })

  return {
    ...createAddressBook(parts),
    read,
    reaches: async (audience) => (await places(audience)).length > 0,

    async spread(entry, id, { askedIn, reminder }) {
      const found = await read(id)
      const due = found !== null && (!reminder || waitsForDecision(found))
      const where = due ? await places(audienceOf(found)) : []
      await keep({
        settle: [entry.id],
        outbox: where.map((place) => {
          const dueAt = place === askedIn ? later(now(), answerWithinMs) : now()
          return order(newId, { kind: 'post-card', case: id, place, reminder }, dueAt)
        }),
      })
    },
    async spreadNewcomer(entry, account) {
      const where = await places({ topic: 'administration', verb: 'change role', except: null })
      await orderAll(
        entry,
        where.map((place) => ({ kind: 'post-newcomer', account, place })),
      )
    },
    refresh: (entry, id) =>
      untilFresh(async () => {
        const found = await read(id)
        const cards = found ? await store.list('card', { case: id }) : []
        await keep({ settle: [entry.id], ...ordering(cards, found?.version ?? 0) })
      }),

    async posted(entry, card) {
      const id = cardId(card)
      const settle = entry === null ? [] : [entry.id]
      await untilFresh(async () => {
        const found = await store.get('card', id)
        // An update under way goes on from here, and is not ordered a second time.
        const { shown = 0, ordered = 0 } = found?.value ?? {}
        const value = ordered > Math.max(shown, card.shown) ? { ...card, ordered } : card
        const stands: Commit = {
          save: [{ kind: 'card', id, value, basedOn: found?.version ?? null }],
          // The case may have changed meanwhile, and the refresh that followed did not know of the card yet.
          outbox: [order(newId, { kind: 'update-cards', case: card.case }, now())],
        }
        // Whoever kept the promise first, this message stands as well and must stay true.
        await store.commit({ ...stands, settle }).catch(unlessKept(() => store.commit(stands)))
      })
    },
    async updated(entry, id, shown) {
      await untilFresh(async () => {
        const found = await store.get('card', id)
        if (!found) return keep({ settle: [entry.id] })
        const { ordered = 0, ...card } = found.value
        const goesOn = ordered > shown
        await keep({
          settle: [entry.id],
          save: [{ kind: 'card', id, value: { ...card, shown, ...(goesOn && { ordered }) }, basedOn: found.version }],
          outbox: goesOn ? [updateOf(id, card)] : [],
        })
      })
      await catchUp(id)
    },
    gone: (entry, id) =>
      untilFresh(async () => {
        const found = await store.get('card', id)
        await keep({ settle: [entry.id], remove: found ? [{ kind: 'card', id, basedOn: found.version }] : [] })
      }),
    card: async (id) => (await store.get('card', id))?.value ?? null,
    stands: async (id, place) => (await store.list('card', { case: id })).some(({ value }) => value.place === place),
    async undeliverable(entry, { case: id, reminder }) {
      const found = await read(id)
      const audience = found && audienceOf(found)
      const left = audience ? await places(audience) : []
      const posted = new Set((await store.list('card', { case: id })).map(({ value }) => value.place))
      const missed = left.filter((place) => !posted.has(place))
      await orderAll(
        entry,
        missed.map((place) => ({ kind: 'post-card', case: id, place, reminder })),
      )
    },
    settle: (entry) => keep({ settle: [entry.id] }),
  }
}

/** A promise that somebody else kept meanwhile is kept; `then` is what is left to do. */
function unlessKept(then: () => Promise<void>): (fault: unknown) => Promise<void> {
  return async (fault) => {
    if (!(fault instanceof StaleWrite && fault.kind === 'outbox')) throw fault
    await then()
  }
}

/** One message is one card, however often it is updated. */
export function cardId({ case: id, place, message }: PlacedCard): string {
  return `${id}@${place}#${message}`
}
