import type { Currency } from '../../domain/shared/money.ts'
import type { OpenItem } from '../../domain/receivables/open-item.ts'
import type { Day } from '../../domain/shared/time.ts'
import { buildAccounts } from './build-accounts.ts'
import { buildItems, type ItemRules } from './build-items.ts'
import { compareTotals } from './compare-totals.ts'
import type { DecodedFile } from './decode.ts'
import { documentKey, type Document } from './document-key.ts'
import { columnsAt } from './map-columns.ts'
import { decideOpenOfLines } from './open-of-lines.ts'
import type { PreparedRow } from './prepare-row.ts'
import { documentOf, hasLineColumns, readAllRows, type ReadRows } from './read-all-rows.ts'
import type { Conventions, Entry } from './read-entry.ts'
import { shownClosed } from './shown-closed.ts'
import type { TotalRow } from './sort-rows.ts'
import type { FileEnding } from './table-end.ts'
import type {
  BadRow,
  LedgerCsvOptions,
  Question,
  Understanding,
  UnderstoodLedger,
} from '../../domain/receivables/understanding.ts'
import { columnsOf, endingNotes, entryNotes, fileNotes } from './understood-file.ts'

interface Readable {
  readonly rows: readonly PreparedRow[]
  readonly totals: readonly TotalRow[]
  readonly file: Conventions
  readonly ending: FileEnding
  readonly encoding: DecodedFile['encoding']
  readonly asOfInFile: Day | null
  readonly options: LedgerCsvOptions
}

/** Reads every row by the conventions of the file and puts the rows together. */
export function readEntries(readable: Readable): Understanding {
  const { file, options } = readable
  const read = readAllRows(readable.rows, file)
  const lines = lineRules(read.entries, file, options)
  if ('questions' in lines) return { kind: 'questions', questions: lines.questions }
  const rules = { ...lines, summed: readable.totals.length > 0 }

  const whole = rules.hasLines ? withoutBadDocuments(read) : read
  const built = buildItems(whole.entries, rules)
  const badRows = [...whole.badRows, ...built.badRows.map(({ line, reason }) => ({ line, reason }))].sort(
    (a, b) => a.line - b.line,
  )
  if (badRows.length > 0 && !options.leaveOutBadRows) return { kind: 'refused', reason: { code: 'bad-rows' }, badRows }
  if (badRows.length > 0 && options.complete && read.untied.length > 0) {
    return { kind: 'refused', reason: { code: 'unreadable-rows-in-complete-list', lines: read.untied }, badRows }
  }
  const zeroRows = read.zeroRows + built.zeroRows
  const kept = distinct([...whole.documents, ...built.badRows.map(({ entry }) => documentOf(entry))])
  // A row that nobody can tie to a document may be another line of one that this line shows with nothing open.
  const sure = rules.hasLines && read.untied.length > 0 ? [] : [...read.closed, ...built.closed]
  const closed = shownClosed(sure, { complete: options.complete, kept })
  if (built.items.length === 0 && (options.complete || closed.length === 0)) {
    return { kind: 'refused', reason: { code: 'nothing-open', zeroRows }, badRows }
  }

  const { accounts, notes } = buildAccounts(read.accounts)
  const compared = compareTotals(readable.totals, built.contributions, file.positions, file.decimal)
  return {
    kind: 'understood',
    ...columnsOf(file),
    scope: file.scope,
    complete: options.complete,
    asOf: file.asOf,
    accounts,
    items: built.items,
    kept,
    closed,
    rows: read.rows,
    counts: {
      rows: read.rows,
      invoices: built.items.filter(({ kind }) => kind === 'invoice').length,
      credits: built.items.filter(({ kind }) => kind === 'credit').length,
      payments: built.items.filter(({ kind }) => kind === 'payment').length,
      zeroRows,
    },
    totals: totalsOf(built.items),
    notes: [
      ...fileNotes(readable.encoding, readable.asOfInFile, file.asOf),
      ...endingNotes(readable.ending),
      ...notes,
      ...entryNotes(read.entries),
      ...compared,
    ],
    badRows,
  }
}

/** Rows of one number are lines of one invoice where the list has columns for lines. */
function lineRules(
  entries: readonly Entry[],
  file: Conventions,
  options: LedgerCsvOptions,
): Omit<ItemRules, 'summed'> | { readonly questions: readonly Question[] } {
  const { positions, headers } = file
  const hasLines = hasLineColumns(file)
  const decided = hasLines ? (options.openOfLines ?? decideOpenOfLines(entries)) : 'line'
  if (decided === null || decided === 'line') return { hasLines, openOfLines: 'line' }
  if (typeof decided === 'object') return { questions: [{ kind: 'which-open-of-lines', samples: decided.samples }] }
  if (positions.lineAmount !== undefined) return { hasLines, openOfLines: 'invoice' }
  const candidates = columnsAt(
    headers,
    headers.map((_, at) => at),
  )
  return { questions: [{ kind: 'which-column', field: 'lineAmount', candidates }] }
}

/** An invoice of which one line is unreadable is not an invoice with fewer lines: all its rows stay out. */
function withoutBadDocuments(read: ReadRows): ReadRows {
  const bad = new Set(read.documents.filter(({ number }) => number !== null).map(documentKey))
  if (bad.size === 0) return read
  const isBad = (entry: Entry) => bad.has(documentKey(documentOf(entry)))
  const also = read.entries
    .filter(isBad)
    .map(({ row: { line, number } }): BadRow => ({ line, reason: { code: 'document-has-bad-row', number } }))
  return { ...read, entries: read.entries.filter((entry) => !isBad(entry)), badRows: [...read.badRows, ...also] }
}

function totalsOf(items: readonly OpenItem[]): UnderstoodLedger['totals'] {
  const sums = new Map<Currency, { minor: number; items: number }>()
  for (const { kind, open } of items) {
    const sum = sums.get(open.currency) ?? { minor: 0, items: 0 }
    const minor = sum.minor + (kind === 'invoice' ? open.minor : -open.minor)
    sums.set(open.currency, { minor, items: sum.items + 1 })
  }
  return [...sums].map(([currency, sum]) => ({ currency, ...sum })).sort((a, b) => (a.currency < b.currency ? -1 : 1))
}

function distinct(documents: readonly Document[]): readonly Document[] {
  const found = new Map(documents.map((document) => [JSON.stringify([document.account, document.number]), document]))
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, document]) => document)
}
