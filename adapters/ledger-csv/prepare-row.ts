import type { ImportScope } from '../../domain/receivables/ledger-import.ts'
import { minorDigits, type Currency } from '../../domain/shared/money.ts'
import type { Outcome } from '../../domain/shared/outcome.ts'
import { amountsBeside, columnsNeeded } from './columns-needed.ts'
import { rememberDates, type DateCell } from './date-cell.ts'
import { documentTypeOf, type DocumentType } from './document-type.ts'
import type { Positions } from './map-columns.ts'
import { isAmount, isZero, numberCell, type NumberCell } from './number-cell.ts'
import { accountReader, type AccountFacts } from './read-account.ts'
import { rowCurrency, type RowCurrency } from './row-currency.ts'
import type { Evidence } from './settle-conventions.ts'
import { cellOf, type DataRow, type TotalRow } from './sort-rows.ts'
import type { BadRowReason, Field } from '../../domain/receivables/understanding.ts'

/** What is kept of a data row until the file's conventions are settled. A hundred thousand of them must be small. */
export interface PreparedRow {
  readonly line: number
  /** How many cells it has, where it has more than the table has columns; else 0. */
  readonly surplus: number
  /** How many cells it has, where columns that every row needs lie beyond them; else 0. */
  readonly cutAt: number
  /** Whether it names its customer itself, not by the heading it stands below. */
  readonly named: boolean
  readonly account: Outcome<AccountFacts, BadRowReason>
  readonly lane: string
  /** '' where the row has none. */
  readonly number: string
  readonly type: DocumentType
  readonly issued: DateCell | null
  readonly due: DateCell | null
  /** The open amount as written, on whichever side it stands. */
  readonly written: string
  readonly side: 'own' | 'other' | 'both'
  /** Whether another column holds an amount where the open one may stand instead: that of another age. */
  readonly beside: boolean
  readonly currency: RowCurrency
  readonly text: string
  readonly lineWritten: string
  readonly subscription: string
  /** What is wrong with it, where that was seen before it is read. */
  readonly fault?: BadRowReason
}

export interface TableFacts {
  readonly headers: readonly string[]
  readonly positions: Positions
  readonly scope: ImportScope
  /** For rows that name no currency. */
  readonly otherwise: Currency | null
}

/** Reads what can be read of a row by itself, and lets the evidence see it. */
export function rowPreparer({ headers, positions, scope, otherwise }: TableFacts, evidence: Evidence) {
  const dateOf = rememberDates()
  const needed = columnsNeeded(positions)
  const others = amountsBeside(headers, positions.openAmount)
  const accountOf = accountReader(positions, scope)
  const currencyOf = rememberCurrencies(otherwise)
  const textOf = rememberTexts()
  // Nothing open needs no currency, and what is no amount is told as such.
  const needless: RowCurrency = { kind: 'known', currency: otherwise ?? 'XXX' }

  return {
    prepare(row: DataRow): PreparedRow {
      const cell = (field: Field) => cellOf(row, positions, field)
      const { line } = row
      const side = sideOf(cell('openAmount'), cell('otherSide'))
      const written = cell(side === 'other' ? 'otherSide' : 'openAmount')
      const open = numberCell(written)
      const isOpen = open !== null && !isZero(open)
      const currency = isOpen ? currencyOf(cell('currency'), open) : needless
      const issued = dateOf(cell('issueDate'))
      const due = dateOf(cell('dueDate'))
      const lineWritten = cell('lineAmount')
      if (isOpen) {
        const digits = currency.kind === 'known' ? minorDigits(currency.currency) : 2
        evidence.currencies.see(line, currency)
        for (const date of [issued, due]) if (date) evidence.dates.see(line, date.text, date)
        evidence.decimals.see({ line, text: written, body: open.body, digits })
        for (const text of [lineWritten, cell('originalAmount')]) {
          const amount = text === '' || text === written ? null : numberCell(text)
          if (amount) evidence.decimals.see({ line, text, body: amount.body, digits })
        }
      }
      const cells = row.cells.findLastIndex((text) => text.trim() !== '') + 1
      return {
        line,
        surplus: cells > headers.length ? cells : 0,
        cutAt: row.cells.length < needed ? row.cells.length : 0,
        named: cell('customerNumber') !== '' || cell('customerName') !== '',
        account: accountOf(row),
        lane: cell('lane'),
        number: cell('documentNumber'),
        type: documentTypeOf(cell('documentType')),
        issued,
        due,
        written,
        side,
        beside: others.some((at) => isAmount(row.cells[at] ?? '')),
        currency,
        text: textOf(cell('lineText')),
        lineWritten,
        subscription: cell('subscriptionId'),
      }
    },

    /** A total is written like the amounts it sums up. */
    seeTotal(row: TotalRow): void {
      const text = cellOf(row, positions, 'openAmount')
      const cell = numberCell(text)
      if (cell) evidence.decimals.see({ line: row.line, text, body: cell.body, digits: 2 })
    },
  }
}

/** A zero on the other side says no more than a blank; what is no amount must not go unsaid. */
function sideOf(own: string, other: string): PreparedRow['side'] {
  if (saysNothing(other)) return 'own'
  return saysNothing(own) ? 'other' : 'both'
}

function saysNothing(text: string): boolean {
  const cell = text === '' ? null : numberCell(text)
  return text === '' || (cell !== null && isZero(cell))
}

function rememberCurrencies(otherwise: Currency | null): (cell: string, open: NumberCell) => RowCurrency {
  const known = new Map<string, RowCurrency>()
  return (cell, open) => {
    const key = `${cell}|${open.unit}`
    let found = known.get(key)
    if (!found) known.set(key, (found = rowCurrency(cell, open, otherwise)))
    return found
  }
}

/** Product names repeat; one copy of each is enough, while they are few. */
function rememberTexts(): (text: string) => string {
  const known = new Map<string, string>()
  return (text) => {
    const found = known.get(text)
    if (found === undefined && known.size < 5000) known.set(text, text)
    return found ?? text
  }
}
