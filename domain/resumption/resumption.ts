import { newAct, type SubscriptionAct } from '../acts/subscription-act.ts'
import type { Lane } from '../customers/lane.ts'
import type { HeldSubscription, HeldUntil, HoldReason } from '../holds/hold.ts'
import type { CaseId, CustomerId, StaffId, SubscriptionId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import { powers, type Power } from '../staff/powers.ts'
import type { Approval, IdentityOnCard, VoidReason } from '../suspension/suspension-request.ts'
import type { Restoring } from './restoring.ts'

interface Asked {
  readonly id: CaseId
  readonly customer: CustomerId
  readonly lane: Lane
  readonly identity: IdentityOnCard
  /** Which holds are lifted; other holds on the same subscriptions stay. */
  readonly reason: HoldReason
  /** Why, in the asker's words; an operator's hold is lifted for a reason that stays on record. */
  readonly note?: string
  readonly subscriptions: readonly { readonly id: SubscriptionId; readonly name: string }[]
  /** All that held them when it was asked, or approved; left out by an older desk. */
  readonly held?: readonly HeldUntil[]
  readonly askedBy: StaffId
  readonly askedAt: Instant
  readonly expiresAt: Instant
  readonly approvals: readonly Approval[]
}

export type PendingResumption = Asked & { readonly status: 'pending' }
/** What is being put back; left out while nothing has come back, and by an older desk that put nothing back. */
interface PuttingBack {
  readonly restoring?: readonly Restoring[]
}
export type ApprovedResumption = Asked &
  PuttingBack & { readonly status: 'approved'; readonly acts: readonly SubscriptionAct[] }
export type CarriedOutResumption = Asked &
  PuttingBack & {
    readonly status: 'carried-out'
    readonly acts: readonly SubscriptionAct[]
    readonly endedAt: Instant
  }
export type RejectedResumption = Asked & {
  readonly status: 'rejected'
  readonly rejectedBy: StaffId
  readonly endedAt: Instant
  readonly because: string
}
export type ExpiredResumption = Asked & { readonly status: 'expired'; readonly endedAt: Instant }
export type VoidResumption = Asked & { readonly status: 'void'; readonly endedAt: Instant; readonly why: VoidReason }

/** Lifting holds of one reason, and bringing service back where none is left. */
export type Resumption =
  /** Lifting a suspicion, or an operator's hold, waits for a second person. */
  | PendingResumption
  | ApprovedResumption
  | CarriedOutResumption
  | RejectedResumption
  | ExpiredResumption
  | VoidResumption

/** Lifting for a payment, or at the customer's wish, is one press; a suspicion or an operator's hold takes two people. */
export function needsSecondPerson(reason: HoldReason): boolean {
  const power: Power = powers[`resume from ${reason}`]
  return power.approves !== undefined
}

/** One act for each subscription that no other hold keeps out of service. */
export function actsOf(
  reason: HoldReason,
  held: readonly HeldSubscription[],
  intents: readonly string[],
  at: Instant,
): readonly SubscriptionAct[] {
  return held.map(({ subscription, name, plan, holds }, index) => {
    const act = newAct(subscription, name, intents[index] ?? '', plan)
    const others = holds.some((hold) => hold.reason !== reason)
    return others ? { ...act, result: { state: 'skipped', at, why: 'other-holds' } } : act
  })
}
