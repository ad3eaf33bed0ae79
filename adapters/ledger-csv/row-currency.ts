import type { Currency } from '../../domain/shared/money.ts'
import { currenciesOf } from './currency-words.ts'
import type { NumberCell } from './number-cell.ts'
import type { BadRowReason, Question } from '../../domain/receivables/understanding.ts'

/** In which currency a row is: known, to be asked, or contradicted by the row itself. */
export type RowCurrency =
  | { readonly kind: 'known'; readonly currency: Currency }
  | { readonly kind: 'open'; readonly candidates: readonly Currency[] }
  | { readonly kind: 'bad'; readonly reason: BadRowReason }
  /** What stands beside the digits is no unit, so the cell is no amount. */
  | { readonly kind: 'no-amount' }

/** The row's own column and the sign in its amount cell must agree; `otherwise` fills in where they leave it open. */
export function rowCurrency(cell: string, { unit }: NumberCell, otherwise: Currency | null): RowCurrency {
  const byColumn = cell === '' ? null : currenciesOf(cell)
  const byUnit = unit === '' ? null : currenciesOf(unit)
  if (byColumn?.length === 0) return { kind: 'bad', reason: { code: 'unknown-currency', text: cell } }
  // `=1`, `x4` and `e5` are what is left of `=1+1`, `12x4` and `1e5`: no unit that anybody uses.
  if (byUnit?.length === 0 && !/^\p{L}{2,}$|^\p{Sc}/u.test(unit)) return { kind: 'no-amount' }
  if (byUnit?.length === 0) return { kind: 'bad', reason: { code: 'unknown-currency', text: unit } }
  const candidates = byColumn && byUnit ? byColumn.filter((one) => byUnit.includes(one)) : (byColumn ?? byUnit)
  if (candidates?.length === 0)
    return { kind: 'bad', reason: { code: 'currencies-differ', text: unit, currency: cell } }
  const [only, ...others] = candidates ?? []
  if (only !== undefined && others.length === 0) return { kind: 'known', currency: only }
  if (otherwise !== null && (candidates === null || candidates.includes(otherwise))) {
    return { kind: 'known', currency: otherwise }
  }
  return { kind: 'open', candidates: candidates ?? [] }
}

/** Gathers the rows that leave their currency open, for one question about all of them. */
export interface CurrencyEvidence {
  see(line: number, currency: RowCurrency): void
  question(): Question | null
}

export function currencyEvidence(): CurrencyEvidence {
  const candidates = new Set<Currency>()
  let rows = 0
  let first = 0
  let last = 0
  return {
    see(line, currency) {
      if (currency.kind !== 'open') return
      if (rows === 0) first = line
      // A row of sums by age is seen once for each of them.
      if (line !== last) rows += 1
      last = line
      for (const candidate of currency.candidates) candidates.add(candidate)
    },
    question: () => (rows === 0 ? null : { kind: 'which-currency', candidates: [...candidates], rows, line: first }),
  }
}
