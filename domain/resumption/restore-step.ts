import type { Trouble } from '../acts/subscription-act.ts'
import type { OperatorSubscription, Renewal } from '../ports/operator-lane.ts'
import { compared, type Snapshot } from '../snapshots/snapshot.ts'
import type { LeftWhy, RestorePoint, Restoring, RestoreWhat } from './restoring.ts'

/** What is to be done next for a subscription that is being put back, by what was just seen. */
export type RestoreStep =
  | { readonly kind: 'reactivate' }
  | { readonly kind: 'set-renewal'; readonly renewal: Renewal }
  /** A call was accepted and does not show yet, or the operator is at work on it. */
  | { readonly kind: 'wait' }
  | { readonly kind: 'end'; readonly points: readonly RestorePoint[]; readonly keepSnapshot: boolean }

/** Decides by the look alone, so that the same step after a crash does nothing twice. */
export function restoreStep(
  restoring: Restoring,
  {
    snapshot,
    now,
    held,
    endsAtTerm,
  }: {
    readonly snapshot: Snapshot | null
    readonly now: OperatorSubscription
    /** Whether a hold of ours keeps it out of service. */
    readonly held: boolean
    /** Whether two people decided since that it ends at its term. */
    readonly endsAtTerm: boolean
  },
): RestoreStep {
  if (!snapshot) return end([left('everything', 'unknown')])
  if (now.status !== 'active') return withoutService(restoring, snapshot, now, held)
  const { autoRenew, scheduledChange, quantity, term } = compared(snapshot, now)
  const wanted = !endsAtTerm && [autoRenew, scheduledChange].includes('put-back')
  if (wanted && restoring.accepted.includes('renewal')) return { kind: 'wait' }
  if (wanted) {
    const renewal: Renewal = {
      autoRenew: autoRenew === 'put-back' || now.autoRenew === true,
      scheduledChange: scheduledChange === 'put-back' ? snapshot.before.scheduledChange : now.scheduledChange,
    }
    return { kind: 'set-renewal', renewal }
  }
  const { before, after } = snapshot
  const returned = restoring.accepted.includes('renewal')
  const renewalBack = before.autoRenew === true && (after ? after.autoRenew !== true : returned)
  const changeBack = before.scheduledChange !== null && (after ? after.scheduledChange === null : returned)
  return end([
    ...(restoring.base === null ? [] : [back('service')]),
    ...(autoRenew === 'as-before' && renewalBack ? [back('auto-renew')] : []),
    ...(scheduledChange === 'as-before' && changeBack ? [back('scheduled-change')] : []),
    ...(autoRenew === 'put-back' ? [left('auto-renew', 'ending')] : []),
    ...(autoRenew === 'changed' ? [left('auto-renew', 'changed')] : []),
    ...(scheduledChange === 'put-back' ? [left('scheduled-change', 'ending')] : []),
    ...(scheduledChange === 'changed' ? [left('scheduled-change', 'changed')] : []),
    ...(quantity === 'changed' ? [left('quantity', 'changed')] : []),
    ...(term === 'changed' ? [left('term', 'changed')] : []),
  ])
}

/** What is told where the operator refused, or did not show in time, what was asked of it. */
export function notPutBack(
  restoring: Restoring,
  snapshot: Snapshot | null,
  now: OperatorSubscription | null,
  why: Extract<LeftWhy, 'refused' | 'unconfirmed'>,
  trouble: Trouble | null,
): readonly RestorePoint[] {
  if (!snapshot) return [left('everything', 'unknown')]
  if (!now) return [left('everything', why, trouble)]
  if (now.status !== 'active') return [left('service', why, trouble)]
  const { autoRenew, scheduledChange } = compared(snapshot, now)
  const pairs = [
    ['auto-renew', autoRenew],
    ['scheduled-change', scheduledChange],
  ] as const
  return [
    ...(restoring.base === null ? [] : [back('service')]),
    ...pairs.flatMap(([what, standing]) =>
      standing === 'as-before' ? [] : [standing === 'put-back' ? left(what, why, trouble) : left(what, standing)],
    ),
  ]
}

function withoutService(
  { base, accepted }: Restoring,
  { after }: Snapshot,
  { status }: OperatorSubscription,
  held: boolean,
): RestoreStep {
  if (status === 'pending' || status === 'unknown') return { kind: 'wait' }
  if (base === null) return { ...end([left('everything', 'suspended')]), keepSnapshot: true }
  if (status !== 'suspended') return end([left('service', 'gone')])
  if (held) return { ...end([left('service', 'held')]), keepSnapshot: true }
  if (after?.status === 'active') return end([left('service', 'changed')])
  return accepted.includes('service') ? { kind: 'wait' } : { kind: 'reactivate' }
}

function end(points: readonly RestorePoint[]): Extract<RestoreStep, { kind: 'end' }> {
  return { kind: 'end', points, keepSnapshot: false }
}

function back(what: RestoreWhat): RestorePoint {
  return { what, state: 'back' }
}

function left(what: RestoreWhat, why: LeftWhy, trouble: Trouble | null = null): RestorePoint {
  return { what, state: 'left', why, trouble, done: null }
}
