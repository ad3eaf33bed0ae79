import type { LaneOf } from '../acts/trade.ts'
import { caseId } from '../cases/case.ts'
import { decider, saveOf } from '../cases/decide-case.ts'
import { isMatched } from '../customers/customer.ts'
import type { Lane } from '../customers/lane.ts'
import { order } from '../outbox/orders.ts'
import type { OperatorDirectory } from '../ports/operator-directory.ts'
import type { CustomerId, PlaceId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { OutsideFault } from '../shared/outside-fault.ts'
import { later, type Instant } from '../shared/time.ts'
import { unlessStale, type CaseAt, type VersionRefusal } from '../shared/versioned.ts'
import type { Staff } from '../staff/staff.ts'
import { identityOnCard } from '../suspension/shown-on-card.ts'
import { addNotice, recordSighting, type SightingRefusal } from './decide-sighting.ts'
import { customerLook, type LookParts } from './look-at-customer.ts'
import { sightingAudit, sightingPointer } from './sighting-consequences.ts'
import type { OpenSighting, Sighting, SightingCause } from './sighting.ts'
import { createWatchedCustomers } from './watched-customers.ts'

/** Nobody is looked at more often than every quarter of an hour, half a minute of grace included. */
const againAfterMs = 14.5 * 60_000
/** An operator that is asked about one customer after the other answers several at once. */
const atOnce = 4
/** What was seen is written down this often at least; what was found, at once. */
const keepAfterMs = 5 * 60_000
/** So many customers in a row about whom the operator says no: it is about us, not about them. */
const mostRefusals = 5
/** As many as one message shows. */
const mostListed = 20

export interface WatchDeskParts extends LookParts {
  readonly operators: Pick<OperatorDirectory, 'customers' | 'readAt'>
  readonly sweepLaneOf: LaneOf
}

/** How well a lane is watched. */
export interface WatchedLane {
  readonly lane: Lane
  readonly customers: number
  /** Of those, how many are looked at every quarter of an hour. */
  readonly watched: number
  /** How many were never seen. */
  readonly unseen: number
  /** When the last full look was done; null when none was. */
  readonly wholeAt: Instant | null
  /** When the customer seen longest ago was seen; null while none was. */
  readonly oldestAt: Instant | null
  readonly baselineAt: Instant | null
}

/** What came of a pass: how many were looked at, and what cut it short. */
interface Passed {
  readonly looked: number
  readonly stoppedBy: OutsideFault | null
}

/** Finds at the operators what this desk did not do. */
export interface WatchDesk {
  /**
   * Looks at the customers of a lane whose turn it is, `most` at the most: those held or acted on every quarter of an
   * hour, the others in turn, longest ago first. Safe to run at any time; ends early once `goOn` says no.
   */
  pass(lane: Lane, most: number, goOn?: () => boolean): Promise<Passed>
  /**
   * Looks at one customer of a lane now; a look at somebody who is nobody's there, or while nobody knows whom to look at,
   * is none. Throws `OutsideFault`.
   */
  lookAt(lane: Lane, customer: CustomerId): Promise<void>
  /** How well a lane is watched; null where it is not configured. */
  lane(lane: Lane): Promise<WatchedLane | null>
  /** Sightings that wait for somebody to record whose doing it was, oldest first. */
  open(): Promise<readonly Sighting[]>
  /** Who, why and when: the case ends, its holds stay until they are lifted. */
  record(
    at: CaseAt,
    said: { readonly cause: SightingCause; readonly because: string },
    by: Staff,
  ): Promise<Outcome<Sighting, SightingRefusal | VersionRefusal>>
  /** An operator's notice joins the customer's open case, or opens one. */
  handIn(
    customer: CustomerId,
    text: string,
    by: Staff,
    askedIn: PlaceId,
  ): Promise<Outcome<Sighting, SightingRefusal | VersionRefusal | { readonly code: 'unknown-customer' }>>
}

export function createWatchDesk(parts: WatchDeskParts): WatchDesk {
  const { store, book, memory, operators, sweepLaneOf, now, newId } = parts
  const look = customerLook(parts)
  const watched = createWatchedCustomers(store)
  const decide = decider('sighting', parts)
  const keptAt = new Map<Lane, Instant>()
  const listedIn = (lane: Lane) => operators.customers().filter((customer) => customer.lane === lane)

  /** Once every customer was looked at, what was found meanwhile is told in one message, and the look is whole. */
  async function finish(lane: Lane): Promise<void> {
    const listed = listedIn(lane)
    const { customers, baselineAt, wholeFrom } = memory.lane(lane)
    const tried = listed.map(({ tenantId }) => customers.get(tenantId) ?? null)
    if (tried.some((one) => one === null)) return
    const at = now()
    if (baselineAt === null) {
      const found = listed.flatMap(({ tenantId, name }) =>
        (customers.get(tenantId)?.subscriptions ?? []).flatMap(({ name: subscription, difference }) =>
          difference === null ? [] : [{ customer: name, subscription, difference }],
        ),
      )
      const unread = tried.filter((one) => one?.seenAt === null).length
      const facts = { lane, customers: listed.length, unread }
      const news = { kind: 'baseline', ...facts, found: found.slice(0, mostListed) } as const
      memory.progress(lane, { baselineAt: at })
      await store.commit({
        audit: [
          {
            at,
            by: 'desk',
            what: 'watch.begun',
            about: `lane:${lane}`,
            lane,
            details: { customers: listed.length, unread, found: found.length },
          },
        ],
        outbox: [
          order(newId, { kind: 'announce-news', news: { ...news, more: found.length - news.found.length } }, at),
        ],
      })
      await memory.keep(lane)
    }
    const from = wholeFrom
    if (from === null || tried.some((one) => one !== null && one.triedAt < from)) return
    memory.progress(lane, { wholeAt: at, wholeFrom: at })
  }

  return {
    async pass(lane, most, goOn = () => true) {
      const operator = sweepLaneOf(lane)
      // Before its customers were read nobody knows whom to look at.
      if (!operator || operators.readAt(lane) === null) return { looked: 0, stoppedBy: null }
      const listed = listedIn(lane).map(({ tenantId }) => tenantId)
      const known = memory.lane(lane)
      if (known.wholeFrom === null) memory.progress(lane, { wholeFrom: now() })
      const isListed = new Set(listed)
      memory.forget(
        lane,
        [...known.customers.keys()].filter((id) => !isListed.has(id)),
      )
      const often = await watched.of(lane, now())
      const before = later(now(), -againAfterMs)
      const triedAt = (id: CustomerId) => known.customers.get(id)?.triedAt ?? null
      const queue = listed
        .map((id) => ({ id, at: triedAt(id), often: often.has(id) }))
        .filter(({ at }) => at === null || at <= before)
        .sort((a, b) => Number(b.often) - Number(a.often) || compareText(a.at ?? '', b.at ?? ''))
        .slice(0, most)

      let looked = 0
      let refusals = 0
      let stoppedBy: OutsideFault | null = null
      const work = async (): Promise<void> => {
        for (let next = queue.shift(); next && !stoppedBy && goOn(); next = queue.shift()) {
          try {
            await look(lane, operator, next.id)
            looked += 1
            refusals = 0
          } catch (fault) {
            if (!(fault instanceof OutsideFault)) throw fault
            refusals += 1
            if (fault.retryable || refusals >= mostRefusals) stoppedBy = fault
          }
        }
      }
      await Promise.all(Array.from({ length: atOnce }, work))
      await finish(lane)
      if (looked > 0 && (keptAt.get(lane) ?? '') <= later(now(), -keepAfterMs)) {
        keptAt.set(lane, now())
        await memory.keep(lane)
      }
      return { looked, stoppedBy }
    },

    async lookAt(lane, customer) {
      const operator = sweepLaneOf(lane)
      if (!operator || !listedIn(lane).some(({ tenantId }) => tenantId === customer)) return
      await look(lane, operator, customer)
    },

    async lane(lane) {
      if (!sweepLaneOf(lane)) return null
      const listed = listedIn(lane)
      const { customers, wholeAt, baselineAt } = memory.lane(lane)
      const seen = listed.flatMap(({ tenantId }) => customers.get(tenantId)?.seenAt ?? [])
      const often = await watched.of(lane, now())
      return {
        lane,
        customers: listed.length,
        watched: listed.filter(({ tenantId }) => often.has(tenantId)).length,
        unseen: listed.length - seen.length,
        wholeAt,
        oldestAt: seen.reduce<Instant | null>((oldest, at) => (oldest === null || at < oldest ? at : oldest), null),
        baselineAt,
      }
    },

    open: async () => (await store.list('sighting', { open: true })).map(({ value }) => value),

    record: (at, { cause, because }, by) =>
      decide(
        at,
        (sighting, moment) => recordSighting(sighting, { by, cause, because, now: moment }),
        async (next, moment) => {
          const pointer = await store.get('open-case', sightingPointer(next.lane, next.customer))
          const remove =
            pointer?.value.case === next.id
              ? [{ kind: 'open-case', id: pointer.id, basedOn: pointer.version } as const]
              : []
          return {
            audit: [sightingAudit(next, moment, by.id, 'sighting.recorded')],
            orders: [{ kind: 'update-cards', case: next.id }],
            also: { remove },
          }
        },
      ),

    async handIn(customer, text, by, askedIn) {
      const of = (await book.today()).of(customer)
      if (!of || !isMatched(of.customer)) return refused({ code: 'unknown-customer' })
      const { lane } = of.customer
      const key = sightingPointer(lane, customer)
      const pointer = await store.get('open-case', key)
      if (pointer) {
        const found = await store.get('sighting', pointer.value.case)
        const version = found?.version ?? 0
        return decide(
          { case: pointer.value.case, version },
          (sighting, moment) =>
            sighting.status === 'pending'
              ? addNotice(sighting, { by, text, now: moment })
              : refused({ code: 'already-decided', sighting }),
          (next, moment) => ({
            audit: [sightingAudit(next, moment, by.id, 'sighting.noticed')],
            orders: [{ kind: 'update-cards', case: next.id }],
          }),
        )
      }
      const at = now()
      const blank: OpenSighting = {
        status: 'pending',
        id: caseId('sighting', await store.nextNumber('O')),
        customer,
        lane,
        identity: identityOnCard(of.customer),
        openedAt: at,
        subscriptions: [],
        notices: [],
      }
      const outcome = addNotice(blank, { by, text, now: at })
      if (!outcome.ok) return outcome
      const next = outcome.value
      return unlessStale<Sighting, never>(async () => {
        await store.commit({
          save: [
            saveOf('sighting', next.id, next, null),
            { kind: 'open-case', id: key, value: { case: next.id, customer }, basedOn: null },
          ],
          audit: [sightingAudit(next, at, by.id, 'sighting.noticed')],
          outbox: [order(newId, { kind: 'post-case', case: next.id, askedIn }, at)],
        })
        return granted(next)
      })
    },
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
