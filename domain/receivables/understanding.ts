import type { LedgerAccount } from '../customers/customer.ts'
import type { ClosedDocument, ImportScope } from './ledger-import.ts'
import type { OpenItem } from './open-item.ts'
import type { Currency } from '../shared/money.ts'
import type { Day } from '../shared/time.ts'

/** What a column of a ledger can mean to us. */
export const fields = [
  'customerNumber',
  'customerName',
  'domain',
  'tenantId',
  'email',
  'owner',
  'country',
  'company',
  'lane',
  'documentNumber',
  'documentType',
  'issueDate',
  'dueDate',
  'originalAmount',
  'openAmount',
  'otherSide',
  'currency',
  'lineText',
  'lineAmount',
  'subscriptionId',
] as const
export type Field = (typeof fields)[number]

/** `year-first` is asked of two-digit years only: a year of four digits says itself where it stands. */
export const dateOrders = ['day-first', 'month-first', 'year-first'] as const
export type DateOrder = (typeof dateOrders)[number]
/** Which sign stands before the decimals. */
export type DecimalSign = 'point' | 'comma'

/** What the person says about a file, and their answers to what was asked. */
export interface LedgerCsvOptions {
  readonly scope: ImportScope
  /** Whether it lists everything open in its scope. */
  readonly complete: boolean
  readonly asOf?: Day
  readonly dateOrder?: DateOrder
  readonly decimal?: DecimalSign
  /** For rows that name none. */
  readonly currency?: Currency
  /** A header as it stands in the file, or `#3` for the third column; null when the file has no such column. */
  readonly columns?: Readonly<Partial<Record<Field, string | null>>>
  /** In a list with invoice lines: whether a row's open amount is the whole invoice's or the line's own. */
  readonly openOfLines?: 'invoice' | 'line'
  readonly leaveOutBadRows?: boolean
}

export interface Column {
  /** From 1, as a spreadsheet's reader counts. */
  readonly number: number
  readonly header: string
}

/** A cell that shows what is meant. */
export interface Sample {
  readonly line: number
  readonly text: string
}

/** A date, and what it would be in each order; null where it is none in that order. */
export interface DateSample extends Sample {
  readonly readings: Readonly<Record<DateOrder, Day | null>>
}

/** An amount, and what it would be with each sign, in plain digits: `1234.5`; null where it is none. */
export interface AmountSample extends Sample {
  readonly readings: Readonly<Record<DecimalSign, string | null>>
}

/** What the file leaves open; nothing is imported before it is answered. */
export type Question =
  | { readonly kind: 'which-column'; readonly field: Field; readonly candidates: readonly Column[] }
  /** The orders that every date fits; where the file contradicts itself, those that any does. */
  | {
      readonly kind: 'which-date-order'
      readonly orders: readonly DateOrder[]
      readonly samples: readonly DateSample[]
    }
  | { readonly kind: 'which-decimal'; readonly samples: readonly AmountSample[] }
  /** No candidates: the file names no currency at all. */
  | {
      readonly kind: 'which-currency'
      readonly candidates: readonly Currency[]
      readonly rows: number
      readonly line: number
    }
  | { readonly kind: 'which-as-of'; readonly candidates: readonly Day[] }
  | { readonly kind: 'which-open-of-lines'; readonly samples: readonly Sample[] }

export type BadRowReason =
  | { readonly code: 'too-many-cells'; readonly cells: number; readonly columns: number }
  /** Cut off before a column that no row can do without. */
  | { readonly code: 'too-few-cells'; readonly cells: number; readonly columns: number }
  | { readonly code: 'no-customer' }
  | { readonly code: 'no-document-number' }
  | { readonly code: 'no-due-date' }
  /** A blank cell is no written zero. */
  | { readonly code: 'no-open-amount' }
  | { readonly code: 'unreadable-date'; readonly column: string; readonly text: string }
  /** A day so far from the as-of day that it was probably misread. */
  | { readonly code: 'unlikely-date'; readonly column: string; readonly text: string; readonly day: Day }
  | { readonly code: 'unreadable-amount'; readonly column: string; readonly text: string }
  /** Whether one of the two is open, or their difference, only a person knows. */
  | { readonly code: 'amounts-on-both-sides'; readonly columns: readonly [string, string] }
  /** A minus may say again what the column says, or the opposite. */
  | { readonly code: 'negative-on-other-side'; readonly column: string; readonly text: string }
  | {
      readonly code: 'too-many-decimals'
      readonly text: string
      readonly currency: Currency
      readonly decimal: DecimalSign
    }
  | { readonly code: 'amount-too-large'; readonly text: string }
  | { readonly code: 'unknown-currency'; readonly text: string }
  | { readonly code: 'currencies-differ'; readonly text: string; readonly currency: string }
  | { readonly code: 'unknown-lane'; readonly text: string }
  | { readonly code: 'outside-scope'; readonly text: string; readonly scope: ImportScope }
  /** A positive credit in a file whose other credits are negative. */
  | { readonly code: 'sign-against-type'; readonly type: string; readonly text: string }
  | { readonly code: 'duplicate-document'; readonly number: string; readonly lines: readonly number[] }
  /** Rows of one invoice that name different due dates, currencies or open amounts. */
  | { readonly code: 'lines-disagree'; readonly number: string; readonly lines: readonly number[] }
  /** Several lines share one open amount, and one of them does not say what it is for itself. */
  | { readonly code: 'no-line-amount'; readonly number: string; readonly lines: readonly number[] }
  /** In a list of sums by age: what the row's ages add up to is not the total beside them. Minor units. */
  | {
      readonly code: 'ages-against-total'
      readonly stated: number
      readonly ours: number
      readonly currency: Currency
    }
  /** Another row of the same document is bad, so the whole document is. */
  | { readonly code: 'document-has-bad-row'; readonly number: string }

export interface BadRow {
  readonly line: number
  readonly reason: BadRowReason
}

/** What the person should know before saying yes. */
export type Note =
  | { readonly code: 'windows-1252' }
  /** The list has sums by age and no invoices; these are the ages. */
  | { readonly code: 'sums-by-age'; readonly headers: readonly string[] }
  | { readonly code: 'as-of-differs'; readonly inFile: Day }
  /** The last line is not closed by a line end, as it is where a file was cut off. */
  | { readonly code: 'no-line-end'; readonly line: number }
  /** Lone cells under the last document where a customer would stand: mostly a footer. */
  | { readonly code: 'lines-not-read'; readonly lines: readonly number[] }
  /** These accounts have no number in the file; their names stand in for it. */
  | { readonly code: 'numbers-from-names'; readonly accounts: number }
  /** Rows name different domains or tenant ids for one account; neither is used. */
  | { readonly code: 'identities-differ'; readonly accounts: readonly string[] }
  /** Accounts of which no e-mail address is kept: a cell holds something else than one, or rows differ. */
  | { readonly code: 'addresses-left-out'; readonly accounts: readonly string[] }
  /** Accounts of which nobody is kept as looking after them: their rows name different people. */
  | { readonly code: 'owners-differ'; readonly accounts: readonly string[] }
  | { readonly code: 'unknown-types'; readonly texts: readonly string[] }
  | { readonly code: 'not-subscription-ids'; readonly rows: number }
  /** Something else stands in the column of tenant ids; nobody is matched by it. */
  | { readonly code: 'not-tenant-ids'; readonly rows: number; readonly line: number }
  | { readonly code: 'totals-agree'; readonly totals: number }
  /** Sums in minor units. */
  | {
      readonly code: 'total-differs'
      readonly line: number
      readonly label: string
      readonly stated: number
      readonly ours: number
      readonly currency: Currency
    }
  | { readonly code: 'total-not-compared'; readonly line: number; readonly label: string }

interface Counts {
  /** Rows with documents, the left out and the zero ones included. */
  readonly rows: number
  readonly invoices: number
  readonly credits: number
  readonly payments: number
  /** Rows that say that nothing is open. */
  readonly zeroRows: number
}

/** A list in the words of the desk; an import of it is proposed from this. */
export interface UnderstoodLedger {
  readonly kind: 'understood'
  readonly columns: readonly { readonly field: Field; readonly column: Column }[]
  /** Headers that mean nothing to us. */
  readonly unusedColumns: readonly Column[]
  readonly scope: ImportScope
  readonly complete: boolean
  readonly asOf: Day
  readonly accounts: readonly LedgerAccount[]
  readonly items: readonly OpenItem[]
  /** Documents that a complete list must not close, since their rows were left out. */
  readonly kept: readonly { readonly account: string; readonly number: string | null }[]
  /** Documents that the list shows with nothing open; none where it closes all that it does not show. */
  readonly closed: readonly ClosedDocument[]
  /** Data rows that were read. */
  readonly rows: number
  readonly counts: Counts
  /** Sums by currency, minor units; credits and payments subtracted. */
  readonly totals: readonly { readonly currency: Currency; readonly minor: number; readonly items: number }[]
  readonly notes: readonly Note[]
  /** Rows that were left out because the person said so. */
  readonly badRows: readonly BadRow[]
}

/** Why a file cannot be read at all. */
export type UnreadableReason =
  | { readonly code: 'utf-16' }
  | { readonly code: 'spreadsheet' }
  | { readonly code: 'not-text' }
  | { readonly code: 'empty-file' }
  | { readonly code: 'quote-not-closed'; readonly line: number }
  | { readonly code: 'no-header' }
  /** Sums by age, and which column is older than which cannot be told. */
  | { readonly code: 'aged-summary'; readonly headers: readonly string[] }

const unreadable: ReadonlySet<string> = new Set<UnreadableReason['code']>([
  'utf-16',
  'spreadsheet',
  'not-text',
  'empty-file',
  'quote-not-closed',
  'no-header',
  'aged-summary',
])

/** Whether no answer could make anything of the file. */
export function isUnreadable(reason: RefusalReason): reason is UnreadableReason {
  return unreadable.has(reason.code)
}

/** Why nothing is made of a file. */
export type RefusalReason =
  | UnreadableReason
  | { readonly code: 'unknown-column'; readonly field: Field; readonly header: string }
  | { readonly code: 'unknown-lane'; readonly text: string }
  | { readonly code: 'unknown-currency'; readonly text: string }
  | { readonly code: 'currency-differs'; readonly inFile: Currency; readonly said: Currency }
  | { readonly code: 'nothing-open'; readonly zeroRows: number }
  | { readonly code: 'bad-rows' }
  /** Rows that cannot even be tied to a customer could be any document; a complete list must not close on them. */
  | { readonly code: 'unreadable-rows-in-complete-list'; readonly lines: readonly number[] }

/** What is made of a file: understood, left open, or refused. */
export type Understanding =
  | UnderstoodLedger
  | { readonly kind: 'questions'; readonly questions: readonly Question[] }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly badRows: readonly BadRow[] }

/** Reads the bytes of a list of open items; changes nothing, and throws for nothing that can stand in a file. */
export type UnderstandLedger = (bytes: Uint8Array, options: LedgerCsvOptions) => Understanding
