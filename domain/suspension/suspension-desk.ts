import { caseId } from '../cases/case.ts'
import type { SuspensionDeed } from '../cases/case-deed.ts'
import { decider, expirer, type DeciderParts } from '../cases/decide-case.ts'
import type { ImpactFacts } from '../impact/impact-of.ts'
import type { UndoneImport } from '../outbox/outbox-entry.ts'
import { order } from '../outbox/orders.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import { StaleWrite } from '../ports/desk-store.ts'
import { noHolidays, type HolidayCalendar, type IsHoliday } from '../ports/holiday-calendar.ts'
import type { OperatorDirectory } from '../ports/operator-directory.ts'
import type { OperatorSubscription } from '../ports/operator-lane.ts'
import type { CustomerStanding, StandingBook } from '../receivables/standing-book.ts'
import type { CaseId, CustomerId, PlaceId, SubscriptionId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { OutsideFault } from '../shared/outside-fault.ts'
import { instantOf, later, msOf, type Instant } from '../shared/time.ts'
import { unlessStale, untilFresh, type CaseAt, type VersionRefusal } from '../shared/versioned.ts'
import { mayApprove } from '../staff/powers.ts'
import type { CodeRefusal } from '../staff/second-factor.ts'
import type { SecondFactorDesk } from '../staff/second-factor-desk.ts'
import type { Staff } from '../staff/staff.ts'
import { changeScope, type ChangeRefusal } from './change-scope.ts'
import { callOffSuspension, type CallOffRefusal } from './call-off.ts'
import * as decisions from './decide-suspension.ts'
import { proofs } from '../staff/proofs.ts'
import { createGlassDesk, type GlassDesk } from './glass-desk.ts'
import { alongside, leaving, named, waitingBeside } from './overtake.ts'
import { requestSuspension, type RequestRefusal, type SuspensionAsk } from './request-suspension.ts'
import { inTime } from './in-time.ts'
import { standingNow } from './standing-now.ts'
import { consequencesOf, pointerId, suspensionAudit } from './suspension-consequences.ts'
import { isOpen, type SuspensionReason, type SuspensionRequest } from './suspension-request.ts'

export interface SuspensionDeskParts extends DeciderParts {
  readonly book: StandingBook
  readonly operators: Pick<OperatorDirectory, 'readAt'>
  readonly policy: CollectionsPolicy
}

interface DecidingParts extends SuspensionDeskParts {
  /** Only the Friday brake looks at them. */
  readonly holidays: HolidayCalendar
  readonly secondFactors: Pick<SecondFactorDesk, 'prove'>
}

/** Why nobody is asked, with what only the desk can see. */
export type AskRefusal =
  RequestRefusal | { readonly code: 'unknown-customer' } | { readonly code: 'asked-before'; readonly case: CaseId }

type Decided<Refusal> = Promise<Outcome<SuspensionRequest, Refusal | VersionRefusal>>

/** What people can do about suspensions. Every change is one commit: record, audit entry and promises together. */
export interface SuspensionDesk extends GlassDesk {
  /** Asks; `subscriptions` is what the operator showed just now, `askedIn` the place that gets the answer. */
  request(
    customer: CustomerId,
    ask: SuspensionAsk,
    subscriptions: readonly OperatorSubscription[],
    by: Staff,
    askedIn: PlaceId,
  ): Promise<Outcome<SuspensionRequest, AskRefusal>>
  /** A yes; the debt and the earlier yeses are judged again, and the last one needed starts the carrying out. */
  /** `code`: from the approver's authenticator app, where the request asks for one. */
  approve(at: CaseAt, by: Staff, code?: string): Decided<decisions.ApprovalRefusal | CodeRefusal>
  reject(at: CaseAt, because: string, by: Staff): Decided<decisions.RejectionRefusal>
  /** Asks the first person something; nobody can approve until it is answered. */
  question(at: CaseAt, text: string, by: Staff): Decided<decisions.RejectionRefusal>
  answer(at: CaseAt, text: string, by: Staff): Decided<decisions.AnswerRefusal>
  /** Covers exactly these from now on; `shown` is what the operator showed just now. */
  change(
    at: CaseAt,
    wanted: readonly SubscriptionId[],
    shown: { readonly subscriptions: readonly OperatorSubscription[]; readonly read: ImpactFacts },
    by: Staff,
  ): Decided<ChangeRefusal>
  /** The asker's own no. */
  withdraw(at: CaseAt, by: Staff): Decided<decisions.WithdrawalRefusal>
  /** Ends what was approved and is not done; a call that has left is seen to its end. */
  callOff(at: CaseAt, by: Staff): Decided<CallOffRefusal>
  /** Requests under way, oldest first: those that wait for people, also to be confirmed, and those being carried out. */
  open(): Promise<readonly SuspensionRequest[]>
  /** The same of one customer, without those that only wait to be confirmed. */
  openOf(customer: CustomerId): Promise<readonly SuspensionRequest[]>
  /** Ends a request that nobody decided in time; does nothing when somebody did. */
  expire(id: CaseId): Promise<void>
  /**
   * Ends every request for a debt, or those of one customer, that the ledger or what was agreed no longer justifies, before
   * anybody can press. Data that is merely too old ends nothing. Throws `OutsideFault` where nobody can tell yet who is who.
   */
  withdrawUnjustified(customer: CustomerId | null): Promise<void>
  /**
   * Marks every request that {@link withdrawUnjustified} ended since an import counted that was taken back, where the books
   * call for it again, and tells whoever asked. Nothing is asked anew. Throws as above.
   */
  tellGroundBack(undone: UndoneImport): Promise<void>
}

export function createSuspensionDesk(parts: DecidingParts): SuspensionDesk {
  const { store, book, policy, now, newId } = parts
  const decide = decider('suspension', parts)

  /** A yes of somebody who could no longer give it counts no longer: two approvers are two who are approvers. */
  const withYesesThatStand = async (request: SuspensionRequest): Promise<SuspensionRequest> => {
    if (!isOpen(request)) return request
    const people = await Promise.all(request.approvals.map(({ by }) => store.get('staff', by)))
    const stands = (at: number) => mayApprove(people[at]?.value.roles ?? [], `suspend for ${request.reason}`)
    return { ...request, approvals: request.approvals.filter((_, at) => stands(at)) }
  }
  const proving = proofs(parts.secondFactors)
  /** Nobody is asked for holidays where the brake is off, or never holds. */
  const holidaysOf = async (of: CustomerStanding | null, reason: SuspensionReason): Promise<IsHoliday> => {
    if (reason !== 'non-payment' || policy.fridayBrakeHours === 0 || of === null) return noHolidays
    return parts.holidays.in(of.customer.accounts.flatMap(({ country }) => country ?? []))
  }
  const recorded = (by: string, what: SuspensionDeed) => async (next: SuspensionRequest, at: Instant) => {
    const own = await consequencesOf(next, at, by, what, store)
    return alongside(own, await leaving(next, at, by, store))
  }

  const withdrawUnjustified = async (id: CaseId): Promise<void> => {
    const found = await store.get('suspension', id)
    if (!found) return
    const outcome = await decide(
      { case: id, version: found.version },
      async (request, moment): Promise<Outcome<SuspensionRequest, { readonly code: 'justified' }>> => {
        if (!isOpen(request)) return refused({ code: 'justified' })
        const why = decisions.noLongerJustified(request, await standingNow(request, parts), policy)
        if (why === null || why === 'ledger-too-old') return refused({ code: 'justified' })
        return granted({ ...request, status: 'void', endedAt: moment, why })
      },
      recorded('desk', 'suspension.voided'),
    )
    if (!outcome.ok && outcome.refusal.code === 'changed-since') throw new StaleWrite('suspension', id)
  }

  return {
    ...createGlassDesk(parts),

    async request(customer, ask, subscriptions, by, askedIn) {
      const of = (await book.today()).of(customer)
      if (!of) return refused({ code: 'unknown-customer' })
      const pointer = pointerId(customer, ask.reason)
      const open = await store.get('open-suspension', pointer)
      if (open) return refused({ code: 'asked-before', case: open.value.case })

      const at = now()
      const id = caseId('suspension', await store.nextNumber('S'))
      const held = (await store.list('held', { customer })).map(({ value }) => value)
      const outcome = requestSuspension(ask, {
        ...{ id, by, of, subscriptions, held, policy, now: at },
        isHoliday: await holidaysOf(of, ask.reason),
      })
      if (!outcome.ok) return outcome
      const others = await waitingBeside(outcome.value, store)
      const beside = others.map(({ value }) => ({ case: value.id, reason: value.reason }))
      const request = beside.length === 0 ? outcome.value : { ...outcome.value, beside }
      const told = named(request, others)
      const decideBy = ask.reason === 'fraud' ? later(at, policy.fraudDecisionHours * 3_600_000) : null

      const committed = await unlessStale<SuspensionRequest, never>(async () => {
        await store.commit({
          save: [
            { kind: 'suspension', id, value: request, basedOn: null },
            { kind: 'open-suspension', id: pointer, value: { case: id, customer }, basedOn: null },
            ...told.save,
          ],
          audit: [suspensionAudit(request, at, by.id, 'suspension.requested')],
          outbox: [
            order(newId, { kind: 'post-case', case: id, askedIn }, at),
            order(newId, { kind: 'remind-case', case: id }, midway(at, decideBy ?? request.expiresAt)),
            ...(decideBy === null ? [] : [order(newId, { kind: 'escalate-case', case: id }, decideBy)]),
            order(newId, { kind: 'expire-case', case: id }, request.expiresAt),
            ...told.orders.map((what) => order(newId, what, at)),
          ],
        })
        return granted(request)
      })
      if (committed.ok) return committed
      const winner = await store.get('open-suspension', pointer)
      return refused({ code: 'asked-before', case: winner?.value.case ?? id })
    },

    approve: (at, by, code = '') =>
      proving((prove) =>
        decide<decisions.ApprovalRefusal | CodeRefusal>(
          at,
          async (request, moment) => {
            const of = await standingNow(request, parts)
            const intents = request.subscriptions.map(() => newId())
            const outcome = decisions.approveSuspension(await withYesesThatStand(request), {
              by,
              of,
              policy,
              isHoliday: await holidaysOf(of, request.reason),
              now: moment,
              intents,
            })
            // Who could not decide anyway learns nothing of codes; what ends here suspends nothing.
            if (!outcome.ok || !request.stepUp || outcome.value.status === 'void') return outcome
            return (await prove(by, code, at.case)) ?? outcome
          },
          async (next, moment) =>
            prove.alongWith(inTime(next, await recorded(by.id, 'suspension.approved')(next, moment), newId)),
        ),
      ),
    reject: (at, because, by) =>
      decide(
        at,
        (request, moment) => decisions.rejectSuspension(request, { by, because, now: moment }),
        recorded(by.id, 'suspension.rejected'),
      ),
    question: (at, text, by) =>
      decide(
        at,
        (request, moment) => decisions.questionSuspension(request, { by, text, now: moment }),
        recorded(by.id, 'suspension.questioned'),
      ),
    callOff: (at, by) =>
      decide(
        at,
        (request, moment) => callOffSuspension(request, { by, now: moment }),
        async (next, moment) => ({
          ...(await consequencesOf(next, moment, by.id, 'suspension.called-off', store)),
          // What is on its way has its promise; another one would be a second.
          ...(next.status === 'approved' && { orders: [{ kind: 'update-cards', case: next.id }] }),
        }),
      ),
    answer: (at, text, by) =>
      decide(
        at,
        (request, moment) => decisions.answerQuestion(request, { by, text, now: moment }),
        recorded(by.id, 'suspension.answered'),
      ),
    change: (at, wanted, shown, by) =>
      decide(
        at,
        async (request, moment): Promise<Outcome<SuspensionRequest, ChangeRefusal>> => {
          const of = (await book.today()).of(request.customer)
          if (!of) return refused({ code: 'unknown-customer' })
          const held = (await store.list('held', { customer: request.customer })).map(({ value }) => value)
          return changeScope(request, wanted, { by, of, ...shown, held, policy, now: moment })
        },
        recorded(by.id, 'suspension.changed'),
      ),
    withdraw: (at, by) =>
      decide(
        at,
        (request, moment) => decisions.withdrawSuspension(request, { by, now: moment }),
        recorded(by.id, 'suspension.withdrawn'),
      ),

    open: async () => (await store.list('suspension', { open: true })).map(({ value }) => value),
    // What is done and waits to be confirmed keeps nobody from asking for more.
    openOf: async (customer) =>
      (await store.list('suspension', { customer, open: true }))
        .map(({ value }) => value)
        .filter(({ status }) => status !== 'carried-out'),

    async withdrawUnjustified(customer) {
      const open = await store.list('suspension', { ...(customer === null ? {} : { customer }), open: true })
      const faults: OutsideFault[] = []
      for (const { id, value } of open) {
        if (!isOpen(value) || value.reason !== 'non-payment') continue
        try {
          await untilFresh(() => withdrawUnjustified(id))
        } catch (fault) {
          // One lane's silence keeps nobody else's request alive.
          if (!(fault instanceof OutsideFault)) throw fault
          faults.push(fault)
        }
      }
      const [first] = faults
      if (first) throw first
    },

    async tellGroundBack({ import: by, since }) {
      for (const { id, value, version } of await store.list('suspension')) {
        if (value.status !== 'void' || value.undone !== undefined || value.endedAt < since) continue
        if (value.reason !== 'non-payment' || (value.why !== 'paid' && value.why !== 'no-longer-due')) continue
        const why = decisions.noLongerJustified(value, await standingNow(value, parts), policy)
        if (why !== null && why !== 'ledger-too-old') continue
        const next = { ...value, undone: by }
        await decide(
          { case: id, version },
          () => granted(next),
          (_, at) => ({
            audit: [suspensionAudit(next, at, 'desk', 'suspension.ground-back')],
            orders: [
              { kind: 'update-cards', case: id },
              { kind: 'tell-staff', case: id, staff: next.askedBy },
            ],
          }),
        )
      }
    },

    expire: expirer('suspension', parts, decisions.expireSuspension, recorded('desk', 'suspension.expired')),
  }
}

function midway(from: Instant, to: Instant): Instant {
  return instantOf(Math.floor((msOf(from) + msOf(to)) / 2))
}
