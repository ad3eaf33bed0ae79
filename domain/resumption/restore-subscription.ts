import type { SubscriptionAct, Trouble } from '../acts/subscription-act.ts'
import { troubleOf } from '../acts/take-step.ts'
import type { LaneOf } from '../acts/trade.ts'
import type { DeciderParts } from '../cases/decide-case.ts'
import { heldKey } from '../holds/hold.ts'
import type { ActGate } from '../lanes/act-gate.ts'
import { LaneWaits } from '../lanes/lane-waits.ts'
import { order } from '../outbox/orders.ts'
import type { OutboxEntry, Tried } from '../outbox/outbox-entry.ts'
import { confirmDelay, laneLookMs, patience, retryDelay } from '../outbox/retry-delay.ts'
import { baseInactive } from '../ports/operator-codes.ts'
import { StaleWrite, type Commit, type Save } from '../ports/desk-store.ts'
import type { OperatorLane, OperatorSubscription } from '../ports/operator-lane.ts'
import type { CaseId, SubscriptionId } from '../shared/ids.ts'
import { OutsideFault } from '../shared/outside-fault.ts'
import { later, msOf, type Instant } from '../shared/time.ts'
import { untilFresh } from '../shared/versioned.ts'
import { isReturning, restorePlanner, type Returning } from './plan-restoring.ts'
import { notPutBack, restoreStep } from './restore-step.ts'
import { resumptionAudit } from './resumption-consequences.ts'
import { isToDo, type RestorePoint, type Restoring } from './restoring.ts'

/** How long what was accepted may stay unseen before people are asked to look. */
const confirmWithinMs = 24 * 3_600_000

const undone: readonly SubscriptionAct['result']['state'][] = ['failed', 'skipped']

interface At {
  readonly case: CaseId
  readonly subscription: SubscriptionId
}

/**
 * Puts back what a suspension took, one subscription at a time: looks, calls with an intent of its own, looks again. A
 * crash at any line leaves the promise standing, and the next run sees how far this one came.
 */
export function restorer(
  laneOf: LaneOf,
  parts: DeciderParts & { readonly gate: ActGate },
): (entry: OutboxEntry, at: At) => Promise<Tried> {
  const { store, now, newId, gate } = parts
  const plan = restorePlanner(parts)
  const keyOf = ({ lane, customer }: Returning, { subscription }: At) => heldKey(lane, customer, subscription)

  /** The resumption with what is being put back of one subscription; null once nothing is. */
  const find = async (at: At) => {
    const found = await store.get('resumption', at.case)
    if (!found || !isReturning(found.value)) return null
    const restoring = (found.value.restoring ?? []).find(({ subscription }) => subscription === at.subscription)
    return restoring && restoring.points === null ? { version: found.version, value: found.value, restoring } : null
  }

  /** How it comes along, with the turn given back: other cases may act in between. */
  const write = (
    at: At,
    moved: Partial<Restoring>,
    promises: Pick<Commit, 'settle' | 'postpone'>,
    { keepSnapshot, retold }: { readonly keepSnapshot: boolean; readonly retold: boolean },
  ) =>
    untilFresh(async () => {
      const found = await find(at)
      if (!found) return store.commit(promises)
      const { value, version, restoring } = found
      const moment = now()
      const next: Returning = {
        ...value,
        restoring: (value.restoring ?? []).map((one) => (one === restoring ? { ...one, ...moved } : one)),
      }
      const key = keyOf(value, at)
      const turn = await store.get('turn', key)
      const snapshot = await store.get('snapshot', key)
      const ended = moved.points != null
      const sameTrouble = !ended && moved.delay != null && moved.delay.kind === restoring.delay?.kind
      const forgets = ended && snapshot?.value.restoring === at.case
      await store.commit({
        ...promises,
        save: [
          { kind: 'resumption', id: at.case, value: next, basedOn: version },
          ...(turn?.value.case === at.case
            ? [{ kind: 'turn', id: key, value: { ...turn.value, case: null }, basedOn: turn.version } as const]
            : []),
          ...(forgets && keepSnapshot
            ? [
                {
                  kind: 'snapshot',
                  id: key,
                  value: withoutResumption(snapshot.value),
                  basedOn: snapshot.version,
                } as const,
              ]
            : []),
        ],
        remove: forgets && !keepSnapshot ? [{ kind: 'snapshot', id: key, basedOn: snapshot.version }] : [],
        audit: ended
          ? [
              {
                ...resumptionAudit(next, moment, 'desk', 'resumption.restored'),
                details: { subscription: at.subscription, intents: restoring.intents, points: moved.points },
              },
            ]
          : [],
        outbox: [
          ...(sameTrouble ? [] : [{ kind: 'update-cards', case: at.case } as const]),
          ...(retold && ended && (moved.points ?? []).some(isToDo)
            ? [{ kind: 'tell-staff', case: at.case, staff: value.askedBy } as const]
            : []),
        ].map((what) => order(newId, what, moment)),
      })
    })

  /** One step further; the points it ends with, or null while it must be looked at again. */
  const step = async (at: At, value: Returning, restoring: Restoring, lane: OperatorLane): Promise<Ended | null> => {
    const { customer } = value
    const key = keyOf(value, at)
    const turn = await store.get('turn', key)
    if (turn && turn.value.case !== null && turn.value.case !== at.case) throw otherCase(lane)
    const snapshot = (await store.get('snapshot', key))?.value ?? null
    if (!snapshot) return { points: notPutBack(restoring, null, null, 'refused', null), keepSnapshot: false }
    // Another suspension came between, and has kept what was not put back yet.
    if (snapshot.restoring !== at.case) return outAgain
    let accepted = restoring.accepted
    for (;;) {
      const seen: OperatorSubscription = await lane.subscription(customer, at.subscription)
      const held = ((await store.get('held', key))?.value.holds ?? []).length > 0
      const endsAtTerm = await isToEnd(value, at.subscription, snapshot.takenAt)
      const next = restoreStep({ ...restoring, accepted }, { snapshot, now: seen, held, endsAtTerm })
      if (next.kind === 'end') return next
      if (next.kind === 'wait') {
        if (accepted !== restoring.accepted) await remember(at, accepted)
        if (msOf(now()) - msOf(restoring.since) <= confirmWithinMs) return null
        return { points: notPutBack(restoring, snapshot, seen, 'unconfirmed', null), keepSnapshot: false }
      }
      const passed = await gate.begin(lane.lane, null)
      if (typeof passed === 'string')
        return { points: notPutBack(restoring, snapshot, seen, 'refused', null), keepSnapshot: false }
      if (turn?.value.case !== at.case && accepted === restoring.accepted)
        await take(at, value, turn?.version ?? null, lane, passed)
      try {
        if (next.kind === 'reactivate') await lane.reactivate(customer, at.subscription, restoring.intents.service)
        else await lane.setRenewal(customer, at.subscription, next.renewal, restoring.intents.renewal)
      } catch (fault) {
        if (!(fault instanceof OutsideFault) || fault.retryable || fault.facts.afterSilence) throw fault
        if (fault.facts.code === baseInactive) return outAgain
        return { points: notPutBack(restoring, snapshot, seen, 'refused', troubleOf(fault)), keepSnapshot: false }
      }
      accepted = [...accepted, next.kind === 'reactivate' ? 'service' : 'renewal']
    }
  }

  /** A suspension switches auto-renew off by itself: an ending approved since then found nothing left to do. */
  const isToEnd = async ({ customer }: Returning, subscription: SubscriptionId, since: Instant): Promise<boolean> =>
    (await store.list('ending', { customer })).some(
      ({ value }) =>
        value.way === 'at-term' &&
        (value.status === 'approved' || value.status === 'carried-out') &&
        (value.approvals.at(-1)?.at ?? value.askedAt) >= since &&
        value.acts.some((act) => act.subscription === subscription && !undone.includes(act.result.state)),
    )

  const remember = (at: At, accepted: Restoring['accepted']) =>
    untilFresh(async () => {
      const found = await find(at)
      if (!found) return
      const { value, version, restoring } = found
      const all = (value.restoring ?? []).map((one) => (one === restoring ? { ...one, accepted } : one))
      await store.commit({
        save: [{ kind: 'resumption', id: at.case, value: { ...value, restoring: all }, basedOn: version }],
      })
    })

  /** Nobody else acts on it until the call is answered: a change sends the whole subscription, its status too. */
  const take = async (
    at: At,
    value: Returning,
    basedOn: number | null,
    lane: OperatorLane,
    { unchanged = [] }: Pick<Commit, 'unchanged'>,
  ): Promise<void> => {
    const save: Save = {
      kind: 'turn',
      id: keyOf(value, at),
      value: { customer: value.customer, case: at.case },
      basedOn,
    }
    try {
      await store.commit({ save: [save], unchanged })
    } catch (fault) {
      // Somebody acted since the look: what was seen may be so no longer.
      throw fault instanceof StaleWrite ? otherCase(lane) : fault
    }
  }

  return async (entry, at) => {
    const retold = entry.attempts > 0
    const again = (ms: number): OutboxEntry => ({
      ...entry,
      attempts: entry.attempts + 1,
      dueAt: later(now(), ms),
    })
    try {
      await plan(at)
      const found = await find(at)
      if (!found) {
        await store.commit({ settle: [entry.id] })
        return 'kept'
      }
      const { value, restoring } = found
      const lane = laneOf(value.lane)
      try {
        if (!lane) throw noLane(value)
        const ended = await step(at, value, restoring, lane)
        if (ended) {
          await write(at, { points: ended.points, delay: null }, { settle: [entry.id] }, { ...ended, retold })
          return 'kept'
        }
        await write(
          at,
          { delay: null },
          { postpone: [again(confirmDelay(entry.attempts))] },
          { keepSnapshot: true, retold },
        )
        return 'postponed'
      } catch (fault) {
        if (fault instanceof LaneWaits) {
          const next = { ...entry, dueAt: later(now(), laneLookMs) }
          await write(at, { delay: fault.trouble }, { postpone: [next] }, { keepSnapshot: true, retold })
          return 'postponed'
        }
        if (!(fault instanceof OutsideFault)) throw fault
        const trouble = troubleOf(fault)
        const over = !lane || !fault.retryable || msOf(now()) - msOf(restoring.since) > patience(fault)
        if (over && !fault.facts.afterSilence) {
          const points = [givenUp(trouble)]
          await write(at, { points, delay: null }, { settle: [entry.id] }, { keepSnapshot: false, retold })
          return 'kept'
        }
        const next = again(retryDelay(fault, entry.attempts))
        await write(at, { delay: trouble }, { postpone: [next] }, { keepSnapshot: true, retold })
        return fault
      }
    } catch (fault) {
      // Another process kept the promise first: nothing is left to do.
      if (!(fault instanceof StaleWrite && fault.kind === 'outbox')) throw fault
      return 'kept'
    }
  }
}

interface Ended {
  readonly points: readonly RestorePoint[]
  readonly keepSnapshot: boolean
}

const outAgain: Ended = {
  points: [{ what: 'everything', state: 'left', why: 'suspended', trouble: null, done: null }],
  keepSnapshot: true,
}

function givenUp(trouble: Trouble): RestorePoint {
  return { what: 'everything', state: 'left', why: 'refused', trouble, done: null }
}

function withoutResumption<Value extends { readonly restoring?: CaseId }>({ restoring, ...rest }: Value) {
  return rest
}

function otherCase({ lane }: OperatorLane): OutsideFault {
  return new OutsideFault({ service: `partner-center:${lane}`, kind: 'busy', code: 'other-case', retryAfterMs: 2_000 })
}

function noLane({ lane }: Returning): OutsideFault {
  return new OutsideFault({ service: `partner-center:${lane}`, kind: 'unauthorised', code: 'lane-not-configured' })
}
