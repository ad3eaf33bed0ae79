import type { ActResult, Trouble } from '../acts/subscription-act.ts'
import type { CaseId, CustomerId, StaffId } from '../shared/ids.ts'
import type { Money } from '../shared/money.ts'
import type { Instant } from '../shared/time.ts'
import type { Approval, IdentityOnCard } from '../suspension/suspension-request.ts'

/** The one call at the operator, and how far it has come. */
export interface BudgetAct {
  /** The request id of every retry. */
  readonly intent: string
  readonly result: ActResult
  /** What keeps it from going on; null while all is well. */
  readonly delay: { readonly trouble: Trouble; readonly since: Instant } | null
}

interface Asked {
  readonly id: CaseId
  readonly customer: CustomerId
  readonly identity: IdentityOnCard
  /** Per calendar month; the operator warns by it and stops nothing (facts/partner-center 9.5). */
  readonly amount: Money
  /** What stood at the operator when it was asked; null where none was set. */
  readonly before: Money | null
  /** Used that month so far; null where the operator does not say. */
  readonly used: Money | null
  readonly askedBy: StaffId
  readonly askedAt: Instant
  readonly expiresAt: Instant
  readonly approvals: readonly Approval[]
}

export type PendingBudget = Asked & { readonly status: 'pending' }
export type ApprovedBudget = Asked & { readonly status: 'approved'; readonly act: BudgetAct }
export type CarriedOutBudget = Asked & {
  readonly status: 'carried-out'
  readonly act: BudgetAct
  readonly endedAt: Instant
}
export type RejectedBudget = Asked & {
  readonly status: 'rejected'
  readonly rejectedBy: StaffId
  readonly endedAt: Instant
  readonly rejection: string
}
export type WithdrawnBudget = Asked & { readonly status: 'withdrawn'; readonly endedAt: Instant }
export type ExpiredBudget = Asked & { readonly status: 'expired'; readonly endedAt: Instant }

/** One person asks that a customer's monthly Azure budget be set at the operator; another says yes or no. */
export type BudgetChange =
  PendingBudget | ApprovedBudget | CarriedOutBudget | RejectedBudget | WithdrawnBudget | ExpiredBudget

/** Whether nothing more will happen for it. */
export function isOver({ result }: BudgetAct): boolean {
  return result.state !== 'waiting' && result.state !== 'sent' && result.state !== 'accepted'
}
