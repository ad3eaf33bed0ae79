import type { AuditDraft } from '../audit/audit-entry.ts'
import { saveOf, type DeciderParts } from '../cases/decide-case.ts'
import type { Cases } from '../cases/case.ts'
import type { Lane } from '../customers/lane.ts'
import { order } from '../outbox/orders.ts'
import type { Order, OutboxEntry, Tried } from '../outbox/outbox-entry.ts'
import { approvalHolds, confirmDelay, patience, retryDelay } from '../outbox/retry-delay.ts'
import { StaleWrite, type Commit } from '../ports/desk-store.ts'
import type { OperatorLane } from '../ports/operator-lane.ts'
import type { CaseId, SubscriptionId } from '../shared/ids.ts'
import { OutsideFault } from '../shared/outside-fault.ts'
import { later, msOf, type Instant } from '../shared/time.ts'
import { untilFresh } from '../shared/versioned.ts'
import {
  isBegun,
  isPassing,
  isSettled,
  type ActProgress,
  type ActResult,
  type SubscriptionAct,
  type Trouble,
} from './subscription-act.ts'
import { takeStep, troubleOf } from './take-step.ts'

/** The operator behind a lane; null where none is configured. */
export type LaneOf = (lane: Lane) => OperatorLane | null

type ActingKind = 'suspension' | 'resumption'
type Acting<K extends ActingKind> = Extract<Cases[K], { status: 'approved' }>

/** What carrying out means for one kind of case; everything else is the same for both. */
export interface Trade<K extends ActingKind> {
  readonly kind: K
  readonly wanted: 'suspended' | 'active'
  laneOf(value: Acting<K>): Lane
  /** When the case was approved: patience with a silent operator counts from here. */
  since(value: Acting<K>): Instant
  /** Looked at again before each call: a result here ends the act instead (paid in between, held again). */
  stillWanted(value: Acting<K>, act: SubscriptionAct): Promise<ActResult | null>
  /** Whether another case's call, on its way still, may turn what is seen into its opposite. */
  mayTurn(value: Acting<K>, act: SubscriptionAct): Promise<boolean>
  /** The case with one act moved on; it ends with its last act. */
  move(value: Acting<K>, subscription: SubscriptionId, moved: ActProgress, now: Instant): Cases[K]
  /** What else is saved with an act's end. */
  also(value: Acting<K>, act: SubscriptionAct, result: ActResult): Promise<Pick<Commit, 'save' | 'remove'>>
  /** What follows once the case is this. */
  after(next: Cases[K], now: Instant): Promise<{ readonly orders: readonly Order[] } & Pick<Commit, 'remove'>>
  audit(next: Cases[K], act: SubscriptionAct, result: ActResult, now: Instant): AuditDraft
}

/**
 * Carries out one act of an approved case and keeps the promise `entry` in the same commit as the result. A crash at
 * any line leaves the promise standing, and the next run sees how far this one came.
 */
export function carrier<K extends ActingKind>(
  trade: Trade<K>,
  laneOf: LaneOf,
  { store, now, newId }: DeciderParts,
): (entry: OutboxEntry, at: { readonly case: CaseId; readonly subscription: SubscriptionId }) => Promise<Tried> {
  /** Writes an act's progress on the case as it is at that moment. */
  const write = (
    { case: id, subscription }: { readonly case: CaseId; readonly subscription: SubscriptionId },
    moved: ActProgress,
    { owed, ...promises }: Pick<Commit, 'settle' | 'postpone'> & { readonly owed?: string },
  ): Promise<void> =>
    untilFresh(async () => {
      const found = await store.get(trade.kind, id)
      const value = found && asActing<K>(found.value)
      const act = value?.acts.find((one) => one.subscription === subscription)
      const sameTrouble = moved.delay != null && act?.delay?.trouble.kind === moved.delay.trouble.kind
      const over = !found || !value || !act || isSettled(act)
      // Whoever ended the act kept its promise with it; the call must not leave any more.
      if (over && owed !== undefined) throw new StaleWrite('outbox', owed)
      if (over || sameTrouble) return store.commit(promises)

      const moment = now()
      const next = trade.move(value, subscription, moved, moment)
      const { result } = moved
      const ended = result !== undefined && isSettled({ ...act, result })
      const also = ended ? await trade.also(value, act, result) : {}
      const after = await trade.after(next, moment)
      await store.commit({
        ...promises,
        save: [saveOf(trade.kind, id, next, found.version), ...(also.save ?? [])],
        remove: [...(also.remove ?? []), ...(after.remove ?? [])],
        audit: result === undefined ? [] : [trade.audit(next, act, result, moment)],
        // A call about to leave is nothing to show yet.
        outbox: result?.state === 'sent' ? [] : after.orders.map((what) => order(newId, what, moment)),
      })
    })

  return async (entry, at) => {
    const found = await store.get(trade.kind, at.case)
    const value = found && asActing<K>(found.value)
    const act = value?.acts.find((one) => one.subscription === at.subscription)
    try {
      if (!value || !act || isSettled(act)) {
        await store.commit({ settle: [entry.id] })
        return 'kept'
      }
      const again = (ms: number): OutboxEntry => ({
        ...entry,
        attempts: entry.attempts + 1,
        dueAt: later(now(), ms),
      })
      const lane = laneOf(trade.laneOf(value))
      try {
        if (!lane) throw noLane(trade.laneOf(value))
        const result = await takeStep(act, {
          lane,
          customer: value.customer,
          wanted: trade.wanted,
          now,
          async stillWanted({ parent }) {
            if (isBegun(act)) return trade.stillWanted(value, act)
            if (msOf(now()) - msOf(trade.since(value)) > approvalHolds) return tooLate(now())
            const ended = await trade.stillWanted(value, act)
            if (!ended && trade.wanted === 'active' && isUnderWay(value, parent)) throw baseFirst(lane, entry)
            return ended
          },
          mayTurn: () => trade.mayTurn(value, act),
          markSent: () => write(at, { result: { state: 'sent', at: now() } }, { owed: entry.id }),
        })
        if (isSettled({ ...act, result })) {
          await write(at, { result }, { settle: [entry.id] })
          return 'kept'
        }
        await write(at, { result }, { postpone: [again(confirmDelay(entry.attempts))] })
        return 'postponed'
      } catch (fault) {
        if (!(fault instanceof OutsideFault)) throw fault
        const trouble = troubleOf(fault)
        const hopeless = !lane && !isBegun(act)
        if (hopeless || msOf(now()) - msOf(trade.since(value)) > patience(fault)) {
          await write(at, { result: givenUp(act, trouble, now()) }, { settle: [entry.id] })
          return 'kept'
        }
        const next = again(retryDelay(fault, entry.attempts))
        await write(at, { delay: { trouble, since: now() } }, { postpone: [next] })
        return fault
      }
    } catch (fault) {
      // Another process kept the promise first: nothing is left to do.
      if (!(fault instanceof StaleWrite && fault.kind === 'outbox')) throw fault
      return 'kept'
    }
  }
}

function asActing<K extends ActingKind>(value: Cases[K]): Acting<K> | null {
  return value.status === 'approved' ? (value as Acting<K>) : null
}

function tooLate(at: Instant): ActResult {
  return { state: 'skipped', at, why: 'too-late' }
}

function isUnderWay({ acts }: Acting<ActingKind>, subscription: SubscriptionId | null): boolean {
  return acts.some((act) => act.subscription === subscription && !isSettled(act))
}

/** An add-on cannot return before its base (facts/partner-center 6.3); it looks again as soon as that may have ended. */
function baseFirst({ lane }: OperatorLane, { attempts }: OutboxEntry): OutsideFault {
  const retryAfterMs = confirmDelay(attempts)
  return new OutsideFault({ service: `partner-center:${lane}`, kind: 'busy', code: 'base-first', retryAfterMs })
}

/** The end of an act that nobody could bring further. A call that left is never told as refused: nobody could look. */
function givenUp({ result }: SubscriptionAct, trouble: Trouble, at: Instant): ActResult {
  if (result.state === 'accepted') return { state: 'done', at, confirmed: false }
  const unknown = result.state === 'sent' && !isPassing(trouble)
  return { state: 'failed', at, trouble: unknown ? { ...trouble, kind: 'unreachable' } : trouble }
}

function noLane(lane: Lane): OutsideFault {
  return new OutsideFault({ service: `partner-center:${lane}`, kind: 'unauthorised', code: 'lane-not-configured' })
}
