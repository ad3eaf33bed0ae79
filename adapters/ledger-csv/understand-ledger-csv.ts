import type { ImportScope } from '../../domain/receivables/ledger-import.ts'
import type { Currency } from '../../domain/shared/money.ts'
import { granted, refused, type Outcome } from '../../domain/shared/outcome.ts'
import { currencyIn, isCurrency } from './currency-words.ts'
import { decode } from './decode.ts'
import { findTable, type Table } from './find-table.ts'
import { columnsAt, mapColumns, type Positions } from './map-columns.ts'
import { isAmount } from './number-cell.ts'
import { rowPreparer, type PreparedRow, type TableFacts } from './prepare-row.ts'
import { readEntries } from './read-entries.ts'
import { eachRow, type Row } from './read-rows.ts'
import { scopeOf } from './scope-values.ts'
import { newEvidence, settleConventions, type Evidence } from './settle-conventions.ts'
import { asSummary, documentsOfRow, summaryPreparer, type SummaryRow } from './sums-by-age.ts'
import { summaryColumns, totalColumn } from './summary-columns.ts'
import { rowSorter, type TotalRow } from './sort-rows.ts'
import { openEnd, tableEnd, type FileEnding, type LastRow } from './table-end.ts'
import type {
  LedgerCsvOptions,
  Question,
  RefusalReason,
  Understanding,
  UnreadableReason,
} from '../../domain/receivables/understanding.ts'

/**
 * What an open-invoice list says, as far as it is certain; otherwise the questions a person must answer, or why
 * nothing can be made of it. Reads everything and changes nothing.
 */
export function understandLedgerCsv(bytes: Uint8Array, options: LedgerCsvOptions): Understanding {
  const said = checkedOptions(options)
  if (!said.ok) return refuse(said.refusal)
  const decoded = decode(bytes)
  if (!decoded.ok) return refuse(decoded.refusal)
  const { bytes: utf8, encoding } = decoded.value
  const named = Object.values(options.columns ?? {}).filter((header) => header !== null)
  const found = findTable(utf8, named)
  if (!found.ok) return refuse(found.refusal)
  const table = found.value
  const { bands } = table
  const ofSummary = bands === null ? {} : summaryColumns(table.header.cells, bands)
  const mapped = mapColumns(table.header.cells, { ...options.columns, ...ofSummary })
  if (!mapped.ok) return refuse(mapped.refusal)
  const { positions, questions } = mapped.value
  if (questions.length > 0) return { kind: 'questions', questions }
  const inFile = currencyOfFile(table, positions)
  if (inFile.header !== null && options.currency !== undefined && inFile.header !== options.currency) {
    return refuse({ code: 'currency-differs', inFile: inFile.header, said: options.currency })
  }

  const headers = table.header.cells
  const otherwise = inFile.header ?? options.currency ?? inFile.titles
  const evidence = newEvidence()
  const read = readTable(utf8, table, { headers, positions, scope: said.value, otherwise }, evidence)
  if ('code' in read) return refuse(read)
  if (!read.hasHeadings && positions.customerNumber === undefined && positions.customerName === undefined) {
    return { kind: 'questions', questions: [customerQuestion(headers)] }
  }
  const settled = settleConventions(evidence, table.titles, options)
  if (settled.kind === 'questions') return settled
  const { asOfInFile } = settled
  const { rows, totals, ending } = read
  const oneSided = !rows.some(({ beside, written }) => beside && isAmount(written))
  const file = { ...settled, headers, positions, scope: said.value, oneSided }
  const readable = { rows, totals, ending, file, encoding, asOfInFile, options }
  if (bands === null) return readEntries(readable)
  const hasTotal = totalColumn(headers, bands) !== null
  const sums = rows.map((whole) => read.sums.get(whole.line) ?? { whole, parts: [] })
  const documents = sums.flatMap((each) => documentsOfRow(each, bands, hasTotal, file))
  return asSummary(readEntries({ ...readable, rows: documents, totals: hasTotal ? totals : [] }), sums, bands)
}

interface ReadTable {
  readonly rows: readonly PreparedRow[]
  readonly totals: readonly TotalRow[]
  readonly ending: FileEnding
  /** Whether customers stand as headings above their rows. */
  readonly hasHeadings: boolean
  /** Of a list of sums by age each row, by its line. */
  readonly sums: ReadonlyMap<number, SummaryRow>
}

/** One pass over the whole file; of a row only what is needed later is kept. */
function readTable(
  bytes: Uint8Array,
  { delimiter, header, bands }: Table,
  facts: TableFacts,
  evidence: Evidence,
): ReadTable | UnreadableReason {
  const sort = rowSorter(header, facts.positions)
  const preparer = rowPreparer(facts, evidence)
  const summed = bands === null ? null : summaryPreparer(facts, bands, evidence)
  const sums = new Map<number, SummaryRow>()
  const rows: PreparedRow[] = []
  const totals: TotalRow[] = []
  const alone: Row[] = []
  let last: LastRow | null = null
  let hasGroups = false
  const take = (row: Row) => {
    // The header itself is sorted out as a repeated one.
    const sorted = sort(row)
    last = { line: row.line, ofAll: sorted.kind === 'total' && sorted.row.ofAll }
    if (sorted.kind === 'data') {
      const own = preparer.prepare(sorted.row)
      const summary = summed?.(sorted.row, own)
      if (summary) sums.set(row.line, summary)
      const prepared = summary?.whole ?? own
      rows.push(prepared)
      hasGroups ||= !prepared.named && sorted.row.group !== null
    } else if (sorted.kind === 'heading') alone.push(sorted.row)
    else if (sorted.kind === 'total') {
      totals.push(sorted.row)
      preparer.seeTotal(sorted.row)
    }
  }
  const fault = eachRow(bytes, delimiter, take, { from: header })
  if (fault) return fault
  const ends = tableEnd(rows, hasGroups ? [] : alone.map((row) => preparer.prepare({ ...row, group: null })))
  const ending = { open: openEnd(bytes, last), footers: ends.footers }
  return { rows: ends.rows, totals, ending, hasHeadings: alone.length > 0, sums }
}

function checkedOptions({ scope, currency }: LedgerCsvOptions): Outcome<ImportScope, RefusalReason> {
  const found = scopeOf(scope)
  if (!found) return refused({ code: 'unknown-lane', text: scope.value })
  if (currency !== undefined && !isCurrency(currency)) return refused({ code: 'unknown-currency', text: currency })
  return granted(found)
}

/** Customers stand neither in a column of their own nor as headings above their rows. */
function customerQuestion(headers: readonly string[]): Question {
  const filled = headers.flatMap((header, at) => (header.trim() === '' ? [] : [at]))
  return { kind: 'which-column', field: 'customerName', candidates: columnsAt(headers, filled) }
}

/** The currency that the amount's header names, and the one the lines above the table name. */
function currencyOfFile(
  { header, titles }: Table,
  positions: Positions,
): { readonly header: Currency | null; readonly titles: Currency | null } {
  const amount = header.cells[positions.openAmount ?? -1] ?? ''
  const trailing = /(?:^|\s)([A-Z]{3})\s*$/.exec(amount)?.[1] ?? ''
  return {
    header: currencyIn(amount) ?? (isCurrency(trailing) ? trailing : null),
    titles: currencyIn(titles.join('\n')),
  }
}

function refuse(reason: RefusalReason): Understanding {
  return { kind: 'refused', reason, badRows: [] }
}
