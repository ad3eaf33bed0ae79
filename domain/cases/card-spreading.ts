import { order } from '../outbox/orders.ts'
import type { News } from '../outbox/news.ts'
import type { Order, OutboxEntry } from '../outbox/outbox-entry.ts'
import type { DeskStore } from '../ports/desk-store.ts'
import type { RouteDesk } from '../routes/route-desk.ts'
import type { CaseId, NewId, PlaceId } from '../shared/ids.ts'
import { later, type Clock } from '../shared/time.ts'
import type { StaffDesk } from '../staff/staff-desk.ts'
import type { Staff } from '../staff/staff.ts'
import type { Alarm } from './alarm.ts'
import { audienceOf, peopleFor, placesFor, reachableOf, type Audience, type PlacesOf } from './audience.ts'
import { isAwaited } from './card-orders.ts'
import { waitsForDecision } from './case.ts'
import { administrators, hearersOf, importers, leads } from './hearers.ts'
import { keeper, ordersInstead } from './keep-once.ts'
import type { ReadCase } from './read-case.ts'

/** The chats give up on an answer after this; from then on a card that is missing is missing. */
const answerWithinMs = 15_000

/** News that nobody could be told yet is tried again after so long, then less and less often, for a day. */
const firstWaitMs = 5 * 60_000
const longestWaitMs = 6 * 3_600_000
const mostTries = 9

/** What one order to tell people something becomes: one order for each place where they look. */
export interface CardSpreading {
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
}

/** What telling people takes. */
export interface CardSpreadingParts {
  readonly store: DeskStore
  readonly routes: RouteDesk
  readonly staff: StaffDesk
  readonly placesOf: PlacesOf
  readonly now: Clock
  readonly newId: NewId
}

export function createCardSpreading(parts: CardSpreadingParts & { readonly read: ReadCase }): CardSpreading {
  const { store, read, now, newId } = parts
  const keep = keeper(store)
  const orderAll = ordersInstead(keep, parts)
  const places = (audience: Audience) => placesFor(audience, parts)

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

  return {
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
  }
}

function isAdministrator({ roles }: Staff): boolean {
  return roles.includes('administrator')
}
