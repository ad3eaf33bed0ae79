import type { AuditEntry } from '../audit/audit-entry.ts'
import { order } from '../outbox/orders.ts'
import type { Order, OutboxEntry } from '../outbox/outbox-entry.ts'
import type { Commit, DeskStore } from '../ports/desk-store.ts'
import type { CaseId, NewId, PlaceId } from '../shared/ids.ts'
import type { FaultKind } from '../shared/outside-fault.ts'
import type { Clock, Instant } from '../shared/time.ts'
import { untilFresh } from '../shared/versioned.ts'
import { audienceOf, type Audience } from './audience.ts'
import { isAwaited, type CardOrders } from './card-orders.ts'
import type { CaseThreads } from './case-threads.ts'
import { caseKindOf } from './case.ts'
import type { Deliveries } from './deliveries.ts'
import { keeper, unlessKept } from './keep-once.ts'
import { cardId, type PlacedCard } from './placed-card.ts'
import type { ReadCase } from './read-case.ts'

/** What is promised of a card in one place. */
export type CardOrder = Omit<Extract<Order, { readonly kind: 'post-card' }>, 'kind'>

/** What becomes of cards once they were promised somewhere: they stand, follow their case, and go. */
export interface StandingCards {
  /** Orders an update for each card that shows an older version, and lines for threads that lack some. */
  refresh(entry: OutboxEntry, id: CaseId): Promise<void>
  /**
   * When the card of an alert was to stand where it is to be posted: where it belongs from the opening on, elsewhere since it
   * was promised. Null where nobody counts.
   */
  dueIn(card: CardOrder): Promise<Instant | null>
  /**
   * A card stands now: kept for later, with the promise it keeps (null: it answered a person, nobody promised it). `due`:
   * what {@link dueIn} said.
   */
  posted(entry: OutboxEntry | null, card: PlacedCard, due?: Instant | null): Promise<void>
  /** A chat did not take the card of an alert: noted at the first failure, and the promise stays as it is. */
  delayed(card: { readonly case: CaseId; readonly place: PlaceId }, why: FaultKind): Promise<void>
  /** A card now shows this version of its case; where more was promised meanwhile, it goes on. */
  updated(entry: OutboxEntry, cardId: string, shown: number): Promise<void>
  /** The card's message is gone: while the case waits for a decision it is posted there anew, else forgotten. */
  gone(entry: OutboxEntry, cardId: string): Promise<void>
  /** The card must stand there no more; while the case waits for a decision, it goes wherever it is missing now. */
  retired(entry: OutboxEntry, cardId: string): Promise<void>
  /** What the thread of a card has still to tell, oldest first; nothing where the place has no threads. */
  untold(card: PlacedCard): Promise<readonly AuditEntry[]>
  /** A thread has told this entry (`seq`); with the promise it keeps, or null on the way there. */
  told(entry: OutboxEntry | null, cardId: string, seq: number): Promise<void>
  /** Where a card stands; null when it is gone. */
  card(id: string): Promise<PlacedCard | null>
  /** Whether a card of the case stands in a place already; with `since`, one of an alert that was posted from then on. */
  stands(id: CaseId, place: PlaceId, since?: Instant): Promise<boolean>
  /** Nothing can be posted there: a routed channel that is lost is replaced by the people themselves. */
  undeliverable(entry: OutboxEntry, card: CardOrder): Promise<void>
}

interface StandingCardsParts {
  readonly store: DeskStore
  readonly read: ReadCase
  /** Where an audience looks. */
  readonly places: (audience: Audience) => Promise<readonly PlaceId[]>
  readonly threads: CaseThreads
  readonly deliveries: Deliveries
  readonly orders: CardOrders
  readonly now: Clock
  readonly newId: NewId
}

export function createStandingCards(parts: StandingCardsParts): StandingCards {
  const { store, read, places, threads, deliveries, orders, now, newId } = parts
  const keep = keeper(store)

  /** A case may change while its card is on the way; the refresh that followed did not know of the card yet. */
  const catchUp = (id: string): Promise<void> =>
    untilFresh(async () => {
      const card = await store.get('card', id)
      const found = card && (await read(card.value.case))
      if (!found || found.version <= card.value.shown) return
      await store.commit(await orders.catchingUp(await store.list('card', { case: card.value.case }), found.version))
    })

  /** Where the card of a case belongs and does not stand. */
  const missing = async (id: CaseId): Promise<readonly PlaceId[]> => {
    const found = await read(id)
    const left = found ? await places(audienceOf(found)) : []
    const posted = new Set((await store.list('card', { case: id })).map(({ value }) => value.place))
    return left.filter((place) => !posted.has(place))
  }

  return {
    refresh: (entry, id) =>
      untilFresh(async () => {
        const found = await read(id)
        const cards = found ? await store.list('card', { case: id }) : []
        await keep({ settle: [entry.id], ...(await orders.catchingUp(cards, found?.version ?? 0)) })
      }),

    async dueIn({ case: id, place, reminder, promisedAt }) {
      const found = await read(id)
      if (found?.kind !== 'fraud-alert') return null
      const isFirst = !reminder || (await missing(id)).includes(place)
      return isFirst ? found.value.openedAt : (promisedAt ?? null)
    },

    async posted(entry, card, due = null) {
      const id = cardId(card)
      const settle = entry === null ? [] : [entry.id]
      await untilFresh(async () => {
        const found = await store.get('card', id)
        // What is under way goes on from here, and is not ordered a second time.
        const { shown = 0, ordered = 0, toTell } = found?.value ?? {}
        const told = found ? found.value.told : ((await threads.onFace(card)) ?? undefined)
        const value: PlacedCard = {
          ...card,
          ...(ordered > Math.max(shown, card.shown) && { ordered }),
          ...(told !== undefined && { told }),
          ...(toTell !== undefined && { toTell }),
          ...(caseKindOf(card.case) === 'fraud-alert' && { postedAt: found?.value.postedAt ?? now() }),
        }
        const stands: Commit = {
          save: [
            { kind: 'card', id, value, basedOn: found?.version ?? null },
            ...(await deliveries.delivered(card.case, card.place, due)),
          ],
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
          outbox: goesOn ? [orders.promise('update-card', id, card)] : [],
        })
      })
      await catchUp(id)
    },
    gone: (entry, id) =>
      untilFresh(async () => {
        const found = await store.get('card', id)
        if (!found) return keep({ settle: [entry.id] })
        const { case: its, place } = found.value
        const anew: Order = { kind: 'post-card', case: its, place, reminder: false }
        await keep({
          settle: [entry.id],
          remove: [{ kind: 'card', id, basedOn: found.version }],
          outbox: isAwaited(await read(its)) ? [order(newId, anew, now())] : [],
        })
      }),
    retired: (entry, id) =>
      untilFresh(async () => {
        const found = await store.get('card', id)
        if (!found) return keep({ settle: [entry.id] })
        const { case: its, place: closed } = found.value
        const missed = isAwaited(await read(its)) ? await missing(its) : []
        await keep({
          settle: [entry.id],
          remove: [{ kind: 'card', id, basedOn: found.version }],
          outbox: missed
            .filter((place) => place !== closed)
            .map((place) => order(newId, { kind: 'post-card', case: its, place, reminder: false }, now())),
        })
      }),
    untold: (card) => threads.untold(card),
    told: (entry, id, seq) =>
      untilFresh(async () => {
        const found = await store.get('card', id)
        const settle = entry === null ? [] : [entry.id]
        if (!found) return keep({ settle })
        const { toTell = 0, ...card } = found.value
        const told = Math.max(card.told ?? 0, seq)
        const left = toTell > told
        await keep({
          settle,
          save: [{ kind: 'card', id, value: { ...card, told, ...(left && { toTell }) }, basedOn: found.version }],
          outbox: left && entry !== null ? [orders.promise('tell-thread', id, card)] : [],
        })
      }),
    card: async (id) => (await store.get('card', id))?.value ?? null,
    stands: async (id, place, since) =>
      (await store.list('card', { case: id })).some(
        ({ value }) => value.place === place && (since === undefined || (value.postedAt ?? '') >= since),
      ),
    delayed: ({ case: id, place }, why) =>
      untilFresh(async () => {
        const save = await deliveries.delayed(id, place, why)
        if (save) await store.commit({ save: [save] })
      }),
    async undeliverable(entry, { place: lost, ...card }) {
      const { case: id } = card
      const missed = await missing(id)
      await untilFresh(async () =>
        keep({
          settle: [entry.id],
          save: await deliveries.refused(id, lost),
          outbox: missed.map((place) => order(newId, { ...card, kind: 'post-card', place }, now())),
        }),
      )
    },
  }
}
