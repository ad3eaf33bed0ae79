import type { Customer } from '../customers/customer.ts'
import type { CustomerId, StaffId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'

/** An address that a person entered. */
export interface EnteredAddress {
  readonly address: string
  readonly by: StaffId
  readonly at: Instant
}

/** An address to which mail may go, and who looked at it. */
export interface ConfirmedAddress {
  readonly address: string
  readonly by: StaffId
  readonly at: Instant
}

/** How a customer is written to, as people set it; what is not set comes from the ledger. Id: the customer. */
export interface Correspondence {
  readonly customer: CustomerId
  /** BCP 47; null: by the country of the ledger account. */
  readonly language: string | null
  /** Goes before the ledger's; null where nobody entered one. */
  readonly entered: EnteredAddress | null
  readonly confirmed: readonly ConfirmedAddress[]
}

/** Where a letter to a customer would go. */
export interface Recipient {
  readonly address: string
  readonly from: 'ledger' | 'person'
  /** Who entered it, where a person did. */
  readonly enteredBy: StaffId | null
  readonly confirmed: boolean
  /** Whose import alone the ledger's address comes from; null where several brought it, or the books were read. */
  readonly importedBy: StaffId | null
}

/** An address, before anybody looks up how it came into the ledger. */
export type Addressed = Omit<Recipient, 'importedBy'>

/** Before anybody set anything. */
export function blankCorrespondence(customer: CustomerId): Correspondence {
  return { customer, language: null, entered: null, confirmed: [] }
}

/** A person's entry, else the ledger's one address; null where there is none, or the ledger has several. */
export function recipientOf(known: Correspondence | null, { accounts }: Customer): Addressed | null {
  const entered = known?.entered ?? null
  const own = ledgerAddresses(accounts)
  const address = entered?.address ?? (own.length === 1 ? own[0] : undefined)
  if (address === undefined) return null
  return {
    address,
    from: entered === null ? 'ledger' : 'person',
    enteredBy: entered?.by ?? null,
    confirmed: known?.confirmed.some((each) => each.address === address) ?? false,
  }
}

/** Every address that the ledger has for a customer, each once. */
export function ledgerAddresses(accounts: Customer['accounts']): readonly string[] {
  return [...new Set(accounts.flatMap(({ email }) => email ?? []))]
}

/** The languages to write in, the best first: the one that was set, else those of the countries of the accounts. */
export function languagesOf(known: Correspondence | null, { accounts }: Customer): readonly string[] {
  if (known && known.language !== null) return [known.language]
  return [...new Set(accounts.flatMap(({ country }) => (country === null ? [] : [`und-${country}`])))]
}
