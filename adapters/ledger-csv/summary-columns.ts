import type { Field } from '../../domain/receivables/understanding.ts'
import { headerMeanings, withoutCurrency } from './header-meanings.ts'
import { languages } from './ledger-words.ts'
import { plainWord } from './plain-word.ts'
import type { AgeBand } from './age-bands.ts'

// A list of sums has no documents, whatever a column may look like.
const without = {
  documentNumber: null,
  documentType: null,
  issueDate: null,
  dueDate: null,
  originalAmount: null,
  otherSide: null,
  lineText: null,
  lineAmount: null,
  subscriptionId: null,
} as const

const totalWords = new Set(languages.flatMap(({ total }) => total.map(plainWord)))

/** Which column sums up the ages of a row, from 0; the last that may, null where none does. */
export function totalColumn(headers: readonly string[], bands: readonly AgeBand[]): number | null {
  const isBand = new Set(bands.map(({ at }) => at))
  const found = headers.findLastIndex((header, at) => !isBand.has(at) && isTotal(header))
  return found === -1 ? null : found
}

/** What the columns of a list of sums are; its open amount is the total, or the first age where it has none. */
export function summaryColumns(
  headers: readonly string[],
  bands: readonly AgeBand[],
): Readonly<Partial<Record<Field, string | null>>> {
  return { ...without, openAmount: `#${(totalColumn(headers, bands) ?? bands[0]?.at ?? 0) + 1}` }
}

function isTotal(header: string): boolean {
  if ([header, withoutCurrency(header)].some((text) => totalWords.has(plainWord(text)))) return true
  return headerMeanings(header).some(({ field }) => field === 'openAmount' || field === 'originalAmount')
}
