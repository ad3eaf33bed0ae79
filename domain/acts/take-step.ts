import type { OperatorLane, OperatorSubscription } from '../ports/operator-lane.ts'
import { LaneWaits } from '../lanes/lane-waits.ts'
import type { CustomerId } from '../shared/ids.ts'
import { OutsideFault } from '../shared/outside-fault.ts'
import { msOf, type Clock, type Instant } from '../shared/time.ts'
import { asShown } from './as-shown.ts'
import { aims, type Wanted } from './aim.ts'
import type { ActResult, SubscriptionAct, Trouble } from './subscription-act.ts'

/** How long an accepted act may stay unseen before we say that it is not confirmed. */
const confirmWithinMs = 24 * 3_600_000
/** How long a call without an answer is looked for before we say that nothing was done. */
const unansweredMs = 3_600_000

/** What a step is taken with: the operator, the aim, and the questions asked on the way. */
interface Step {
  readonly lane: OperatorLane
  readonly customer: CustomerId
  readonly wanted: Wanted
  readonly now: Clock
  /** Before the first call: writes down that it is about to leave; a result ends the act instead of calling. */
  readonly begin: (seen: OperatorSubscription) => Promise<ActResult | null>
  /** Before the call is made again: a result ends the act instead. */
  readonly stillWanted: () => Promise<ActResult | null>
  /** The wait for another act of ours, where a refusal only means that; null where it stays a refusal. */
  readonly waitsFor?: (refusal: OutsideFault) => Promise<OutsideFault | null>
}

/**
 * Brings one act one step further at the operator: look, call if needed, look again. Safe to repeat after a crash at
 * any line: the call carries the act's own intent, and what was done already is seen before anything is called.
 * Throws {@link LaneWaits} where nothing may leave just now, and {@link OutsideFault} where the same step may be tried again later; faults that stay become the result, unless
 * a call has left of which nobody knows what became.
 */
export async function takeStep(act: SubscriptionAct, step: Step): Promise<ActResult> {
  const { lane, customer, now } = step
  const aim = aims[step.wanted]
  if (act.result.state === 'accepted') return readBack(act, act.result.at, step)
  let looking = true
  try {
    const seen = await asShown(lane, customer, act)
    looking = false
    const service = `partner-center:${lane.lane}`
    const unanswered = new OutsideFault({ service, kind: 'unreachable', code: 'unanswered' })
    if (aim.isReached(seen)) {
      return act.result.state === 'sent'
        ? { state: 'done', at: now(), confirmed: true }
        : { state: 'already', at: now() }
    }
    if (step.wanted === 'active' && termIsOver(seen, now())) return { state: 'failed', at: now(), trouble: termEnded }
    if (!aim.isWithinReach(seen)) {
      if (isOnItsWay(seen) && mayStillArrive(act, step)) throw unanswered
      return { state: 'failed', at: now(), trouble: notThere(seen) }
    }
    const ended = await (act.result.state === 'waiting' ? step.begin(seen) : step.stillWanted())
    if (ended && mayStillArrive(act, step)) throw unanswered
    if (ended) return ended
    await aim.call(lane, customer, act)
  } catch (fault) {
    if (!(fault instanceof OutsideFault) || fault.retryable) throw fault
    const waits = looking ? null : await step.waitsFor?.(fault)
    if (waits) throw waits
    // A no to us is none to the act, which people can do by hand; and a no to calling again says little of the first.
    const openYet = act.result.state === 'sent' || fault.facts.kind === 'unauthorised'
    if (looking ? openYet : mayStillArrive(act, step) || fault.facts.afterSilence) throw fault
    return { state: 'failed', at: now(), trouble: troubleOf(fault) }
  }
  return readBack(act, now(), step)
}

/** A call that left and was not answered may be carried out later, although it is no longer wanted. */
function mayStillArrive({ result }: SubscriptionAct, { now }: Step): boolean {
  return result.state === 'sent' && msOf(now()) - msOf(result.at) <= unansweredMs
}

/** The call was answered; from here on a failing read may delay the confirmation but never undo or repeat the call. */
async function readBack(act: SubscriptionAct, since: Instant, step: Step): Promise<ActResult> {
  const { lane, customer, wanted, now } = step
  try {
    const seen = await asShown(lane, customer, act)
    if (aims[wanted].isReached(seen)) return { state: 'done', at: now(), confirmed: true }
  } catch (fault) {
    if (!(fault instanceof OutsideFault || fault instanceof LaneWaits)) throw fault
  }
  if (msOf(now()) - msOf(since) > confirmWithinMs) return { state: 'done', at: now(), confirmed: false }
  return { state: 'accepted', at: since }
}

/** A fault as it is kept with an act and shown to staff. */
export function troubleOf({ facts }: OutsideFault): Trouble {
  return {
    kind: facts.kind,
    code: facts.code ?? null,
    description: facts.description ?? null,
    correlationId: facts.correlationId ?? null,
    ...(facts.waitUntil !== undefined && { until: facts.waitUntil }),
  }
}

/** Seen on the way from one state to the other, or in one this desk does not know. */
function isOnItsWay({ status }: OperatorSubscription): boolean {
  return status === 'pending' || status === 'unknown'
}

/** New commerce cannot come back after its term, whatever it is called then (facts/partner-center 6.4). */
function termIsOver({ model, status, commitmentEnd }: OperatorSubscription, now: Instant): boolean {
  return model === 'new-commerce' && status !== 'pending' && commitmentEnd !== null && commitmentEnd <= now
}

const termEnded: Trouble = { kind: 'refused', code: 'term-ended', description: null, correlationId: null }

function notThere({ status }: OperatorSubscription): Trouble {
  return { kind: 'refused', code: `status-${status}`, description: null, correlationId: null }
}
