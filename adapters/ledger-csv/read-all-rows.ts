import type { ClosedDocument } from '../../domain/receivables/ledger-import.ts'
import { documentKey, type Document } from './document-key.ts'
import type { PreparedRow } from './prepare-row.ts'
import type { AccountFacts } from './read-account.ts'
import { readRow, type Conventions, type Entry } from './read-entry.ts'
import type { BadRow } from '../../domain/receivables/understanding.ts'

/** Every row by itself. */
export interface ReadRows {
  readonly entries: readonly Entry[]
  readonly accounts: ReadonlySet<AccountFacts>
  readonly badRows: readonly BadRow[]
  /** What the bad rows were about. */
  readonly documents: readonly Document[]
  /** Lines of bad rows that cannot be tied to a customer. */
  readonly untied: readonly number[]
  readonly zeroRows: number
  /** Documents that rows show with nothing open. */
  readonly closed: readonly ClosedDocument[]
  /** How many rows say something about a document. */
  readonly rows: number
}

/** Reads row by row; what makes a document of several is for later. */
export function readAllRows(rows: readonly PreparedRow[], file: Conventions): ReadRows {
  const entries: Entry[] = []
  const accounts = new Set<AccountFacts>()
  const badRows: BadRow[] = []
  const documents: Document[] = []
  const untied: number[] = []
  const blanks: (BadRow & { readonly document: Document })[] = []
  const closed: ClosedDocument[] = []
  let zeroRows = 0
  let remarks = 0
  for (const prepared of rows) {
    const { line } = prepared
    const found = readRow(prepared, file)
    if (found.kind === 'entry') {
      entries.push(found.entry)
      accounts.add(found.entry.account)
    } else if (found.kind === 'zero') {
      zeroRows += 1
      if (found.account) accounts.add(found.account)
      if (found.closed) closed.push(found.closed)
    } else if (found.kind === 'remark') remarks += 1
    else if (found.reason.code === 'no-open-amount' && found.document) {
      blanks.push({ line, reason: found.reason, document: found.document })
    } else {
      badRows.push({ line, reason: found.reason })
      if (found.document) documents.push(found.document)
      else if (found.reason.code !== 'outside-scope') untied.push(line)
    }
  }
  // The open amount of an invoice with lines may stand on one of them only; the others then say nothing of it.
  const told = new Set(hasLineColumns(file) && blanks.length > 0 ? entries.map(documentOf).map(documentKey) : [])
  for (const { line, reason, document } of blanks) {
    if (document.number !== null && told.has(documentKey(document))) zeroRows += 1
    else {
      badRows.push({ line, reason })
      documents.push(document)
    }
  }
  return { entries, accounts, badRows, documents, untied, zeroRows, closed, rows: rows.length - remarks }
}

/** Which document a row is of. */
export function documentOf({ account, row }: Entry): Document {
  return { account: account.key, number: row.number || null }
}

/** Whether the list has columns for the lines of an invoice. */
export function hasLineColumns({ positions }: Conventions): boolean {
  return positions.lineAmount !== undefined || positions.subscriptionId !== undefined
}
