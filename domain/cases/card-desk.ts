import type { AuditEntry } from '../audit/audit-entry.ts'
import { order } from '../outbox/orders.ts'
import type { News } from '../outbox/news.ts'
import type { Order, OutboxEntry } from '../outbox/outbox-entry.ts'
import { StaleWrite, type Commit, type DeskStore } from '../ports/desk-store.ts'
import type { CaseId, NewId, PlaceId } from '../shared/ids.ts'
import type { FaultKind } from '../shared/outside-fault.ts'
import { later, type Clock, type Instant } from '../shared/time.ts'
import { untilFresh } from '../shared/versioned.ts'
import type { Alarm } from './alarm.ts'
import { audienceOf, peopleFor, placesFor, reachableOf, type Audience, type PlacesOf } from './audience.ts'
import { createAddressBook, type AddressBook } from './address-book.ts'
import { createDeliveries, type Deliveries } from './deliveries.ts'
import { createCardOrders, isAwaited } from './card-orders.ts'
import { createCaseThreads } from './case-threads.ts'
import { caseKindOf, waitsForDecision, type AnyCase } from './case.ts'
import type { PlacedCard } from './placed-card.ts'
import type { RouteDesk } from '../routes/route-desk.ts'
import type { Staff } from '../staff/staff.ts'
import type { StaffDesk } from '../staff/staff-desk.ts'

/** The chats give up on an answer after this; from then on a card that is missing is missing. */
const answerWithinMs = 15_000

/** News that nobody could be told yet is tried again after so long, then less and less often, for a day. */
const firstWaitMs = 5 * 60_000
const longestWaitMs = 6 * 3_600_000
const mostTries = 9

/** Who lets people in. */
const administrators: Audience = { topic: 'administration', verb: 'change role', except: null }

/** Who hears what the watch of the operators has to tell. */
const watchers: Audience = { topic: 'approvals', verb: 'explain sighting', except: null }

/** Who answers for fraud alerts. */
const importers: Audience = { topic: 'approvals', verb: 'import ledger', except: null }
const leads: Audience = { topic: 'fraud', verb: 'decide alert', except: null }

/** Who decides about credit. */
const lenders: Audience = { topic: 'approvals', verb: 'set credit', except: null }

function hearersOf(news: News): Audience {
  if (news.kind === 'own-overdue') return news.audience === 'administration' ? administrators : lenders
  if (news.kind === 'credit-breach' || news.kind === 'credit-review' || news.kind === 'credit-held') return lenders
  if (news.kind === 'new-address') return { topic: 'approvals', verb: 'set address', except: news.by }
  if (news.kind === 'lift-proposed') return { topic: 'approvals', verb: 'resume from non-payment', except: null }
  // One channel asked for it; where that is lost, nobody else did.
  if (news.kind === 'morning') return { topic: 'approvals', verb: null, except: null }
  if (news.kind === 'letter-stopped') return { topic: 'approvals', verb: 'set address', except: null }
  if (news.kind === 'tickets') return { topic: 'tickets', verb: null, except: null }
  if (news.kind === 'unknown-event') {
    // It may be how the operator tells of fraud from now on.
    const alert = { lane: news.lane, customer: null, severity: 'unknown' } as const
    return { topic: 'fraud', verb: 'decide alert', except: null, alert }
  }
  if (news.kind !== 'fraud-digest') return watchers
  const { lane, customer = null, rows } = news
  // The gravest stands first; who hears of that one hears of all.
  const alert = { lane, customer, severity: rows[0]?.severity ?? 'unknown' } as const
  return { topic: 'fraud', verb: 'decide alert', except: null, alert }
}

/** What is promised of a card in one place. */
export type CardOrder = Omit<Extract<Order, { readonly kind: 'post-card' }>, 'kind'>

/** Keeps every card of every case true, wherever it was posted. */
export interface CardDesk extends AddressBook {
  readonly deliveries: Pick<Deliveries, 'of' | 'in' | 'lateIfNow'>
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
  /** Orders the card anew for each person who could say yes, and for the places it belongs to. */
  callApprovers(entry: OutboxEntry, id: CaseId): Promise<void>
  /** Orders the card of an account that wants to be let in, one for each place where administrators look. */
  spreadNewcomer(entry: OutboxEntry, account: string): Promise<void>
  /** That card cannot be posted there: where it was the last channel, the administrators are told each. */
  undeliverableNewcomer(entry: OutboxEntry, card: { readonly account: string; readonly place: PlaceId }): Promise<void>
  /** Orders a message for each place where administrators look. */
  spreadAlarm(entry: OutboxEntry, alarm: Alarm): Promise<void>
  /** As {@link undeliverableNewcomer}. */
  undeliverableAlarm(entry: OutboxEntry, alarm: Alarm, place: PlaceId): Promise<void>
  /** Orders the card of a case for each administrator in person, while nobody has decided. */
  escalate(entry: OutboxEntry, id: CaseId): Promise<void>
  /** Orders some news for each place where the people it is for look. */
  spreadNews(entry: OutboxEntry, news: News): Promise<void>
  /** That news cannot be posted there: where it was the last channel, the people are told each. */
  undeliverableNews(entry: OutboxEntry, order: { readonly news: News; readonly place: PlaceId }): Promise<void>
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
  const orderAll = (entry: OutboxEntry, all: readonly Order[]) =>
    keep({ settle: [entry.id], outbox: all.map((what) => order(newId, what, now())) })

  const keep = (commit: Commit): Promise<void> => store.commit(commit).catch(unlessKept(async () => undefined))
  const places = (audience: Audience) => placesFor(audience, parts)
  const threads = createCaseThreads(store, read)
  const deliveries = createDeliveries(parts)
  const orders = createCardOrders({ ...parts, read, threads })

  /** A case may change while its card is on the way; the refresh that followed did not know of the card yet. */
  const catchUp = (id: string): Promise<void> =>
    untilFresh(async () => {
      const card = await store.get('card', id)
      const found = card && (await read(card.value.case))
      if (!found || found.version <= card.value.shown) return
      await store.commit(await orders.catchingUp(await store.list('card', { case: card.value.case }), found.version))
    })

  const toEach = async (entry: OutboxEntry, audience: Audience, told: (place: PlaceId) => Order) =>
    orderAll(entry, (await places(audience)).map(told))

  /** A channel of theirs was lost: where it was the last, they are told each. */
  const toThemselves = async (
    entry: OutboxEntry,
    audience: Audience,
    lost: PlaceId,
    told: (place: PlaceId) => Order,
  ) => {
    const kindOf = async (of: PlaceId) => (await store.get('address', of))?.value.kind ?? 'personal'
    const where = await places(audience)
    const kinds = await Promise.all(where.map(kindOf))
    const people = kinds.every((kind) => kind === 'personal') && (await kindOf(lost)) !== 'personal' ? where : []
    await orderAll(entry, people.map(told))
  }

  /** Where the card of a case belongs and does not stand. */
  const missing = async (id: CaseId): Promise<readonly PlaceId[]> => {
    const found = await read(id)
    const left = found ? await places(audienceOf(found)) : []
    const posted = new Set((await store.list('card', { case: id })).map(({ value }) => value.place))
    return left.filter((place) => !posted.has(place))
  }

  return {
    ...createAddressBook({ store, now, atLoss: (place) => orders.waitingIn(place) }),
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
          const card = { kind: 'post-card', case: id, place, reminder } as const
          return order(newId, reminder ? { ...card, promisedAt: now() } : card, dueAt)
        }),
      })
    },
    async callApprovers(entry, id) {
      const found = await read(id)
      const audience = found && waitsForDecision(found) ? audienceOf(found) : null
      const where = audience ? [...(await places(audience)), ...(await peopleFor(audience, parts))] : []
      await orderAll(
        entry,
        [...new Set(where)].map((place) => ({ kind: 'post-card', case: id, place, reminder: true })),
      )
    },
    spreadNewcomer: (entry, account) =>
      toEach(entry, administrators, (place) => ({ kind: 'post-newcomer', account, place })),
    undeliverableNewcomer: (entry, { account, place: lost }) =>
      toThemselves(entry, administrators, lost, (place) => ({ kind: 'post-newcomer', account, place })),
    async spreadAlarm(entry, alarm) {
      if (alarm.what !== 'silent' && alarm.what !== 'heard-again')
        return toEach(entry, administrators, (place) => ({ kind: 'post-alarm', alarm, place }))
      // In person as well: the channel may be the very one that does not work.
      const where = await Promise.all([
        places(administrators),
        // Who works with a ledger and who answers alerts are different people.
        ...[administrators, alarm.of.kind === 'ledger' ? importers : leads].map((all) => peopleFor(all, parts)),
      ])
      await orderAll(
        entry,
        [...new Set(where.flat())].map((place) => ({ kind: 'post-alarm', alarm, place })),
      )
    },
    undeliverableAlarm: (entry, alarm, lost) =>
      toThemselves(entry, administrators, lost, (place) => ({ kind: 'post-alarm', alarm, place })),
    async escalate(entry, id) {
      const people = isAwaited(await read(id)) ? (await parts.staff.all()).filter(isAdministrator) : []
      const where = await Promise.all(people.map((staff) => reachableOf(staff, parts)))
      await orderAll(
        entry,
        where.flatMap((place) => (place === null ? [] : [{ kind: 'post-card', case: id, place, reminder: true }])),
      )
    },
    async spreadNews(entry, news) {
      const where = await places(hearersOf(news))
      if (where.length === 0 && entry.attempts < mostTries) {
        // Nobody it is for has spoken to the desk yet: what is told once waits for them.
        const dueAt = later(now(), Math.min(firstWaitMs * 2 ** entry.attempts, longestWaitMs))
        return keep({ postpone: [{ ...entry, attempts: entry.attempts + 1, dueAt }] })
      }
      await orderAll(
        entry,
        where.map((place) => ({ kind: 'post-news', news, place })),
      )
    },
    undeliverableNews: (entry, { news, place: lost }) =>
      toThemselves(entry, hearersOf(news), lost, (place) => ({ kind: 'post-news', news, place })),
    refresh: (entry, id) =>
      untilFresh(async () => {
        const found = await read(id)
        const cards = found ? await store.list('card', { case: id }) : []
        await keep({ settle: [entry.id], ...(await orders.catchingUp(cards, found?.version ?? 0)) })
      }),

    deliveries,

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
    settle: (entry) => keep({ settle: [entry.id] }),
  }
}

function isAdministrator({ roles }: Staff): boolean {
  return roles.includes('administrator')
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
