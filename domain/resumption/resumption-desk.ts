import { caseId } from '../cases/case.ts'
import type { ResumptionDeed } from '../cases/case-deed.ts'
import { decider, expirer, saveOf, type Consequences, type DeciderParts } from '../cases/decide-case.ts'
import { isMatched } from '../customers/customer.ts'
import { heldToday } from '../countdown/held-today.ts'
import type { Lane } from '../customers/lane.ts'
import type { HeldSubscription, HeldUntil, HoldReason } from '../holds/hold.ts'
import { order } from '../outbox/orders.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import type { Stored } from '../ports/desk-store.ts'
import type { StandingBook } from '../receivables/standing-book.ts'
import type { CaseId, CustomerId, PlaceId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import type { Instant } from '../shared/time.ts'
import { unlessStale, type CaseAt, type VersionRefusal } from '../shared/versioned.ts'
import { endOfNextWorkingDay } from '../shared/working-days.ts'
import type { Staff } from '../staff/staff.ts'
import { identityOnCard } from '../suspension/shown-on-card.ts'
import { sightingPointer } from '../watch/sighting-consequences.ts'
import type { WatchMemory } from '../watch/watch-memory.ts'
import * as decisions from './decide-resumption.ts'
import { paidLifter } from './lift-paid.ts'
import { lifting, ordersOf, resumptionAudit } from './resumption-consequences.ts'
import type { Resumption } from './resumption.ts'

export interface ResumptionDeskParts extends DeciderParts {
  readonly book: StandingBook
  readonly policy: CollectionsPolicy
  readonly memory: WatchMemory
}

/** Lifting holds and bringing service back. */
export interface ResumptionDesk {
  /** What is out of service for a customer, and why. */
  heldOf(customer: CustomerId): Promise<readonly HeldUntil[]>
  /** `note`: why, in the asker's words; an operator's hold is not lifted without. */
  ask(
    customer: CustomerId,
    reason: HoldReason,
    by: Staff,
    askedIn: PlaceId,
    note?: string,
  ): Promise<Outcome<Resumption, decisions.ResumeRefusal | VersionRefusal | { readonly code: 'unknown-customer' }>>
  approve(at: CaseAt, by: Staff): Promise<Outcome<Resumption, decisions.ResumeDecisionRefusal | VersionRefusal>>
  reject(
    at: CaseAt,
    because: string,
    by: Staff,
  ): Promise<Outcome<Resumption, decisions.ResumeDecisionRefusal | VersionRefusal>>
  /** Ticks off what the desk could not put back, once somebody has seen to it. */
  tick(
    at: CaseAt,
    item: decisions.ToDoId,
    by: Staff,
  ): Promise<Outcome<Resumption, decisions.TickRefusal | VersionRefusal>>
  expire(id: CaseId): Promise<void>
  /** Proposes to lift holds for a debt that is one no more, or lifts them; null: anybody's. */
  seeToPaid(customer: CustomerId | null): Promise<void>
}

export function createResumptionDesk(parts: ResumptionDeskParts): ResumptionDesk {
  const { store, book, policy, now, newId } = parts
  const decide = decider('resumption', parts)
  const withHold = async (customer: CustomerId, reason: HoldReason) =>
    (await store.list('held', { customer })).filter(({ value }) => value.holds.some((hold) => hold.reason === reason))
  const unexplained = async (lane: Lane, customer: CustomerId): Promise<CaseId | null> =>
    (await store.get('open-case', sightingPointer(lane, customer)))?.value.case ?? null
  /** With the day until which each can be brought back, where it is out of service. */
  const dated = async (held: readonly HeldSubscription[]): Promise<readonly HeldUntil[]> => {
    const [first] = held
    const out = first ? await heldToday(store, parts.memory, policy.calendar.timeZone, first.customer) : []
    return held.map((each) => {
      const found = out.find(({ lane, id }) => lane === each.lane && id === each.subscription)
      return found ? { ...each, until: found.gone ? 'gone' : found.last } : each
    })
  }
  const begunWith =
    (by: string, what: ResumptionDeed, held: readonly Stored<HeldSubscription>[], askedIn: PlaceId | null = null) =>
    (next: Resumption, at: Instant): Consequences => ({
      audit: [resumptionAudit(next, at, by, what)],
      orders: ordersOf(next, askedIn),
      also: next.status === 'approved' || next.status === 'carried-out' ? lifting(held, next) : {},
    })

  return {
    heldOf: async (customer) => dated((await store.list('held', { customer })).map(({ value }) => value)),

    async ask(customer, reason, by, askedIn, note = '') {
      const of = (await book.today()).of(customer)
      if (!of || !isMatched(of.customer)) return refused({ code: 'unknown-customer' })
      const held = await withHold(customer, reason)
      const at = now()
      const outcome = decisions.askResumption(reason, {
        id: caseId('resumption', await store.nextNumber('R')),
        by,
        identity: identityOnCard(of.customer),
        note,
        held: await dated(held.map(({ value }) => value)),
        sighting: await unexplained(of.customer.lane, customer),
        intents: held.map(() => newId()),
        now: at,
        expiresAt: endOfNextWorkingDay(at, policy.calendar),
      })
      if (!outcome.ok) return outcome
      const next = outcome.value
      return unlessStale<Resumption, never>(async () => {
        const { audit, orders, also } = begunWith(by.id, 'resumption.asked', held, askedIn)(next, at)
        await store.commit({
          ...also,
          save: [saveOf('resumption', next.id, next, null), ...(also?.save ?? [])],
          audit,
          outbox: [
            ...orders.map((what) => order(newId, what, at)),
            ...(next.status === 'pending'
              ? [order(newId, { kind: 'expire-case', case: next.id }, next.expiresAt)]
              : []),
          ],
        })
        return granted(next)
      })
    },

    async approve(at, by) {
      const asked = await store.get('resumption', at.case)
      const held = asked ? await withHold(asked.value.customer, asked.value.reason) : []
      const shown = await dated(held.map(({ value }) => value))
      return decide(
        at,
        async (resumption, moment) =>
          decisions.approveResumption(resumption, {
            by,
            held: shown,
            sighting: await unexplained(resumption.lane, resumption.customer),
            intents: held.map(() => newId()),
            now: moment,
          }),
        begunWith(by.id, 'resumption.approved', held),
      )
    },
    reject: (at, because, by) =>
      decide(
        at,
        (resumption, moment) => decisions.rejectResumption(resumption, { by, because, now: moment }),
        begunWith(by.id, 'resumption.rejected', []),
      ),

    tick: (at, item, by) =>
      decide(
        at,
        (resumption, moment) => decisions.tickOff(resumption, { item, by, now: moment }),
        (next, moment): Consequences => {
          const audit = resumptionAudit(next, moment, by.id, 'resumption.ticked')
          return {
            audit: [{ ...audit, details: { ...audit.details, item } }],
            orders: [{ kind: 'update-cards', case: next.id }],
          }
        },
      ),

    seeToPaid: paidLifter(parts),
    expire: expirer('resumption', parts, decisions.expireResumption, begunWith('desk', 'resumption.expired', [])),
  }
}
