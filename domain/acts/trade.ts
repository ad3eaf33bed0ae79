import type { AuditDraft } from '../audit/audit-entry.ts'
import type { Cases } from '../cases/case.ts'
import type { Lane } from '../customers/lane.ts'
import type { Counted } from '../lanes/brake-desk.ts'
import type { Later, Order } from '../outbox/outbox-entry.ts'
import type { Commit, Save } from '../ports/desk-store.ts'
import type { OperatorLane, OperatorSubscription } from '../ports/operator-lane.ts'
import type { SubscriptionId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import type { Wanted } from './aim.ts'
import type { ActProgress, ActResult, SubscriptionAct } from './subscription-act.ts'

/** The operator behind a lane; null where none is configured. */
export type LaneOf = (lane: Lane) => OperatorLane | null

export type ActingKind = 'suspension' | 'resumption' | 'ending'
export type Acting<K extends ActingKind> = Extract<Cases[K], { status: 'approved' }>

/** A customer's subscriptions, as the operator showed them just now. */
export type Seen = readonly OperatorSubscription[]

/** What carrying out means for one kind of case; everything else is the same for both. */
export interface Trade<K extends ActingKind> {
  readonly kind: K
  readonly wanted: Wanted
  /** Whether people may do it in the operator's portal where the desk cannot. */
  readonly byHand: boolean
  laneOf(value: Acting<K>): Lane
  /** What the daily limit counts as the case's first call leaves; null: it counts nothing. */
  counted(value: Acting<K>): Counted | null
  /** When the case was approved: patience with a silent operator counts from here. */
  since(value: Acting<K>): Instant
  /** Looked at again before each call: a result here ends the act instead (paid in between, held again). */
  stillWanted(value: Acting<K>, act: SubscriptionAct): Promise<ActResult | null>
  /** The case with one act moved on; it ends with its last act. */
  move(value: Acting<K>, subscription: SubscriptionId, moved: ActProgress, now: Instant): Cases[K]
  /** What is kept of a customer's subscriptions before the first call leaves; left out where nothing is. */
  before?(value: Acting<K>, act: SubscriptionAct, seen: Seen, now: Instant): Promise<readonly Save[]>
  /** What else is saved, and promised, with an act's end; `seen` once it was confirmed, where somebody could look. */
  also(
    value: Acting<K>,
    act: SubscriptionAct,
    result: ActResult,
    seen?: Seen | null,
  ): Promise<
    Pick<Commit, 'save' | 'remove'> & { readonly orders?: readonly Order[]; readonly later?: readonly Later[] }
  >
  /** What follows once the case is this. */
  after(next: Cases[K], now: Instant): Promise<{ readonly orders: readonly Order[] } & Pick<Commit, 'remove'>>
  audit(next: Cases[K], act: SubscriptionAct, result: ActResult, now: Instant): AuditDraft
}

/** The case, where it is one that is being carried out. */
export function asActing<K extends ActingKind>(value: Cases[K]): Acting<K> | null {
  return value.status === 'approved' ? (value as Acting<K>) : null
}
