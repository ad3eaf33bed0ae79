import type { Lane } from '../../domain/customers/lane.ts'
import type { ClosedDocument, ImportScope } from '../../domain/receivables/ledger-import.ts'
import { minorDigits, type Currency } from '../../domain/shared/money.ts'
import { daysBetween, type Day } from '../../domain/shared/time.ts'
import type { DateCell } from './date-cell.ts'
import type { Positions } from './map-columns.ts'
import { isZero, minorOf, numberCell, readingOf, type NumberCell } from './number-cell.ts'
import type { PreparedRow } from './prepare-row.ts'
import type { AccountFacts } from './read-account.ts'
import { laneOf } from './scope-values.ts'
import { closedDocument } from './shown-closed.ts'
import type { BadRowReason, DateOrder, DecimalSign, Field } from '../../domain/receivables/understanding.ts'

/** What was decided about the file before its rows are read. */
export interface Conventions {
  readonly headers: readonly string[]
  readonly positions: Positions
  readonly scope: ImportScope
  readonly asOf: Day
  readonly decimal: DecimalSign
  readonly dateOrder: DateOrder
  /** Whether no row has amounts in two of the columns that share them, so that a blank one means the other side. */
  readonly oneSided: boolean
}

/** One readable row with something open. */
export interface Entry {
  readonly row: PreparedRow
  readonly account: AccountFacts
  readonly lane: Lane | null
  readonly issued: Day | null
  readonly due: Day | null
  /** As written; which sign is a credit is for the whole file to say. */
  readonly minor: number
  readonly currency: Currency
  readonly lineMinor: number | null
}

type ReadRow =
  | { readonly kind: 'entry'; readonly entry: Entry }
  /** Neither amount nor customer nor number: something written under the table. */
  | { readonly kind: 'remark' }
  /** Nothing open; it still shows that the account exists. */
  | { readonly kind: 'zero'; readonly account: AccountFacts | null; readonly closed: ClosedDocument | null }
  | {
      readonly kind: 'bad'
      readonly reason: BadRowReason
      /** The document it was about, as far as that can be trusted. */
      readonly document: { readonly account: string; readonly number: string | null } | null
    }

// Open invoices fall due within a few years; what lies further off is a misread year.
const furthestAhead = 3 * 366
const furthestBack = 30 * 366

/** Reads one row by the conventions of its file. */
export function readRow(row: PreparedRow, file: Conventions): ReadRow {
  const { account, number, currency } = row
  if (row.surplus > 0) {
    // Its cells may have slipped, so not even its customer can be trusted.
    const reason = { code: 'too-many-cells', cells: row.surplus, columns: file.headers.length } as const
    return { kind: 'bad', reason, document: null }
  }
  if (row.written === '' && !row.fault) return readBlank(row, file)
  if (row.cutAt > 0) return cutOff(row.cutAt, file)
  const open = numberCell(row.written)
  if (open && isZero(open) && !row.fault) return readZero(row)
  if (!account.ok) return { kind: 'bad', reason: account.refusal, document: null }

  const document = { account: account.value.key, number: number === '' ? null : number }
  const bad = (reason: BadRowReason): ReadRow => ({ kind: 'bad', reason, document })
  if (row.fault) return bad(row.fault)
  if (!open || currency.kind === 'no-amount')
    return bad({ code: 'unreadable-amount', column: headerOf(file, sideFields[row.side]), text: row.written })
  const lane = readLane(row.lane, file.scope)
  if (typeof lane === 'object' && lane !== null) return bad(lane)
  if (currency.kind === 'bad') return bad(currency.reason)
  if (currency.kind === 'open') throw new Error('currencies are asked about before rows are read')
  const minor = readSide(row, open, currency.currency, file)
  if (typeof minor === 'object') return bad(minor)
  const lineCell = row.lineWritten === '' ? undefined : numberCell(row.lineWritten)
  const lineMinor =
    lineCell === undefined ? null : readAmount(lineCell, row.lineWritten, 'lineAmount', currency.currency, file)
  if (typeof lineMinor === 'object' && lineMinor !== null) return bad(lineMinor)
  const issued = readDate(row.issued, 'issueDate', file)
  if (typeof issued === 'object' && issued !== null) return bad(issued)
  const due = readDate(row.due, 'dueDate', file)
  if (typeof due === 'object' && due !== null) return bad(due)

  return {
    kind: 'entry',
    entry: { row, account: account.value, lane, issued, due, minor, currency: currency.currency, lineMinor },
  }
}

/** Closes nothing where the column beside has an amount: the document is open there. */
function readZero(row: PreparedRow): ReadRow {
  if (!row.account.ok) return { kind: 'zero', account: null, closed: null }
  const account = row.account.value
  return { kind: 'zero', account, closed: row.beside ? null : closedDocument(row, account) }
}

/** Nothing written is no written nothing: a row that is cut off or half filled in must not close its invoice. */
function readBlank(row: PreparedRow, file: Conventions): ReadRow {
  const { account, number } = row
  if (!row.named && number === '') return { kind: 'remark' }
  if (row.beside && file.oneSided) return readZero(row)
  if (!account.ok) return { kind: 'bad', reason: account.refusal, document: null }
  if (row.cutAt > 0) return cutOff(row.cutAt, file)
  const document = { account: account.value.key, number: number === '' ? null : number }
  return { kind: 'bad', reason: { code: 'no-open-amount' }, document }
}

/** Its last cell may be half a number, so not even its document can be trusted. */
function cutOff(cells: number, { headers }: Conventions): ReadRow {
  return { kind: 'bad', reason: { code: 'too-few-cells', cells, columns: headers.length }, document: null }
}

/** An amount cell in minor units; a word where it is none or does not fit. */
export function amountIn(
  cell: NumberCell,
  currency: Currency,
  decimal: DecimalSign,
): number | 'unreadable' | 'too-many-decimals' | 'too-large' {
  const reading = readingOf(cell.body, decimal)
  if (!reading) return 'unreadable'
  const minor = minorOf(reading, minorDigits(currency))
  return typeof minor === 'number' && cell.negative ? -minor : minor
}

const sideFields = { own: 'openAmount', other: 'otherSide', both: 'openAmount' } as const

/** What stands on the other side counts the other way. */
function readSide({ side, written }: PreparedRow, cell: NumberCell, currency: Currency, file: Conventions) {
  const column = headerOf(file, 'otherSide')
  if (side === 'both') {
    return { code: 'amounts-on-both-sides', columns: [headerOf(file, 'openAmount'), column] } as const
  }
  const minor = readAmount(cell, written, sideFields[side], currency, file)
  if (side === 'own' || typeof minor === 'object') return minor
  return minor < 0 ? ({ code: 'negative-on-other-side', column, text: written } as const) : -minor
}

function readAmount(
  cell: NumberCell | null,
  text: string,
  field: Field,
  currency: Currency,
  file: Conventions,
): number | BadRowReason {
  const minor = cell ? amountIn(cell, currency, file.decimal) : 'unreadable'
  switch (minor) {
    case 'unreadable':
      return { code: 'unreadable-amount', column: headerOf(file, field), text }
    case 'too-large':
      return { code: 'amount-too-large', text }
    case 'too-many-decimals':
      return { code: 'too-many-decimals', text, currency, decimal: file.decimal }
    default:
      return minor
  }
}

function readLane(text: string, scope: ImportScope): Lane | null | BadRowReason {
  const own = scope.kind === 'lane' ? laneOf(scope.value) : null
  if (text === '') return own
  const lane = laneOf(text)
  if (lane === null) return { code: 'unknown-lane', text }
  return own === null || lane === own ? lane : { code: 'outside-scope', text, scope }
}

function readDate(cell: DateCell | null, field: Field, file: Conventions): Day | null | BadRowReason {
  if (cell === null) return null
  const { text } = cell
  const column = headerOf(file, field)
  const day = cell[file.dateOrder]
  if (day === null) return { code: 'unreadable-date', column, text }
  const ahead = daysBetween(file.asOf, day)
  if (ahead > furthestAhead || ahead < -furthestBack) return { code: 'unlikely-date', column, text, day }
  return day
}

function headerOf({ headers, positions }: Conventions, field: Field): string {
  return headers[positions[field] ?? -1]?.trim() ?? field
}
