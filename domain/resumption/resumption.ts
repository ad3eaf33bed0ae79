import type { Lane } from '../customers/lane.ts'
import type { HoldReason } from '../holds/hold.ts'
import type { CaseId, CustomerId, StaffId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import type { Approval, IdentityOnCard, SubscriptionAct } from '../suspension/suspension-request.ts'

interface Asked {
  readonly id: CaseId
  readonly customer: CustomerId
  readonly lane: Lane
  readonly identity: IdentityOnCard
  /** Which holds are lifted; other holds on the same subscriptions stay. */
  readonly reason: HoldReason
  readonly subscriptions: readonly { readonly id: string; readonly name: string }[]
  readonly because: string
  readonly askedBy: StaffId
  readonly askedAt: Instant
  readonly approvals: readonly Approval[]
}

/** Lifting holds of one reason, and bringing service back where none is left. */
export type Resumption =
  /** Lifting fraud or misuse waits for a second person. */
  | (Asked & { readonly status: 'pending'; readonly expiresAt: Instant })
  | (Asked & { readonly status: 'approved'; readonly acts: readonly SubscriptionAct[] })
  | (Asked & { readonly status: 'carried-out'; readonly acts: readonly SubscriptionAct[]; readonly endedAt: Instant })
  | (Asked & {
      readonly status: 'rejected'
      readonly rejectedBy: StaffId
      readonly endedAt: Instant
      readonly because: string
    })
  | (Asked & { readonly status: 'expired'; readonly endedAt: Instant })
