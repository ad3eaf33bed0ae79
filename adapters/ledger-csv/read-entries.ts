import type { Currency } from '../../domain/shared/money.ts'
import type { OpenItem } from '../../domain/receivables/open-item.ts'
import type { Day } from '../../domain/shared/time.ts'
import { buildAccounts } from './build-accounts.ts'
import { buildItems, type ItemRules } from './build-items.ts'
import { compareTotals } from './compare-totals.ts'
import type { DecodedFile } from './decode.ts'
import { columnsAt } from './map-columns.ts'
import { decideOpenOfLines } from './open-of-lines.ts'
import type { PreparedRow } from './prepare-row.ts'
import type { AccountFacts } from './read-account.ts'
import { readRow, type Conventions, type Entry } from './read-entry.ts'
import type { TotalRow } from './sort-rows.ts'
import type { BadRow, LedgerCsvOptions, Question, Understanding, UnderstoodLedger } from './understanding.ts'
import { columnsOf, entryNotes, fileNotes } from './understood-file.ts'

interface Readable {
  readonly rows: readonly PreparedRow[]
  readonly totals: readonly TotalRow[]
  readonly file: Conventions
  readonly encoding: DecodedFile['encoding']
  readonly asOfInFile: Day | null
  readonly options: LedgerCsvOptions
}

type Document = UnderstoodLedger['kept'][number]

/** Reads every row by the conventions of the file and puts the rows together. */
export function readEntries(readable: Readable): Understanding {
  const { file, options } = readable
  const read = readAll(readable.rows, file)
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
  if (built.items.length === 0) return { kind: 'refused', reason: { code: 'nothing-open', zeroRows }, badRows }

  const left = built.badRows.map(({ entry }) => ({ account: entry.account.key, number: entry.row.number || null }))
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
    kept: distinct([...whole.documents, ...left]),
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
      ...notes,
      ...entryNotes(read.entries),
      ...compared,
    ],
    badRows,
  }
}

interface ReadRows {
  readonly entries: readonly Entry[]
  readonly accounts: ReadonlySet<AccountFacts>
  readonly badRows: readonly BadRow[]
  /** What the bad rows were about. */
  readonly documents: readonly Document[]
  /** Lines of bad rows that cannot be tied to a customer. */
  readonly untied: readonly number[]
  readonly zeroRows: number
  /** How many rows say something about a document. */
  readonly rows: number
}

function readAll(rows: readonly PreparedRow[], file: Conventions): ReadRows {
  const entries: Entry[] = []
  const accounts = new Set<AccountFacts>()
  const badRows: BadRow[] = []
  const documents: Document[] = []
  const untied: number[] = []
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
    } else if (found.kind === 'remark') remarks += 1
    else {
      badRows.push({ line, reason: found.reason })
      if (found.document) documents.push(found.document)
      else if (found.reason.code !== 'outside-scope') untied.push(line)
    }
  }
  return { entries, accounts, badRows, documents, untied, zeroRows, rows: rows.length - remarks }
}

/** Rows of one number are lines of one invoice where the list has columns for lines. */
function lineRules(
  entries: readonly Entry[],
  { positions, headers }: Conventions,
  options: LedgerCsvOptions,
): Omit<ItemRules, 'summed'> | { readonly questions: readonly Question[] } {
  const hasLines = positions.lineAmount !== undefined || positions.subscriptionId !== undefined
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
  const bad = new Set(
    read.documents.flatMap(({ account, number }) => (number === null ? [] : [`${account}|${number}`])),
  )
  if (bad.size === 0) return read
  const isBad = ({ account, row }: Entry) => bad.has(`${account.key}|${row.number}`)
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
