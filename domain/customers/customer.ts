import type { CaseId, CustomerId } from '../shared/ids.ts'
import type { Lane } from './lane.ts'

/** One customer as the accounting system knows it. */
export interface LedgerAccount {
  /** The number and whose it is: `company:number`, or `country IT:number` where the books name no company. */
  readonly key: string
  readonly number: string
  readonly name: string
  readonly domain: string | null
  readonly tenantId: string | null
  readonly country: string | null
  /** Where its invoices go, as the ledger says; left out where it does not. */
  readonly email?: string
  /** The earlier import that said so; left out where the import that names the account says it itself. */
  readonly emailFrom?: CaseId
  /** Who looks after it, as the ledger calls them; left out where it does not say. */
  readonly owner?: string
}

/** One customer as the operator knows it. */
export interface OperatorCustomer {
  readonly lane: Lane
  readonly tenantId: string
  readonly name: string
  /** The customer's verified domain at the operator, lower case; empty where only the ledger knows the customer. */
  readonly domain: string
  /** Set where the operator cannot be asked, and the ledger's word is all there is. */
  readonly knownFrom?: 'ledger'
}

/** Which operator customer a ledger account is, and why we believe so. */
export interface Match {
  readonly account: string
  readonly lane: Lane
  readonly tenantId: string
  readonly how: 'tenant-id' | 'domain' | 'confirmed'
  /** What the ledger called the account then; matches kept by an older desk do not say. */
  readonly name?: string
}

/** An organisation buying cloud through the partner: both sides of its identity, as far as they are known. */
export interface Customer {
  readonly id: CustomerId
  /** The operator's name where matched, else the ledger's. */
  readonly name: string
  /** Unknown while the ledger account is matched to nobody. */
  readonly lane: Lane | null
  readonly operator: OperatorCustomer | null
  readonly accounts: readonly LedgerAccount[]
}

/** A customer that can be acted upon: its operator identity is known. */
export interface MatchedCustomer extends Customer {
  readonly lane: Lane
  readonly operator: OperatorCustomer
}

/** Whether anything can be done for a customer at an operator. */
export function isMatched(customer: Customer): customer is MatchedCustomer {
  return customer.operator !== null
}
