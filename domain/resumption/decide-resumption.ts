import { isSettled, withAct, type ActProgress, type ActResult } from '../acts/subscription-act.ts'
import type { HeldSubscription, HeldUntil, HoldReason } from '../holds/hold.ts'
import type { CaseId, SubscriptionId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import type { Instant } from '../shared/time.ts'
import { mayApprove, mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import type { IdentityOnCard, SuspensionReason } from '../suspension/suspension-request.ts'
import { isToDo, type RestorePoint, type RestoreWhat } from './restoring.ts'
import {
  actsOf,
  needsSecondPerson,
  type ApprovedResumption,
  type CarriedOutResumption,
  type ExpiredResumption,
  type PendingResumption,
  type RejectedResumption,
  type Resumption,
} from './resumption.ts'

export type ResumeRefusal =
  | { readonly code: 'not-allowed'; readonly reason: HoldReason }
  | { readonly code: 'nothing-held'; readonly reason: HoldReason }
  /** An operator's hold stays until somebody says why it may go. */
  | { readonly code: 'words-needed' }
  | Unexplained

/** Something at the operator that nobody has explained yet keeps its holds: first somebody records why. */
interface Unexplained {
  readonly code: 'not-explained'
  readonly sighting: CaseId
}

export type ResumeDecisionRefusal =
  | { readonly code: 'already-decided'; readonly resumption: Resumption }
  | { readonly code: 'own-request' }
  | { readonly code: 'not-an-approver' }
  | { readonly code: 'expired' }
  | { readonly code: 'words-needed' }
  | { readonly code: 'nothing-held'; readonly reason: HoldReason }
  | Unexplained

/** Asks for holds of one reason to be lifted; approved at once where no second person is needed. */
export function askResumption(
  reason: HoldReason,
  facts: {
    readonly id: CaseId
    readonly by: Staff
    readonly identity: IdentityOnCard
    /** Why, in the asker's words. */
    readonly note: string
    /** The customer's subscriptions with this hold. */
    readonly held: readonly HeldUntil[]
    /** The customer's sighting of which nobody has recorded whose doing it was. */
    readonly sighting: CaseId | null
    readonly intents: readonly string[]
    readonly now: Instant
    readonly expiresAt: Instant
  },
): Outcome<PendingResumption | ApprovedResumption | CarriedOutResumption, ResumeRefusal> {
  const { by, now } = facts
  // Holds of a lane the customer was in before are nothing this lane's operator can lift.
  const held = facts.held.filter(({ lane }) => lane === facts.identity.lane)
  if (!mayAsk(by.roles, `resume from ${reason}`)) return refused({ code: 'not-allowed', reason })
  const [first] = held
  if (!first) return refused({ code: 'nothing-held', reason })
  if (reason === 'operator' && facts.sighting !== null)
    return refused({ code: 'not-explained', sighting: facts.sighting })
  const note = facts.note.trim()
  if (reason === 'operator' && note === '') return refused({ code: 'words-needed' })
  const asked: PendingResumption = {
    status: 'pending',
    id: facts.id,
    customer: first.customer,
    lane: first.lane,
    identity: facts.identity,
    reason,
    ...(note === '' ? {} : { note }),
    subscriptions: held.map(({ subscription, name }) => ({ id: subscription, name })),
    held,
    askedBy: by.id,
    askedAt: now,
    expiresAt: facts.expiresAt,
    approvals: [],
  }
  return granted(needsSecondPerson(reason) ? asked : begin(asked, held, facts.intents, now))
}

/** Brings back what one person may: a suspension that had not had its second person's yes. */
export function resumeAtOnce(
  reason: SuspensionReason,
  facts: {
    readonly id: CaseId
    /** The desk itself, where nobody but the ledger asked. */
    readonly by: Pick<Staff, 'id'>
    readonly identity: IdentityOnCard
    /** What is out of service by that suspension, one subscription at least. */
    readonly held: readonly HeldUntil[]
    readonly intents: readonly string[]
    readonly now: Instant
  },
): ApprovedResumption | CarriedOutResumption {
  const { id, by, identity, held, intents, now } = facts
  const [first] = held
  if (!first) throw new Error('nothing is held that could come back')
  const { customer, lane } = first
  const asked = { id, customer, lane, identity, reason, askedBy: by.id, askedAt: now, expiresAt: now, approvals: [] }
  return begin({ ...asked, status: 'pending', subscriptions: [] }, held, intents, now)
}

export function approveResumption(
  resumption: Resumption,
  facts: {
    readonly by: Staff
    /** The subscriptions that still have this hold. */
    readonly held: readonly HeldUntil[]
    /** The customer's sighting of which nobody has recorded whose doing it was. */
    readonly sighting: CaseId | null
    readonly intents: readonly string[]
    readonly now: Instant
  },
): Outcome<ApprovedResumption | CarriedOutResumption, ResumeDecisionRefusal> {
  const { by, now } = facts
  if (resumption.status !== 'pending') return refused({ code: 'already-decided', resumption })
  if (now >= resumption.expiresAt) return refused({ code: 'expired' })
  if (resumption.askedBy === by.id) return refused({ code: 'own-request' })
  if (!mayApprove(by.roles, `resume from ${resumption.reason}`)) return refused({ code: 'not-an-approver' })
  if (resumption.reason === 'operator' && facts.sighting !== null)
    return refused({ code: 'not-explained', sighting: facts.sighting })
  const held = facts.held.filter((one) => isAskedFor(one, resumption))
  if (held.length === 0) return refused({ code: 'nothing-held', reason: resumption.reason })
  const approved = { ...resumption, approvals: [...resumption.approvals, { by: by.id, at: now }] }
  return granted(begin(approved, held, facts.intents, now))
}

export function rejectResumption(
  resumption: Resumption,
  facts: { readonly by: Staff; readonly because: string; readonly now: Instant },
): Outcome<RejectedResumption, ResumeDecisionRefusal> {
  const { by, because, now } = facts
  if (resumption.status !== 'pending') return refused({ code: 'already-decided', resumption })
  if (!mayApprove(by.roles, `resume from ${resumption.reason}`)) return refused({ code: 'not-an-approver' })
  if (because.trim() === '') return refused({ code: 'words-needed' })
  return granted({ ...resumption, status: 'rejected', rejectedBy: by.id, endedAt: now, because })
}

export function expireResumption(resumption: Resumption, now: Instant): ExpiredResumption | null {
  if (resumption.status !== 'pending' || now < resumption.expiresAt) return null
  return { ...resumption, status: 'expired', endedAt: now }
}

/** Which of the things that could not be put back: `subscription/what`. */
export type ToDoId = string

export function toDoId(subscription: SubscriptionId, what: RestoreWhat): ToDoId {
  return `${subscription}/${what}`
}

export type TickRefusal = { readonly code: 'may-not-tick' } | { readonly code: 'nothing-to-tick' }

/** Somebody has seen to what the desk could not put back; each is ticked off once. */
export function tickOff(
  resumption: Resumption,
  { item, by, now }: { readonly item: ToDoId; readonly by: Staff; readonly now: Instant },
): Outcome<ApprovedResumption | CarriedOutResumption, TickRefusal> {
  if (!mayAsk(by.roles, 'see customer')) return refused({ code: 'may-not-tick' })
  if (resumption.status !== 'approved' && resumption.status !== 'carried-out')
    return refused({ code: 'nothing-to-tick' })
  let found = false
  const ticked = (subscription: SubscriptionId, point: RestorePoint): RestorePoint => {
    if (toDoId(subscription, point.what) !== item || point.state !== 'left' || !isToDo(point)) return point
    found = true
    return { ...point, done: { by: by.id, at: now } }
  }
  const restoring = (resumption.restoring ?? []).map((one) => ({
    ...one,
    points: one.points && one.points.map((point) => ticked(one.subscription, point)),
  }))
  return found ? granted({ ...resumption, restoring }) : refused({ code: 'nothing-to-tick' })
}

/** The resumption with one act moved on; it ends with its last act. */
export function moveResumption(
  resumption: ApprovedResumption,
  subscription: SubscriptionId,
  moved: ActProgress,
  now: Instant,
): ApprovedResumption | CarriedOutResumption {
  const next = { ...resumption, acts: withAct(resumption.acts, subscription, moved) }
  const back = moved.result !== undefined && cameBack(moved.result)
  return endIfSettled(back ? { ...next, restoring: resumption.restoring ?? [] } : next, now)
}

/** A hold placed after the question was asked did not stand on the card. */
function isAskedFor({ lane, subscription, holds }: HeldSubscription, asked: PendingResumption): boolean {
  return (
    lane === asked.lane &&
    asked.subscriptions.some(({ id }) => id === subscription) &&
    holds.some(({ reason, at }) => reason === asked.reason && at <= asked.askedAt)
  )
}

function begin(
  asked: PendingResumption,
  held: readonly HeldUntil[],
  intents: readonly string[],
  now: Instant,
): ApprovedResumption | CarriedOutResumption {
  const subscriptions = held.map(({ subscription, name }) => ({ id: subscription, name }))
  const acts = actsOf(asked.reason, held, intents, now)
  return endIfSettled({ ...asked, subscriptions, held, status: 'approved', acts }, now)
}

/** In service again, by us or by somebody before us: what the suspension took is to be put back. */
export function cameBack(result: ActResult): boolean {
  return result.state === 'already' || (result.state === 'done' && result.confirmed)
}

function endIfSettled(resumption: ApprovedResumption, now: Instant): ApprovedResumption | CarriedOutResumption {
  return resumption.acts.every(isSettled) ? { ...resumption, status: 'carried-out', endedAt: now } : resumption
}
