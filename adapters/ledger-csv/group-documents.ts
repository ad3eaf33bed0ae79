import type { Entry } from './read-entry.ts'

/** Rows of one document, documents in order. Payments and credits without a number are one document per day. */
export function* documentsOf(entries: readonly Entry[], hasLines: boolean): Iterable<readonly Entry[]> {
  const isCredit = (entry: Entry) => isCreditSide(entry, hasLines)
  const numberOf = (entry: Entry) => entry.row.number || (isCredit(entry) ? numberOfDay(entry) : '')
  const inOrder = (a: Entry, b: Entry) =>
    compare(a.account.key, b.account.key) ||
    compare(numberOf(a), numberOf(b)) ||
    Number(isCredit(a)) - Number(isCredit(b))
  let rows: Entry[] = []
  // Sorted, not grouped in a map: a hundred thousand keys would cost more memory than the rows.
  for (const entry of entries.toSorted(inOrder)) {
    if (rows[0] && inOrder(rows[0], entry) !== 0) {
      yield rows
      rows = []
    }
    rows.push(entry)
  }
  if (rows.length > 0) yield rows
}

/** Whether a row belongs to a credit. A negative line of a numbered invoice with lines is a discount on it. */
export function isCreditSide(entry: Entry, hasLines: boolean): boolean {
  return isCreditType(entry) || (entry.minor < 0 && (!hasLines || entry.row.number === ''))
}

export function isCreditType({ row: { type } }: Entry): boolean {
  return type.kind === 'credit' || type.kind === 'payment'
}

/** What a payment or credit without a number is called. */
export function numberOfDay({ row, issued, due, currency }: Entry): string {
  return [row.type.kind === 'payment' ? 'payment' : 'credit', issued ?? due ?? 'undated', currency].join(' ')
}

export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
