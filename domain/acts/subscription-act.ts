import type { StaffId, SubscriptionId } from '../shared/ids.ts'
import type { FaultKind } from '../shared/outside-fault.ts'
import type { Instant } from '../shared/time.ts'

/** Why an act was left out. */
export type SkipReason =
  | 'paid'
  | 'no-longer-due'
  | 'ledger-too-old'
  | 'customer-rematched'
  | 'too-late'
  | 'called-off'
  | 'other-holds'
  | 'held-again'
  | 'window-over'
  /** The lane only watches: nothing is sent. */
  | 'watch-only'
  /** Halted by the daily limit, and nobody let it go. */
  | 'over-limit'

/** What the outside said when it failed; shown to staff with what to do next. */
export interface Trouble {
  readonly kind: FaultKind
  readonly code: string | null
  readonly description: string | null
  /** Quote it in tickets. */
  readonly correlationId: string | null
  /** When the outside may be asked again, where it named a moment. */
  readonly until?: Instant
}

/** Trouble that usually passes: where it did not, nobody knows what became of a call that had left. */
export function isPassing({ kind }: Trouble): boolean {
  return kind === 'unreachable' || kind === 'throttled' || kind === 'busy'
}

/** Who did an act in the operator's portal, or could not, and when they said so. */
export interface ByHand {
  readonly by: StaffId
  readonly at: Instant
}

/** How far one act has come. */
export type ActResult =
  | { readonly state: 'waiting' }
  /** The call was begun; written before it leaves, so that after a crash nobody takes our own act for another's. */
  | { readonly state: 'sent'; readonly at: Instant }
  /** The operator accepted it; a read must still show it. */
  | { readonly state: 'accepted'; readonly at: Instant }
  /** Where somebody did it by hand, `at` is when they said so or, once it is confirmed, when it was seen. */
  | { readonly state: 'done'; readonly at: Instant; readonly confirmed: boolean; readonly byHand?: ByHand }
  /** It was in that state before we did anything. */
  | { readonly state: 'already'; readonly at: Instant }
  | { readonly state: 'failed'; readonly at: Instant; readonly trouble: Trouble; readonly byHand?: ByHand }
  | { readonly state: 'skipped'; readonly at: Instant; readonly why: SkipReason }

/** One outward act on one subscription. */
export interface SubscriptionAct {
  readonly subscription: SubscriptionId
  readonly name: string
  /** Set where it is a single Azure subscription: the Azure plan it is under. */
  readonly plan?: SubscriptionId
  /** The `MS-RequestId` of every retry of this intent. */
  readonly intent: string
  readonly result: ActResult
  /** What keeps an unsettled act from going on; it is tried again by itself. Null while all is well. */
  readonly delay: Delay | null
}

/** Why an act does not go on, and since when. */
interface Delay {
  readonly trouble: Trouble
  readonly since: Instant
  /** Since when people are asked to do it by hand; left out while the desk can be waited for. */
  readonly byHandSince?: Instant
}

/** What changes as an act comes along; what is left out stays, but for a delay, which is over with every step. */
export type ActProgress = Partial<Pick<SubscriptionAct, 'result' | 'delay'>>

/** An act nobody has begun; `intent` is a fresh GUID, `plan` that of a single Azure subscription. */
export function newAct(
  subscription: SubscriptionId,
  name: string,
  intent: string,
  plan?: SubscriptionId,
): SubscriptionAct {
  const act = { subscription, name, intent, result: { state: 'waiting' }, delay: null } as const
  return plan === undefined ? act : { ...act, plan }
}

/** Whether nothing more will happen for an act. */
export function isSettled({ result }: SubscriptionAct): boolean {
  return result.state !== 'waiting' && result.state !== 'sent' && result.state !== 'accepted'
}

/** Whether the subscription was seen as it was wanted, by this act or before it. */
export function isConfirmed({ result }: SubscriptionAct): boolean {
  return result.state === 'already' || (result.state === 'done' && result.confirmed)
}

/** Whether the operator may have been asked already. */
export function isBegun({ result }: SubscriptionAct): boolean {
  return result.state !== 'waiting'
}

/** The acts with one of them moved on. A settled act keeps its result: nothing happens twice. */
export function withAct(
  acts: readonly SubscriptionAct[],
  subscription: SubscriptionId,
  moved: ActProgress,
): readonly SubscriptionAct[] {
  return acts.map((act) =>
    act.subscription === subscription && !isSettled(act) ? { ...act, delay: null, ...moved } : act,
  )
}
