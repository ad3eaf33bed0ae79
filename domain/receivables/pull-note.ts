import type { Currency } from '../shared/money.ts'

/** Why a document of the books could not be taken over. */
export type LeftOut = 'no-due-date' | 'no-customer' | 'unknown-currency' | 'unreadable-amount'

/** What whoever looks at a pulled ledger should know of it. Sums in minor units. */
export type PullNote =
  /** The books' own sums for so many customers are what we make of their documents. */
  | { readonly code: 'sums-agree'; readonly accounts: number }
  /** The books' own sum of a customer is more than the documents they show. */
  | {
      readonly code: 'books-say-more'
      readonly account: string
      readonly name: string
      readonly currency: Currency
      readonly stated: number
      readonly ours: number
    }
  /** So many more customers of whom the same holds; a record must stay small. */
  | { readonly code: 'books-say-more-of'; readonly accounts: number }
  /** So many customers whose sums cannot be compared: they owe in several currencies, or the sums are kept from us. */
  | { readonly code: 'sums-not-compared'; readonly accounts: number; readonly why: 'currencies' | 'not-readable' }
  /** Payments or credits that are tied to no invoice there: known only as what the books' sums are lower by. */
  | { readonly code: 'credits-by-difference'; readonly accounts: number }
  /** Credit notes taken in full, since the books do not say how much of them is left. */
  | { readonly code: 'credits-in-full'; readonly documents: number }
  /** Documents that nobody can act on; the first of them by number. */
  | {
      readonly code: 'left-out'
      readonly reason: LeftOut
      readonly documents: number
      readonly numbers: readonly string[]
    }
  /** Customers of whom no e-mail address is kept, as the field holds something else than one; the first by number. */
  | { readonly code: 'addresses-left-out'; readonly accounts: number; readonly numbers: readonly string[] }
  /** The books are called otherwise there by now; here they go on under the name that their debts came with. */
  | { readonly code: 'renamed'; readonly was: string; readonly name: string }
  /** Invoices that somebody else pays than whom was sold to: they count as the debt of whoever pays. */
  | { readonly code: 'billed-to-another'; readonly documents: number }

/** How many customers or numbers a note names. */
export const mostNamed = 5
