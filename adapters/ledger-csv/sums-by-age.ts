import { addDays, type Day } from '../../domain/shared/time.ts'
import type { BadRowReason, Understanding } from '../../domain/receivables/understanding.ts'
import type { AgeBand } from './age-bands.ts'
import type { DateCell } from './date-cell.ts'
import { isZero, numberCell } from './number-cell.ts'
import { rowPreparer, type PreparedRow, type TableFacts } from './prepare-row.ts'
import { amountIn, type Conventions } from './read-entry.ts'
import type { Evidence } from './settle-conventions.ts'
import type { DataRow } from './sort-rows.ts'
import { totalColumn } from './summary-columns.ts'

/** One row of a list of sums: the whole of it by its total, and what stands in each age. */
export interface SummaryRow {
  readonly whole: PreparedRow
  readonly parts: readonly PreparedRow[]
}

// A sum that is not due says nothing of the day it will be; the next list tells.
const daysOfNotDue = 366

/** Reads of each row every age as if it were a document of that name; a blank cell is nothing open. */
export function summaryPreparer(facts: TableFacts, bands: readonly AgeBand[], evidence: Evidence) {
  const hasTotal = totalColumn(facts.headers, bands) !== null
  const preparers = bands.map(({ at }) =>
    rowPreparer({ ...facts, positions: { ...facts.positions, openAmount: at } }, evidence),
  )
  return (row: DataRow, whole: PreparedRow): SummaryRow => {
    const parts = preparers.map((preparer, at): PreparedRow => {
      const part = preparer.prepare(row)
      return { ...part, number: bands[at]?.header ?? '', written: part.written || '0', beside: false }
    })
    if (hasTotal) return { whole, parts }
    // The first age stands in for the total, and is blank where the row owes nothing so young.
    const written = parts.find((part) => !saysZero(part.written))?.written ?? whole.written
    return { whole: { ...whole, written }, parts }
  }
}

/**
 * A document for each age of the row, due on the latest day that puts it there: what is older is told as at least so
 * old. A row whose total is not the sum of its ages is none of them, and told as one bad row.
 */
export function documentsOfRow(
  { whole, parts }: SummaryRow,
  bands: readonly AgeBand[],
  hasTotal: boolean,
  file: Conventions,
): readonly PreparedRow[] {
  if (whole.surplus > 0 || whole.cutAt > 0 || !whole.account.ok) return [whole]
  const open = parts.filter(({ written }) => !saysZero(written))
  if (open.length === 0 && (whole.written === '' || saysZero(whole.written))) {
    return file.positions.currency === undefined ? parts : [{ ...whole, written: '0' }]
  }
  const amounts = parts.map((part) => minorOf(part, file))
  const unreadable = parts.findIndex((_, at) => amounts[at] === null)
  const [part, band] = [parts[unreadable], bands[unreadable]]
  if (part && band) return [{ ...part, number: '', ...faultOf(part, band) }]
  const currencies = new Set(
    [...open, ...(hasTotal ? [whole] : [])].flatMap(({ currency, written }) =>
      currency.kind === 'known' && !saysZero(written) ? [currency.currency] : [],
    ),
  )
  const [currency = '', other] = currencies
  const bad = (fault: BadRowReason): readonly PreparedRow[] => [{ ...whole, number: '', fault }]
  if (other !== undefined) return bad({ code: 'currencies-differ', text: other, currency })
  if (hasTotal) {
    const total = minorOf(whole, file)
    if (total === null || whole.written === '') return [whole]
    const ours = amounts.reduce<number>((sum, minor) => sum + (minor ?? 0), 0)
    if (ours !== total) return bad({ code: 'ages-against-total', stated: total, ours, currency })
  }
  return parts.map((part, at) => ({
    ...part,
    number: file.positions.currency === undefined ? part.number : `${part.number} ${currency}`,
    // What is in the customer's favour was never due.
    due: (amounts[at] ?? 0) < 0 ? null : dueOn(bands[at]?.atLeast ?? null, file.asOf),
  }))
}

/** The understanding of a list of sums, told as one. */
export function asSummary(understanding: Understanding, rows: readonly SummaryRow[], bands: readonly AgeBand[]) {
  const zeroRows = rows.filter(({ parts }) => parts.every(({ written }) => saysZero(written))).length
  if (understanding.kind === 'refused' && understanding.reason.code === 'nothing-open')
    return { ...understanding, reason: { ...understanding.reason, zeroRows } }
  if (understanding.kind !== 'understood') return understanding
  const isBand = new Set(bands.map(({ at }) => at + 1))
  return {
    ...understanding,
    unusedColumns: understanding.unusedColumns.filter(({ number }) => !isBand.has(number)),
    items: understanding.items.map((item) => ({ ...item, summary: true as const })),
    rows: rows.length,
    counts: { ...understanding.counts, rows: rows.length, zeroRows },
    notes: [{ code: 'sums-by-age', headers: bands.map(({ header }) => header) } as const, ...understanding.notes],
  }
}

function minorOf({ written, currency }: PreparedRow, file: Conventions): number | null {
  const cell = numberCell(written)
  if (cell && isZero(cell)) return 0
  if (!cell || currency.kind !== 'known') return null
  const minor = amountIn(cell, currency.currency, file.decimal)
  return typeof minor === 'number' ? minor : null
}

/** Of what is no amount at all, the column it stands in; all else the row says when it is read. */
function faultOf({ written, currency }: PreparedRow, { header }: AgeBand): { readonly fault?: BadRowReason } {
  const isAmount = currency.kind !== 'no-amount' && numberCell(written) !== null
  return isAmount ? {} : { fault: { code: 'unreadable-amount', column: header, text: written } }
}

function saysZero(written: string): boolean {
  const cell = numberCell(written)
  return cell !== null && isZero(cell)
}

function dueOn(atLeast: number | null, asOf: Day): DateCell {
  const day = addDays(asOf, atLeast === null ? daysOfNotDue : -atLeast)
  return { text: day, 'day-first': day, 'month-first': day, 'year-first': day }
}
