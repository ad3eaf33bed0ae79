import type { LedgerImport } from '../receivables/ledger-import.ts'
import type { PullNote } from '../receivables/pull-note.ts'
import type { Currency } from '../shared/money.ts'

/**
 * What the partner's books say, in the words of the desk, whichever way it was read. What every source promises:
 * - each document once, with what is still open of it, positive; settled ones not at all
 * - each item carries the scope, or no later list could close it
 * - accounts by the books' own numbers, the same at every reading
 * - whole minor units of the document's own currency; nothing is ever converted or rounded
 */
export type LedgerReading = Omit<LedgerImport, 'id' | 'matches'> & {
  /** Documents or rows that were read. */
  readonly rows: number
}

/** The books as they were pulled, and what should be known of them. */
export interface PulledLedger extends LedgerReading {
  readonly notes: readonly PullNote[]
  /** What the source itself knows the books by, whatever they are called; left out where it has no such thing. */
  readonly books?: string
}

/** Under which name the desk has books of that id already; null where it never had any. */
export type KnownAs = (books: string) => string | null

/** The code of a `not-found` fault where there is no such company; its description names those there are. */
export const noSuchCompany = 'no-such-company'
/** The code of a `not-found` fault where several companies are there and the settings name none; as above. */
export const whichCompany = 'which-company'
/** The code of an `unauthorised` fault where customers owe something and no invoice at all is shown: it is kept from us. */
export const nothingShown = 'nothing-shown'

/** What a source says of itself when it is tried. */
export interface LedgerSourceLook {
  /** Whose books these are. */
  readonly company: string
  readonly currency: Currency | null
  /** What there is to be read but is kept from us, as the source calls it. */
  readonly keptFromUs: readonly string[]
}

/** Books that the desk reads by itself. Every method throws `OutsideFault`, and changes nothing there. */
export interface LedgerSource {
  /** Names it in records: `business-central`. */
  readonly name: string
  /** What people call it: `Business Central`. */
  readonly title: string
  /** How its settings begin: `BUSINESS_CENTRAL`. */
  readonly settings: string
  /**
   * Everything that is open now, as of today. Half of it is never passed off as the whole. Books that were renamed since
   * they were first read go on under the name that they are `knownAs`, or each debt would be there twice.
   */
  pull(knownAs?: KnownAs): Promise<PulledLedger>
  /** Tries sign-in, address and permissions, reading as little as may be. */
  look(): Promise<LedgerSourceLook>
}
