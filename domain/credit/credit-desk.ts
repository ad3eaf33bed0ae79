import type { LaneOf } from '../acts/trade.ts'
import type { PlacesOf } from '../cases/audience.ts'
import { caseId } from '../cases/case.ts'
import type { CreditDeed } from '../cases/case-deed.ts'
import { decider, expirer, type DeciderParts } from '../cases/decide-case.ts'
import { isMatched, type Customer, type MatchedCustomer } from '../customers/customer.ts'
import type { Lane } from '../customers/lane.ts'
import { order } from '../outbox/orders.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import type { Save } from '../ports/desk-store.ts'
import type { SpendingOf } from '../ports/spending.ts'
import type { Ledger } from '../receivables/ledger.ts'
import type { CustomerStanding, StandingBook } from '../receivables/standing-book.ts'
import type { CaseId, CustomerId, PlaceId } from '../shared/ids.ts'
import type { Money } from '../shared/money.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import type { Day, Instant } from '../shared/time.ts'
import { untilFresh, type CaseAt, type VersionRefusal } from '../shared/versioned.ts'
import type { Staff } from '../staff/staff.ts'
import type { StaffDesk } from '../staff/staff-desk.ts'
import type { CreditChange, PendingCredit, WantedChange } from './credit-change.ts'
import { creditAudit, ordersOf } from './credit-consequences.ts'
import { blankCredit, creditKey, type CreditLine } from './credit-line.ts'
import * as decisions from './decide-credit.ts'
import type { Exposure } from './exposure.ts'
import { verdictFollower, type FollowVerdict } from './follow-verdict.ts'
import { creditPointer, creditUnderWay, releasing } from './open-credit.ts'
import { exposureReader } from './read-exposure.ts'
import { creditTender } from './tend-credit.ts'

type Decided = Promise<Outcome<CreditChange, decisions.CreditRefusal | VersionRefusal>>
type Asking = Promise<
  Outcome<
    PendingCredit,
    | decisions.CreditAskRefusal
    | { readonly code: 'unknown-customer' }
    | { readonly code: 'asked-before'; readonly case: CaseId }
  >
>

/** What the partner lends its customers: limits, what is at stake, and whether new orders are taken. */
export interface CreditDesk {
  /** A blank one where nothing was decided; null for whoever is matched to no operator's customer. */
  of(customer: Pick<Customer, 'id' | 'lane'>): Promise<CreditLine | null>
  /** Of everybody about whom something was decided. */
  all(): Promise<readonly CreditLine[]>
  /** What is at stake with a customer, read from ledger and operator now; an operator's silence is told in it. */
  exposure(of: CustomerStanding): Promise<Exposure>
  /** Requests that wait, of one customer. */
  waiting(customer: Pick<Customer, 'id' | 'lane'>): Promise<readonly CreditChange[]>
  askLimit(
    customer: CustomerId,
    wanted: { readonly limit: Money; readonly review: Day | null },
    because: string,
    by: Staff,
    askedIn: PlaceId,
  ): Asking
  askRelease(customer: CustomerId, because: string, by: Staff, askedIn: PlaceId): Asking
  /** One person's word, at once. */
  hold(
    customer: CustomerId,
    because: string,
    by: Staff,
  ): Promise<Outcome<CreditLine, decisions.CreditAskRefusal | { readonly code: 'unknown-customer' }>>
  approve(at: CaseAt, by: Staff): Decided
  reject(at: CaseAt, because: string, by: Staff): Decided
  withdraw(at: CaseAt, by: Staff): Decided
  expire(id: CaseId): Promise<void>
  /** Keeps the promise that credit follows a verdict. */
  readonly followVerdict: FollowVerdict
  /** Tells exceeded limits and reviews that are due; safe to run at any time. */
  readonly tend: ReturnType<typeof creditTender>
}

export function createCreditDesk(
  parts: DeciderParts & {
    readonly book: StandingBook
    readonly ledger: { readonly current: () => Ledger }
    readonly policy: CollectionsPolicy
    readonly spendingOf: SpendingOf
    readonly laneOf: LaneOf
    readonly sweepLaneOf: LaneOf
    readonly staff: StaffDesk
    readonly placesOf: PlacesOf
  },
): CreditDesk {
  const { store, book, policy, now, newId, laneOf, ledger } = parts
  const decide = decider('credit-change', parts)
  const readExposure = exposureReader(parts)
  const recorded = (by: string, what: CreditDeed) => async (next: CreditChange, at: Instant) => ({
    audit: [creditAudit(next, at, by, what)],
    orders: ordersOf(next),
    also: { save: await changing(next), remove: await releasing(next, store) },
  })
  /** What was approved counts in the commit that approves it. */
  const changing = async (next: CreditChange): Promise<readonly Save[]> => {
    if (next.status !== 'approved') return []
    const { found, line } = await lineOf(next.identity.lane, next.customer)
    const value = decisions.carriedOut(line, next)
    return [{ kind: 'credit-line', id: creditKey(line.lane, line.customer), value, basedOn: found?.version ?? null }]
  }
  const lineOf = async (lane: Lane, customer: CustomerId) => {
    const found = await store.get('credit-line', creditKey(lane, customer))
    return { found, line: found?.value ?? blankCredit(lane, customer) }
  }
  const matchedOf = async (customer: CustomerId) => {
    const of = (await book.today()).of(customer)
    return of && isMatched(of.customer) ? { of, customer: of.customer } : null
  }

  async function ask(
    known: { readonly of: CustomerStanding; readonly customer: MatchedCustomer } | null,
    kind: WantedChange['kind'],
    { because, by, askedIn }: { readonly because: string; readonly by: Staff; readonly askedIn: PlaceId },
    rule: (facts: Parameters<typeof decisions.askRelease>[0]) => ReturnType<typeof decisions.askRelease>,
  ): Asking {
    if (known === null) return refused({ code: 'unknown-customer' })
    const { lane, id: customer } = known.customer
    const pointerId = creditPointer(lane, customer, kind)
    const exposure = await readExposure(known.of, laneOf)
    // Of two who ask at once the second looks again, and finds what the first one asked for.
    return untilFresh(async () => {
      const underWay = await creditUnderWay(pointerId, store)
      if (underWay.case !== null) return refused({ code: 'asked-before', case: underWay.case })
      const { line } = await lineOf(lane, customer)
      const at = now()
      const facts = { by, customer: known.customer, line, because, exposure, calendar: policy.calendar, now: at }
      const may = rule({ ...facts, id: '' })
      if (!may.ok) return may
      const id = caseId('credit-change', await store.nextNumber('CL'))
      const value = { ...may.value, id }
      await store.commit({
        save: [
          { kind: 'credit-change', id, value, basedOn: null },
          {
            kind: 'open-case',
            id: pointerId,
            value: { case: id, customer },
            basedOn: underWay.pointer?.version ?? null,
          },
        ],
        audit: [creditAudit(value, at, by.id, 'credit.asked')],
        outbox: [
          order(newId, { kind: 'post-case', case: id, askedIn }, at),
          order(newId, { kind: 'expire-case', case: id }, value.expiresAt),
        ],
      })
      return granted(value)
    })
  }

  return {
    of: async ({ id, lane }) => (lane === null ? null : (await lineOf(lane, id)).line),
    all: async () => (await store.list('credit-line')).map(({ value }) => value),
    exposure: (of) => readExposure(of, laneOf),
    waiting: async ({ id, lane }) =>
      (await store.list('credit-change', { customer: id, open: true }))
        .map(({ value }) => value)
        .filter(({ identity }) => identity.lane === lane),

    askLimit: async (customer, wanted, because, by, askedIn) =>
      ask(await matchedOf(customer), 'limit', { because, by, askedIn }, (facts) => decisions.askLimit(wanted, facts)),
    askRelease: async (customer, because, by, askedIn) =>
      ask(await matchedOf(customer), 'release', { because, by, askedIn }, decisions.askRelease),

    async hold(id, because, by) {
      const known = await matchedOf(id)
      if (known === null) return refused({ code: 'unknown-customer' })
      const { lane, id: customer } = known.customer
      return untilFresh(async () => {
        const { found, line } = await lineOf(lane, customer)
        const at = now()
        const outcome = decisions.holdOrders(line, { id: newId(), by, because, now: at })
        if (!outcome.ok) return outcome
        const key = creditKey(lane, customer)
        await store.commit({
          save: [{ kind: 'credit-line', id: key, value: outcome.value, basedOn: found?.version ?? null }],
          audit: [
            {
              at,
              by: by.id,
              what: 'credit.held',
              about: key,
              customer,
              lane,
              details: { hold: outcome.value.holds.at(-1) },
            },
          ],
        })
        return outcome
      })
    },

    approve: (at, by) =>
      decide(
        at,
        (credit, moment) => decisions.approveCredit(credit, { by, now: moment }),
        recorded(by.id, 'credit.approved'),
      ),
    reject: (at, because, by) =>
      decide(
        at,
        (credit, moment) => decisions.rejectCredit(credit, { by, because, now: moment }),
        recorded(by.id, 'credit.rejected'),
      ),
    withdraw: (at, by) =>
      decide(
        at,
        (credit, moment) => decisions.withdrawCredit(credit, { by, now: moment }),
        recorded(by.id, 'credit.withdrawn'),
      ),
    expire: expirer('credit-change', parts, decisions.expireCredit, recorded('desk', 'credit.expired')),
    followVerdict: verdictFollower(parts),
    tend: creditTender({
      ...parts,
      laneOf: parts.sweepLaneOf,
      readExposure,
      ledgerRevision: () => ledger.current().revision,
    }),
  }
}
