import { headerMeanings, isAgeBand } from './header-meanings.ts'
import type { Positions } from './map-columns.ts'

// Without one of these a row is another document, or another kind of document. Others may be left away at the end of
// a row: spreadsheets do so with blank cells.
const everyRowNeeds = [
  'customerNumber',
  'customerName',
  'company',
  'lane',
  'documentNumber',
  'documentType',
  'openAmount',
  'currency',
] as const

/** How many cells a row must have to be whole. */
export function columnsNeeded(positions: Positions): number {
  return 1 + Math.max(...everyRowNeeds.map((field) => positions[field] ?? -1))
}

/**
 * The columns that share their amounts with the open one, each row having its amount in one of them: one age beside
 * another, one currency beside another.
 */
export function amountsBeside(headers: readonly string[], open: number | undefined): readonly number[] {
  const chosen = headers[open ?? -1]
  if (chosen === undefined) return []
  return headers.flatMap((header, at) => (at !== open && areSides(chosen, header) ? [at] : []))
}

function areSides(a: string, b: string): boolean {
  if (isAgeBand(a) && isAgeBand(b)) return true
  const [tierOfA, tierOfB] = [tierOfOpen(a), tierOfOpen(b)]
  return tierOfA !== undefined && tierOfA === tierOfB
}

function tierOfOpen(header: string): number | undefined {
  return headerMeanings(header).find(({ field }) => field === 'openAmount')?.tier
}
