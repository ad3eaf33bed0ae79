import type { Lane } from '../customers/lane.ts'
import type { CustomerId } from '../shared/ids.ts'
import type { Money } from '../shared/money.ts'
import type { Instant } from '../shared/time.ts'

/** A customer's Azure spending budget at the operator, and what is used of it. The operator's figures are estimates, about a day late. */
export interface SpendingBudget {
  /** Per calendar month; null where none is set. */
  readonly amount: Money | null
  /** Used so far this month; null where the operator does not say. */
  readonly used: Money | null
  /** Whole or part percent used; null where no budget is set or the operator does not say. */
  readonly percentUsed: number | null
}

/** What one Azure subscription has cost the partner over a time, as far as the operator's estimates tell. */
export interface AzureSpend {
  readonly amount: Money
  readonly from: Instant
  readonly to: Instant
}

/** Null: no Azure is sold in that lane, or the desk has no access to it. */
export type SpendingOf = (lane: Lane) => Spending | null

/** Azure spending in one lane. Every method throws `OutsideFault`; null where the operator does not let us read it. */
export interface Spending {
  budget(customer: CustomerId): Promise<SpendingBudget | null>
  /** All customers with Azure use this month, those without a budget included. */
  budgets(): Promise<readonly (SpendingBudget & { readonly customer: CustomerId })[] | null>
  /** Sets the monthly budget; null removes it. `intent` is a GUID that stays the same on every retry. */
  setBudget(customer: CustomerId, amount: Money | null, intent: string): Promise<void>
}
