import type { CaseId, CustomerId, StaffId } from '../shared/ids.ts'
import type { Money } from '../shared/money.ts'
import type { Day, Instant } from '../shared/time.ts'
import type { Verb } from '../staff/powers.ts'
import type { Approval, IdentityOnCard } from '../suspension/suspension-request.ts'
import type { OrderHold } from './credit-line.ts'
import type { Exposure } from './exposure.ts'

/** What is asked for: a limit, or that new orders be taken again. */
export type WantedChange =
  | {
      readonly kind: 'limit'
      /** Zero: no credit at all. */
      readonly limit: Money
      /** The one that stood when it was asked; null where none did. */
      readonly before: Money | null
      readonly reviewOn: Day
    }
  /** These holds and no others: one that joins meanwhile stays. */
  | { readonly kind: 'release'; readonly holds: readonly OrderHold[] }

interface Asked {
  readonly id: CaseId
  readonly customer: CustomerId
  readonly identity: IdentityOnCard
  readonly change: WantedChange
  readonly because: string
  /** What was at stake when it was asked; null where nobody could reckon it. */
  readonly exposure: Exposure | null
  readonly askedBy: StaffId
  readonly askedAt: Instant
  readonly expiresAt: Instant
}

export type PendingCredit = Asked & { readonly status: 'pending' }
/** It counts from then on: nothing is done outside. */
export type ApprovedCredit = Asked & {
  readonly status: 'approved'
  readonly approval: Approval
  readonly endedAt: Instant
}
export type RejectedCredit = Asked & {
  readonly status: 'rejected'
  readonly rejectedBy: StaffId
  readonly rejection: string
  readonly endedAt: Instant
}
export type WithdrawnCredit = Asked & { readonly status: 'withdrawn'; readonly endedAt: Instant }
export type ExpiredCredit = Asked & { readonly status: 'expired'; readonly endedAt: Instant }

/** One person asks that a customer's credit be changed; another says yes or no. */
export type CreditChange = PendingCredit | ApprovedCredit | RejectedCredit | WithdrawnCredit | ExpiredCredit

/** Who asks for such a change and who decides: what a verdict placed is lifted by people of the fraud role. */
export function creditPower(change: WantedChange): Extract<Verb, `${string} credit` | `${string} orders${string}`> {
  if (change.kind === 'limit') return 'set credit'
  return change.holds.some(({ alert }) => alert !== null) ? 'release orders after fraud' : 'release orders'
}
