import { isAgeBand } from './header-meanings.ts'
import { languages } from './ledger-words.ts'

/** One column of a list of sums by age. */
export interface AgeBand {
  /** Where it stands in a row, from 0. */
  readonly at: number
  readonly header: string
  /** The fewest days past due of what stands in it; null where it is not due yet. */
  readonly atLeast: number | null
}

const fewestBands = 3
// No month is shorter, and an age must never be told as more than it is.
const daysOfMonth = 28

/**
 * The columns by age of a header row, the youngest first; null where they leave open which of them is older, or overlap
 * so that a sum may stand in two. A column of all that is overdue sums up others, and is none of them.
 */
export function ageBandsOf(headers: readonly string[]): readonly AgeBand[] | null {
  const bands: AgeBand[] = []
  let from = 1
  for (const [at, cell] of headers.entries()) {
    const header = cell.trim()
    if (!isAgeBand(header) || saysOf('overdue', header)) continue
    if (saysOf('notDue', header)) {
      if (bands.length > 0) return null
      bands.push({ at, header, atLeast: null })
      continue
    }
    const span = spanOf(header, from)
    if (span === null || span.atLeast < from - 1) return null
    bands.push({ at, header, atLeast: span.atLeast })
    from = span.next
  }
  return bands.length < fewestBands ? null : bands
}

/** From how many days on, and from how many the next column may begin; null where nothing can be older. */
function spanOf(header: string, from: number): { readonly atLeast: number; readonly next: number } | null {
  if (from === Infinity) return null
  const [first, last] = (header.match(/\d+/g) ?? []).map(Number)
  if (first === undefined) return { atLeast: from, next: Infinity }
  if (last !== undefined) return last < first ? null : { atLeast: first, next: last + 1 }
  const isMonths = /month/i.test(header)
  const days = isMonths ? first * daysOfMonth : first
  if (header.startsWith('<')) return { atLeast: 1, next: days }
  if (isMonths) return { atLeast: days, next: days + daysOfMonth }
  if (saysOf('andMore', header)) return { atLeast: first, next: Infinity }
  if (saysOf('moreThan', header)) return { atLeast: first + 1, next: Infinity }
  // `30 days` beside `60 days`: whatever is meant, it is older than what stands before it.
  return { atLeast: from, next: first + 1 }
}

function saysOf(what: 'notDue' | 'overdue' | 'moreThan' | 'andMore', header: string): boolean {
  const text = header.toLowerCase()
  return languages.some(({ ages }) => ages[what].test(text))
}
