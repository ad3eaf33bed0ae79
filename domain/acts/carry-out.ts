import type { DeciderParts } from '../cases/decide-case.ts'
import type { Lane } from '../customers/lane.ts'
import type { ActGate } from '../lanes/act-gate.ts'
import { LaneWaits, laneWaitOf } from '../lanes/lane-waits.ts'
import type { OutboxEntry, Tried } from '../outbox/outbox-entry.ts'
import { approvalHolds, confirmDelay, laneLookMs, patience, retryDelay } from '../outbox/retry-delay.ts'
import { StaleWrite } from '../ports/desk-store.ts'
import { azureStillActive } from '../ports/operator-codes.ts'
import type { OperatorLane } from '../ports/operator-lane.ts'
import type { CaseId, CustomerId, SubscriptionId } from '../shared/ids.ts'
import { OutsideFault } from '../shared/outside-fault.ts'
import { later, msOf, type Instant } from '../shared/time.ts'
import { isNamedOnly } from '../suspension/known-by-hand.ts'
import { actProgress, type Calendar } from './act-progress.ts'
import { handsOver, isByHand, unwanted } from './hand-over.ts'
import {
  isBegun,
  isPassing,
  isSettled,
  type ActResult,
  type SubscriptionAct,
  type Trouble,
} from './subscription-act.ts'
import { takeStep, troubleOf } from './take-step.ts'
import { asActing, type Acting, type ActingKind, type LaneOf, type Seen, type Trade } from './trade.ts'

/**
 * Carries out one act of an approved case and keeps the promise `entry` in the same commit as the result. A crash at
 * any line leaves the promise standing, and the next run sees how far this one came.
 */
export function carrier<K extends ActingKind>(
  trade: Trade<K>,
  laneOf: LaneOf,
  parts: DeciderParts & Calendar & { readonly gate: ActGate },
): (entry: OutboxEntry, at: { readonly case: CaseId; readonly subscription: SubscriptionId }) => Promise<Tried> {
  const { store, now, gate } = parts
  const progress = actProgress(trade, parts)

  return async (entry, which) => {
    const at = { ...which, entry }
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
      const isOld = () => msOf(now()) - msOf(trade.since(value)) > approvalHolds
      /** Nothing failed, so nobody gives up; but what nobody began in time is not begun. */
      const wait = async ({ trouble }: LaneWaits): Promise<Tried> => {
        if (!isBegun(act) && isOld()) {
          await progress.write(at, { result: tooLate(now()) }, { settle: [entry.id] })
          return 'kept'
        }
        const next = { ...entry, dueAt: later(now(), laneLookMs) }
        await progress.write(at, { delay: { trouble, since: now() } }, { postpone: [next] })
        return 'postponed'
      }
      const operator = laneOf(trade.laneOf(value))
      const lane = isNamedOnly(at.subscription) ? null : operator
      try {
        // What is to be done by hand is halted like any other act: people are not asked to do what was stopped.
        const begun = isBegun(act)
        const why = operator
          ? await gate.look(operator.lane, { begun, counted: trade.counted(value) })
          : await gate.lookByHand(trade.laneOf(value), { begun })
        if (why !== null) {
          await progress.write(at, { result: { state: 'skipped', at: now(), why } }, { settle: [entry.id] })
          return 'kept'
        }
        if (!lane) throw noLane(trade.laneOf(value), isNamedOnly(at.subscription))
        const look = await progress.look(value, at)
        const result = await takeStep(act, {
          lane,
          customer: value.customer,
          wanted: trade.wanted,
          now,
          async begin(seen) {
            const base = seen.plan ?? seen.parent
            if (isOld()) return tooLate(now())
            if (trade.wanted === 'active' && isUnderWay(value, base))
              throw first(seen.plan === undefined ? 'base-first' : 'plan-first', lane, entry)
            if (trade.wanted === 'suspended' && stopsUnder(value, seen.id)) throw first('azure-first', lane, entry)
            // An Azure subscription has nothing that a resume could put back: nothing is kept of it.
            const keeps = trade.before !== undefined && act.plan === undefined
            return progress.begin(at, look, !keeps ? [] : [seen, ...(await around(lane, value.customer, seen.id))])
          },
          async waitsFor({ facts }) {
            if (facts.code !== azureStillActive) return null
            const ours = await store.list('suspension', { customer: value.customer, open: true })
            const waits = ours.some(
              ({ value: each }) => each.status === 'approved' && stopsUnder(each, at.subscription),
            )
            return waits ? first('azure-first', lane, entry) : null
          },
          async stillWanted() {
            await progress.unlessEnded(at)
            const ended = await trade.stillWanted(value, act)
            if (ended) return ended
            // A stop, or trouble of our own, has lasted: nobody expects that call any more.
            if (act.delay && laneWaitOf(act.delay.trouble) !== null && isOld()) return tooLate(now())
            const why = await gate.again(lane.lane)
            return why && { state: 'skipped', at: now(), why }
          },
        })
        if (isSettled({ ...act, result })) {
          const after =
            trade.before && act.plan === undefined && result.state === 'done' && result.confirmed
              ? await around(lane, value.customer).catch(unlessFault)
              : null
          await progress.write(at, { result }, { settle: [entry.id] }, look, after)
          return 'kept'
        }
        await progress.write(at, { result }, { postpone: [again(confirmDelay(entry.attempts))] })
        return 'postponed'
      } catch (fault) {
        if (fault instanceof LaneWaits) return await wait(fault)
        if (!(fault instanceof OutsideFault)) throw fault
        const trouble = troubleOf(fault)
        const age = msOf(now()) - msOf(trade.since(value))
        // What people can do by hand waits for them as long as the approval holds, and as long as it is wanted.
        const byHand = trade.byHand && handsOver(trouble) && !isBegun(act)
        const ended = byHand
          ? age > approvalHolds
            ? tooLate(now())
            : isByHand(act) && (await unwanted(trade, value, act))
          : age > patience(fault) && givenUp(act, trouble, now())
        if (ended) {
          await progress.write(at, { result: ended }, { settle: [entry.id] })
          return 'kept'
        }
        const next = again(retryDelay(fault, entry.attempts))
        await progress.write(at, { delay: { trouble, since: now() } }, { postpone: [next] })
        return fault
      }
    } catch (fault) {
      if (!isGone(fault)) throw fault
      // Another process kept the promise first, or somebody ended the act and let its promise stand.
      await store.commit({ settle: [entry.id] }).catch((gone: unknown) => {
        if (!isGone(gone)) throw gone
      })
      return 'kept'
    }
  }
}

/** A customer's other subscriptions: what falls with a base, and how a suspension leaves them. */
async function around(lane: OperatorLane, customer: CustomerId, but?: SubscriptionId): Promise<Seen> {
  return (await lane.subscriptions(customer)).filter(({ id }) => id !== but)
}

/** A look that is worth having, and not worth waiting for. */
function unlessFault(fault: unknown): null {
  if (fault instanceof OutsideFault) return null
  throw fault
}

function isGone(fault: unknown): boolean {
  return fault instanceof StaleWrite && fault.kind === 'outbox'
}

function tooLate(at: Instant): ActResult {
  return { state: 'skipped', at, why: 'too-late' }
}

function isUnderWay({ acts }: Acting<ActingKind>, subscription: SubscriptionId | null): boolean {
  return acts.some((act) => act.subscription === subscription && !isSettled(act))
}

/** Whether an Azure subscription under this plan is still to be stopped, or not yet seen so. */
function stopsUnder({ acts }: { readonly acts: readonly SubscriptionAct[] }, plan: SubscriptionId): boolean {
  return acts.some((act) => act.plan === plan && !isSettled(act))
}

/**
 * An add-on cannot return before its base, nor an Azure subscription before its plan; the plan falls after its Azure
 * subscriptions (facts/partner-center 6.3, 7). It looks again as soon as the other may have ended.
 */
function first(
  code: 'base-first' | 'plan-first' | 'azure-first',
  { lane }: OperatorLane,
  { attempts }: OutboxEntry,
): OutsideFault {
  const retryAfterMs = confirmDelay(attempts)
  return new OutsideFault({ service: `partner-center:${lane}`, kind: 'busy', code, retryAfterMs })
}

/** The end of an act that nobody could bring further. A call that left is never told as refused: nobody could look. */
function givenUp({ result }: SubscriptionAct, trouble: Trouble, at: Instant): ActResult {
  if (result.state === 'accepted') return { state: 'done', at, confirmed: false }
  const unknown = result.state === 'sent' && !isPassing(trouble)
  return { state: 'failed', at, trouble: unknown ? { ...trouble, kind: 'unreachable' } : trouble }
}

/** There is nobody to ask, or nothing that could be named to them. */
function noLane(lane: Lane, named: boolean): OutsideFault {
  const code = named ? 'known-by-name' : 'lane-not-configured'
  return new OutsideFault({ service: `partner-center:${lane}`, kind: 'unauthorised', code })
}
