import type { Lane } from '../customers/lane.ts'
import type { Money } from '../shared/money.ts'
import type { Day } from '../shared/time.ts'

/** An invoice that the operator made out to the partner. */
export interface OwnInvoice {
  /** The operator's number of it. */
  readonly id: string
  /** The operator names no due day in its list (facts/partner-center 11). */
  readonly issuedOn: Day
  /** What it asked for, and what the partner has not paid of it; never negative. */
  readonly total: Money
  readonly open: Money
}

/** What the partner owes the operator in one currency, by the operator's word; negative where it has credit there. */
export interface OwnBalance {
  readonly balance: Money
  /** As of this day; null where the operator does not say. */
  readonly asOf: Day | null
}

/** What one lane's operator asks of the partner. Both throw `OutsideFault`; null where it does not let us read them. */
export interface OwnInvoices {
  /** All it lists, oldest first; credit notes stand in the balance alone. */
  invoices(): Promise<readonly OwnInvoice[] | null>
  /** One for each currency. */
  balances(): Promise<readonly OwnBalance[] | null>
}

/** Null: the desk has no access to that lane. */
export type OwnInvoicesOf = (lane: Lane) => OwnInvoices | null
