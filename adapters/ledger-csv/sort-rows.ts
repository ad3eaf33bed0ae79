import { documentTypeOf } from './document-type.ts'
import { isAgeBand } from './header-meanings.ts'
import { languages } from './ledger-words.ts'
import type { Positions } from './map-columns.ts'
import { numberCell } from './number-cell.ts'
import type { Row } from './read-rows.ts'
import type { Field } from '../../domain/receivables/understanding.ts'

/** A row that says something about a document, under the customer heading it stands below, if any. */
export interface DataRow extends Row {
  readonly group: string | null
}

/** A row that sums up: the rows since `after`, or all above. */
export interface TotalRow extends Row {
  readonly label: string
  /** The last line before the part that it may sum up. */
  readonly after: number
  /** `Total` speaks for the whole list, `Total for Contoso` and `Subtotal` for a part. */
  readonly ofAll: boolean
}

type SortedRow =
  | { readonly kind: 'data'; readonly row: DataRow }
  | { readonly kind: 'total'; readonly row: TotalRow }
  /** Names the customer of the rows below it. */
  | { readonly kind: 'heading'; readonly row: Row }
  /** A blank line, an age band, a repeated header or a total without an amount. */
  | { readonly kind: 'nothing' }

const totalWords = languages.flatMap(({ total, subtotal }) => [...total, ...subtotal])
const startsWithTotal = new RegExp(`^(?:${totalWords.join('|')})(?!\\p{L})`, 'iu')
const totalWordAlone = new RegExp(`^(?:${totalWords.join('|')})\\s*:?$`, 'iu')
const ofAll = new RegExp(`^(?:${languages.flatMap(({ total }) => total).join('|')})\\s*:?\\s*([A-Z]{3})?$`, 'iu')

/** Tells rows with documents from headings, totals, repeated headers and blank lines, in the order of the file. */
export function rowSorter(header: Row, positions: Positions): (row: Row) => SortedRow {
  let group: string | null = null
  let boundary = header.line
  return (row) => {
    const filled = filledCells(row)
    const label = row.cells[filled[0] ?? -1]?.trim()
    if (label === undefined || isRepeated(row, header)) return { kind: 'nothing' }
    if (mayBeTotal(row, label, filled, positions)) {
      if (!hasAmount(row, positions)) return { kind: 'nothing' }
      const total = { ...row, label, after: boundary, ofAll: ofAll.test(label) }
      boundary = row.line
      group = null
      return { kind: 'total', row: total }
    }
    if (isHeading(filled, positions)) {
      group = isAgeBand(label) ? null : label
      boundary = row.line
      return group === null ? { kind: 'nothing' } : { kind: 'heading', row }
    }
    return { kind: 'data', row: { ...row, group } }
  }
}

/** The cell of a field, trimmed; '' where the list has no such column. */
export function cellOf({ cells }: Row, positions: Positions, field: Field): string {
  const at = positions[field]
  return at === undefined ? '' : (cells[at]?.trim() ?? '')
}

function filledCells({ cells }: Row): readonly number[] {
  const filled: number[] = []
  for (const [at, cell] of cells.entries()) if (cell.trim() !== '') filled.push(at)
  return filled
}

function isRepeated({ cells }: Row, header: Row): boolean {
  return cells.length === header.cells.length && cells.every((cell, at) => cell === header.cells[at])
}

/** Starts with a total word and has no document: a customer may be called Total Energies. */
function mayBeTotal(row: Row, label: string, [first, ...others]: readonly number[], positions: Positions): boolean {
  if (others.length === 0 || !startsWithTotal.test(label)) return false
  if (isPaymentOf(row, label, positions)) return false
  return !(['documentNumber', 'issueDate', 'dueDate'] as const).some(
    (field) => positions[field] !== first && cellOf(row, positions, field) !== '',
  )
}

/** A payment may have neither number nor date. Where the total word stands alone, it sums up the payments. */
function isPaymentOf(row: Row, label: string, positions: Positions): boolean {
  const { kind } = documentTypeOf(cellOf(row, positions, 'documentType'))
  return kind === 'payment' && !totalWordAlone.test(label.replace(/\s+[A-Z]{3}:?$/, ''))
}

function hasAmount(row: Row, positions: Positions): boolean {
  return (['openAmount', 'otherSide', 'originalAmount'] as const).some((field) => {
    const text = cellOf(row, positions, field)
    return text !== '' && numberCell(text) !== null
  })
}

/** A lone cell where a customer, or nothing we read, would stand. */
function isHeading(filled: readonly number[], positions: Positions): boolean {
  const [only, ...others] = filled
  if (only === undefined || others.length > 0) return false
  const field = (Object.keys(positions) as Field[]).find((name) => positions[name] === only)
  return field === undefined || field === 'customerName' || field === 'customerNumber' || field === 'issueDate'
}
