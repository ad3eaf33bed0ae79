import type { Lane } from '../customers/lane.ts'
import type { Money } from '../shared/money.ts'
import type { SubscriptionId } from '../shared/ids.ts'
import type { Day } from '../shared/time.ts'

/** What one line of an invoice charges for, as far as the ledger says. */
export interface InvoiceLine {
  readonly text: string
  readonly amount: Money
  /** Only where the ledger carries the subscription's own id; a product name proves nothing. */
  readonly subscription: SubscriptionId | null
}

interface Item {
  /** Key of the {@link LedgerAccount} it belongs to. */
  readonly account: string
  /** The document's number in the ledger. */
  readonly number: string
  /** What is still open; always positive, the kind says which way it counts. */
  readonly open: Money
  readonly company: string | null
  readonly lane: Lane | null
  readonly country: string | null
  /**
   * Set where the books give a sum by age and no document: the number is the age's name, and the due day the latest
   * that puts the sum there, so its age is `at least`. Items of an older desk do not say.
   */
  readonly summary?: true
}

/** An invoice the customer owes the partner, or what is left of it. */
export interface Receivable extends Item {
  readonly kind: 'invoice'
  readonly issued: Day | null
  readonly due: Day
  readonly lines: readonly InvoiceLine[]
}

/** A credit note or a payment that the ledger has not allocated to an invoice. */
export interface Credit extends Item {
  readonly kind: 'credit' | 'payment'
  readonly date: Day | null
}

/** One open document: what the customer owes, or has to its credit. */
export type OpenItem = Receivable | Credit

/** One document of one account; an item with the same key in a later import replaces it. */
export function itemKey({ account, kind, number }: Pick<OpenItem, 'account' | 'kind' | 'number'>): string {
  return `${account}|${kind === 'invoice' ? 'invoice' : 'credit'}|${number}`
}
