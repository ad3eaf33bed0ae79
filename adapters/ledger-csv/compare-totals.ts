import type { Currency } from '../../domain/shared/money.ts'
import type { Contribution } from './build-items.ts'
import { currenciesOf } from './currency-words.ts'
import type { Positions } from './map-columns.ts'
import { numberCell, type NumberCell } from './number-cell.ts'
import { amountIn } from './read-entry.ts'
import { cellOf, type TotalRow } from './sort-rows.ts'
import type { DecimalSign, Note } from '../../domain/receivables/understanding.ts'

/**
 * Holds the file's own totals against ours. A total is right when it is the sum of everything above it or of the part
 * it closes; which of the two is meant cannot always be told.
 */
export function compareTotals(
  totals: readonly TotalRow[],
  contributions: readonly Contribution[],
  positions: Positions,
  decimal: DecimalSign,
): readonly Note[] {
  const currencies = new Set(contributions.map(({ currency }) => currency))
  const [only] = currencies.size === 1 ? currencies : []
  const sums = sumsUpTo(contributions)
  const notes: Note[] = []
  let agree = 0
  for (const total of totals) {
    const { line, label } = total
    const [text, across] = [cellOf(total, positions, 'openAmount'), cellOf(total, positions, 'otherSide')]
    const cell = text === '' && across === '' ? null : numberCell(text)
    // A share of the total sums up nothing.
    if (cell?.unit === '%') continue
    const currency = cell && (currencyOf(total, cell.unit, positions) ?? only)
    const stated = currency ? statedBy(cell, numberCell(across), currency, decimal) : null
    if (currency == null || stated === null) {
      notes.push({ code: 'total-not-compared', line, label })
      continue
    }
    const all = sums(currency, line)
    const part = all - sums(currency, total.after)
    if (stated === all || stated === part) agree += 1
    else notes.push({ code: 'total-differs', line, label, stated, ours: total.ofAll ? all : part, currency })
  }
  return agree > 0 ? [{ code: 'totals-agree', totals: agree }, ...notes] : notes
}

/** On the other side of the open amount a total counts the other way too. */
function statedBy(
  own: NumberCell | null,
  across: NumberCell | null,
  currency: Currency,
  decimal: DecimalSign,
): number | null {
  const [open, other] = [own, across].map((cell) => cell && amountIn(cell, currency, decimal))
  return typeof open === 'number' && typeof other === 'number' ? open - other : null
}

function currencyOf(total: TotalRow, unit: string, positions: Positions): Currency | null {
  const code = /\b([A-Z]{3})\)?$/.exec(total.label)?.[1] ?? ''
  for (const text of [cellOf(total, positions, 'currency'), unit, code]) {
    const [found, ...others] = currenciesOf(text)
    if (found !== undefined && others.length === 0) return found
  }
  return null
}

/** Answers the sum of a currency over all lines up to one, however many totals ask. */
function sumsUpTo(contributions: readonly Contribution[]): (currency: Currency, line: number) => number {
  const running = new Map<Currency, { lines: number[]; sums: number[] }>()
  for (const { line, currency, minor } of contributions) {
    const own = running.get(currency) ?? { lines: [], sums: [] }
    running.set(currency, own)
    own.lines.push(line)
    own.sums.push((own.sums.at(-1) ?? 0) + minor)
  }
  return (currency, line) => {
    const { lines = [], sums = [] } = running.get(currency) ?? {}
    let [low, high] = [0, lines.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((lines[middle] ?? 0) <= line) low = middle + 1
      else high = middle
    }
    return sums[low - 1] ?? 0
  }
}
