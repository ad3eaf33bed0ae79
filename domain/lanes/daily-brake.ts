import type { Lane } from '../customers/lane.ts'
import { approvalHolds } from '../outbox/retry-delay.ts'
import type { CaseId, StaffId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { later, type Day, type Instant } from '../shared/time.ts'
import { mayApprove } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import type { Approval } from '../suspension/suspension-request.ts'

/** Which requests for non-payment were begun in a lane on a day, each counted once. Id: `lane/day`. */
export interface LaneDay {
  readonly lane: Lane
  readonly day: Day
  readonly begun: readonly CaseId[]
  /** The case that asks about the rest of the day. */
  readonly brake: CaseId | null
}

/** A request that waits because the day's limit was reached. */
export interface HaltedRequest {
  readonly case: CaseId
  readonly name: string
  readonly askedBy: StaffId
  /** Who else had a part in what was asked, such as by choosing anew; left out where nobody had. */
  readonly contributors?: readonly StaffId[]
}

interface Braked {
  readonly id: CaseId
  readonly lane: Lane
  readonly day: Day
  readonly limit: number
  readonly openedAt: Instant
  readonly expiresAt: Instant
  /** What the decision is about; a request that is halted later asks anew, on the same card. */
  readonly waiting: readonly HaltedRequest[]
  readonly approvals: readonly Approval[]
  /** What two approvers let go on, on this day's card. */
  readonly letGo: readonly CaseId[]
}

/** More suspensions for non-payment than the policy allows for a lane and day: the rest waits for two approvers. */
export type DailyBrake = Braked &
  (
    | { readonly status: 'pending' }
    | { readonly status: 'released'; readonly endedAt: Instant }
    | { readonly status: 'called-off'; readonly calledOffBy: StaffId; readonly endedAt: Instant }
    | { readonly status: 'expired'; readonly endedAt: Instant }
  )

export type BrakeRefusal =
  | { readonly code: 'already-decided'; readonly brake: DailyBrake }
  | { readonly code: 'not-an-approver' }
  | { readonly code: 'expired' }
  | { readonly code: 'own-request' }
  | { readonly code: 'approved-before' }

/** How many different people must let the rest go on. */
export const brakeApprovals = 2

/** The day's first halted request. */
export function engageBrake(
  facts: Pick<DailyBrake, 'id' | 'lane' | 'day' | 'limit'> & { readonly halted: HaltedRequest; readonly now: Instant },
): DailyBrake {
  const { id, lane, day, limit, halted, now } = facts
  return { id, lane, day, limit, ...asking([halted], now), letGo: [], openedAt: now, status: 'pending' }
}

/** One more is halted: whoever said yes before saw a shorter list, and what was decided before stays decided. */
export function haltAlso(brake: DailyBrake, halted: HaltedRequest, now: Instant): DailyBrake {
  const { id, lane, day, limit, openedAt, letGo } = brake
  const waiting = brake.status === 'pending' ? [...brake.waiting, halted] : [halted]
  return { id, lane, day, limit, openedAt, letGo, ...asking(waiting, now), status: 'pending' }
}

/** One approver's yes; the second lets the rest go. Nobody lets go on what they had a part in asking for. */
export function letMoreGo(
  brake: DailyBrake,
  { by, now }: { readonly by: Staff; readonly now: Instant },
): Outcome<DailyBrake, BrakeRefusal> {
  if (brake.status !== 'pending') return refused({ code: 'already-decided', brake })
  if (now >= brake.expiresAt) return refused({ code: 'expired' })
  if (!mayApprove(by.roles, 'let more go')) return refused({ code: 'not-an-approver' })
  if (brake.waiting.some(({ askedBy, contributors = [] }) => [askedBy, ...contributors].includes(by.id)))
    return refused({ code: 'own-request' })
  if (brake.approvals.some((yes) => yes.by === by.id)) return refused({ code: 'approved-before' })
  const approvals = [...brake.approvals, { by: by.id, at: now }]
  if (approvals.length < brakeApprovals) return granted({ ...brake, approvals })
  const letGo = [...brake.letGo, ...brake.waiting.map((each) => each.case)]
  return granted({ ...brake, approvals, letGo, status: 'released', endedAt: now })
}

/** One approver is enough: nothing more happens today. */
export function callOffTheRest(
  brake: DailyBrake,
  { by, now }: { readonly by: Staff; readonly now: Instant },
): Outcome<DailyBrake, BrakeRefusal> {
  if (brake.status !== 'pending') return refused({ code: 'already-decided', brake })
  if (!mayApprove(by.roles, 'let more go')) return refused({ code: 'not-an-approver' })
  return granted({ ...brake, status: 'called-off', calledOffBy: by.id, endedAt: now })
}

export function expireBrake(brake: DailyBrake, now: Instant): DailyBrake | null {
  if (brake.status !== 'pending' || now < brake.expiresAt) return null
  return { ...brake, status: 'expired', endedAt: now }
}

/** What a brake says of one request it halted. */
export function fateOf(brake: DailyBrake, request: CaseId): 'waits' | 'goes-on' | 'ended' {
  if (brake.letGo.includes(request)) return 'goes-on'
  return brake.status === 'pending' && brake.waiting.some((each) => each.case === request) ? 'waits' : 'ended'
}

function asking(waiting: readonly HaltedRequest[], now: Instant) {
  return { waiting, approvals: [], expiresAt: later(now, approvalHolds) }
}
