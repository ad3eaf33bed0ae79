import type { MatchedCustomer } from '../customers/customer.ts'
import { capabilities, type Lane } from '../customers/lane.ts'
import type { SpendingBudget } from '../ports/spending.ts'
import type { CaseId } from '../shared/ids.ts'
import type { Currency, Money } from '../shared/money.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import type { Instant } from '../shared/time.ts'
import { endOfNextWorkingDay, type WorkingCalendar } from '../shared/working-days.ts'
import { mayApprove, mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import { identityOnCard } from '../suspension/shown-on-card.ts'
import {
  isOver,
  type ApprovedBudget,
  type BudgetAct,
  type BudgetChange,
  type CarriedOutBudget,
  type ExpiredBudget,
  type PendingBudget,
  type RejectedBudget,
  type WithdrawnBudget,
} from './budget.ts'

/** Why nobody is asked. */
export type BudgetAskRefusal =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'no-azure'; readonly lane: Lane }
  | { readonly code: 'not-above-nothing' }
  /** The operator keeps this customer's Azure in another currency. */
  | { readonly code: 'other-currency'; readonly currency: Currency }
  | { readonly code: 'as-it-is' }

/** The currency the operator uses for the customer's Azure; null where it shows no amount yet. */
export function currencyOf(budget: SpendingBudget | null): Currency | null {
  return budget?.used?.currency ?? budget?.amount?.currency ?? null
}

/** The first person's half; `budget` was read from the operator just now, null where it says nothing. */
export function askBudget(
  amount: Money,
  facts: {
    readonly id: CaseId
    readonly by: Staff
    readonly customer: MatchedCustomer
    readonly budget: SpendingBudget | null
    readonly calendar: WorkingCalendar
    readonly now: Instant
  },
): Outcome<PendingBudget, BudgetAskRefusal> {
  const { id, by, customer, budget, calendar, now } = facts
  if (!mayAsk(by.roles, 'set budget')) return refused({ code: 'not-allowed' })
  if (capabilities[customer.lane].azurePlans !== 'yes') return refused({ code: 'no-azure', lane: customer.lane })
  if (amount.minor <= 0) return refused({ code: 'not-above-nothing' })
  const currency = currencyOf(budget)
  if (currency !== null && currency !== amount.currency) return refused({ code: 'other-currency', currency })
  if (budget?.amount?.minor === amount.minor) return refused({ code: 'as-it-is' })
  return granted({
    status: 'pending',
    id,
    customer: customer.id,
    identity: identityOnCard(customer),
    amount,
    before: budget?.amount ?? null,
    used: budget?.used ?? null,
    askedBy: by.id,
    askedAt: now,
    expiresAt: endOfNextWorkingDay(now, calendar),
    approvals: [],
  })
}

export type BudgetRefusal =
  | { readonly code: 'already-decided'; readonly budget: BudgetChange }
  | { readonly code: 'not-an-approver' }
  | { readonly code: 'own-request' }
  | { readonly code: 'expired' }
  | { readonly code: 'words-needed' }
  | { readonly code: 'not-yours' }

/** A second person's yes; `intent` is a fresh GUID. */
export function approveBudget(
  budget: BudgetChange,
  { by, intent, now }: { readonly by: Staff; readonly intent: string; readonly now: Instant },
): Outcome<ApprovedBudget, BudgetRefusal> {
  if (budget.status !== 'pending') return refused({ code: 'already-decided', budget })
  if (now >= budget.expiresAt) return refused({ code: 'expired' })
  if (budget.askedBy === by.id) return refused({ code: 'own-request' })
  if (!mayApprove(by.roles, 'set budget')) return refused({ code: 'not-an-approver' })
  const act: BudgetAct = { intent, result: { state: 'waiting' }, delay: null }
  return granted({ ...budget, status: 'approved', approvals: [{ by: by.id, at: now }], act })
}

/** An approved one as the operator shows it now (null: not at all): nothing is to be done where that is what was asked for. */
export function asItStands(
  budget: ApprovedBudget,
  seen: SpendingBudget | null,
  now: Instant,
): ApprovedBudget | CarriedOutBudget {
  if (seen === null) return budget
  const fresh = { ...budget, before: seen.amount }
  const { amount, act } = budget
  const isSo = seen.amount?.minor === amount.minor && seen.amount.currency === amount.currency
  return isSo ? moveBudget(fresh, { ...act, result: { state: 'already', at: now } }, now) : fresh
}

/** A no, with words. */
export function rejectBudget(
  budget: BudgetChange,
  { by, because, now }: { readonly by: Staff; readonly because: string; readonly now: Instant },
): Outcome<RejectedBudget, BudgetRefusal> {
  if (budget.status !== 'pending') return refused({ code: 'already-decided', budget })
  if (!mayApprove(by.roles, 'set budget')) return refused({ code: 'not-an-approver' })
  const rejection = because.trim()
  if (rejection === '') return refused({ code: 'words-needed' })
  return granted({ ...budget, status: 'rejected', rejectedBy: by.id, endedAt: now, rejection })
}

/** The asker's own no. */
export function withdrawBudget(
  budget: BudgetChange,
  { by, now }: { readonly by: Staff; readonly now: Instant },
): Outcome<WithdrawnBudget, BudgetRefusal> {
  if (budget.status !== 'pending') return refused({ code: 'already-decided', budget })
  if (budget.askedBy !== by.id) return refused({ code: 'not-yours' })
  return granted({ ...budget, status: 'withdrawn', endedAt: now })
}

/** Nobody decided in time; null where there is nothing to expire. */
export function expireBudget(budget: BudgetChange, now: Instant): ExpiredBudget | null {
  if (budget.status !== 'pending' || now < budget.expiresAt) return null
  return { ...budget, status: 'expired', endedAt: now }
}

/** With its act moved on; over with it. */
export function moveBudget(budget: ApprovedBudget, act: BudgetAct, now: Instant): ApprovedBudget | CarriedOutBudget {
  return isOver(act) ? { ...budget, act, status: 'carried-out', endedAt: now } : { ...budget, act }
}
