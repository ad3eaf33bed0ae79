import type { AgreementDesk } from '../agreements/agreement-desk.ts'
import type { DeciderParts } from '../cases/decide-case.ts'
import type { CountdownDesk } from '../countdown/countdown-desk.ts'
import { order } from '../outbox/orders.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import type { StandingBook } from '../receivables/standing-book.ts'
import type { PlaceId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { dayAt, type Instant, type TimeZone } from '../shared/time.ts'
import { unlessStale, untilFresh, type VersionRefusal } from '../shared/versioned.ts'
import { isWorkingDay } from '../shared/working-days.ts'
import { mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import { dueDay, usualMinute, type DigestRoute, type ToldMorning } from './digest-route.ts'
import { morningOf, type MorningFacts } from './morning-of.ts'

type DigestRefusal =
  { readonly code: 'not-allowed' } | { readonly code: 'not-a-channel' } | { readonly code: 'no-route' } | VersionRefusal

/** The morning digest of collections: which channels get it, and when where their readers are. */
export interface DigestDesk {
  list(): Promise<readonly DigestRoute[]>
  /** Null: the usual minute, the partner's own zone. A channel that is set anew goes on from what it was told last. */
  set(
    here: { readonly place: PlaceId; readonly name: string; readonly personal: boolean },
    when: { readonly minute: number | null; readonly zone: TimeZone | null },
    by: Staff,
  ): Promise<Outcome<DigestRoute, DigestRefusal>>
  clear(place: PlaceId, by: Staff): Promise<Outcome<DigestRoute, DigestRefusal>>
  /**
   * Tells each channel whose time has come, once a day, on the partner's working days; nothing where nothing happened.
   * May be run at any time.
   */
  tend(): Promise<void>
}

type DigestParts = DeciderParts & {
  readonly book: StandingBook
  readonly policy: Pick<CollectionsPolicy, 'calendar'>
  readonly countdowns: Pick<CountdownDesk, 'all'>
  readonly agreements: Pick<AgreementDesk, 'tend'>
}

export function createDigestDesk(parts: DigestParts): DigestDesk {
  const { store, book, policy, countdowns, now, newId } = parts
  const { calendar } = policy

  const readFacts = async (): Promise<MorningFacts> => {
    // A promise that was broken yesterday is news of this morning, not of the next one.
    await parts.agreements.tend('early')
    const [books, agreements, suspensions, held] = await Promise.all([
      book.today(),
      store.list('agreement'),
      store.list('suspension', { open: true }),
      countdowns.all(),
    ])
    return {
      books,
      agreements: agreements.map(({ value }) => value),
      waiting: suspensions
        .filter(({ value }) => value.status === 'pending' || value.status === 'questioned')
        .map(({ id, value }) => ({ case: id, customer: books.directory.byId(value.customer)?.name ?? value.customer })),
      held: held.flatMap(({ customerName, name, lane, last, gone }) =>
        gone ? [] : [{ customer: customerName, subscription: name, lane, day: last === 'unread' ? null : last.day }],
      ),
    }
  }

  const tell = (place: PlaceId, facts: () => Promise<MorningFacts>) =>
    untilFresh(async () => {
      const found = await store.get('digest-route', place)
      const at = now()
      const day = found && dueDay(found.value, at)
      if (!found || found.value.off || day === null || !isWorkingDay(day, calendar)) return
      const read = await facts()
      // Before the first list nobody knows who owes what.
      if (read.books.ledgerAsOf === null) return
      const { morning, next, isQuiet } = morningOf(read, found.value.told, calendar.timeZone)
      const value: DigestRoute = { ...found.value, told: { day, at, ...next } }
      const news = { kind: 'morning', morning } as const
      await store.commit({
        save: [{ kind: 'digest-route', id: place, value, basedOn: found.version }],
        audit: [{ at, by: 'desk', what: 'digest.told', about: `digest:${place}`, details: { day, quiet: isQuiet } }],
        outbox: isQuiet ? [] : [order(newId, { kind: 'post-news', news, place }, at)],
      })
    })

  return {
    list: async () => (await store.list('digest-route')).map(({ value }) => value).filter(({ off }) => !off),

    async set({ place, name, personal }, { minute, zone }, by) {
      if (!mayAsk(by.roles, 'set route')) return refused({ code: 'not-allowed' })
      if (personal) return refused({ code: 'not-a-channel' })
      return unlessStale<DigestRoute, DigestRefusal>(async () => {
        const found = await store.get('digest-route', place)
        const at = now()
        const value: DigestRoute = {
          ...{ place, placeName: name, setBy: by.id, setAt: at },
          ...{ minute: minute ?? usualMinute, zone: zone ?? calendar.timeZone },
          told: found ? stillTold(found.value, at) : null,
        }
        await store.commit({
          save: [{ kind: 'digest-route', id: place, value, basedOn: found?.version ?? null }],
          audit: [
            {
              ...{ at, by: by.id, what: 'digest.routed', about: `digest:${place}` },
              details: { minute: value.minute, zone: value.zone },
            },
          ],
        })
        return granted(value)
      })
    },

    async clear(place, by) {
      if (!mayAsk(by.roles, 'set route')) return refused({ code: 'not-allowed' })
      return unlessStale<DigestRoute, DigestRefusal>(async () => {
        const found = await store.get('digest-route', place)
        if (!found || found.value.off) return refused({ code: 'no-route' })
        const value: DigestRoute = { ...found.value, off: true }
        await store.commit({
          save: [{ kind: 'digest-route', id: place, value, basedOn: found.version }],
          audit: [{ at: now(), by: by.id, what: 'digest.cleared', about: `digest:${place}` }],
        })
        return granted(found.value)
      })
    },

    async tend() {
      const at = now()
      let read: Promise<MorningFacts> | null = null
      for (const { id, value } of await store.list('digest-route')) {
        const day = dueDay(value, at)
        if (!value.off && day !== null && isWorkingDay(day, calendar)) await tell(id, () => (read ??= readFacts()))
      }
    },
  }
}

/** What a channel remembers when its route is set anew: after a pause of days it begins afresh. */
function stillTold({ off, told, zone }: DigestRoute, now: Instant): ToldMorning | null {
  return off && told !== null && told.day < dayAt(now, zone) ? null : told
}
