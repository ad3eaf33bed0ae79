import { granted, refused, type Outcome } from '../../domain/shared/outcome.ts'
import { headerMeanings, isAgeBand } from './header-meanings.ts'
import { otherSides } from './other-sides.ts'
import { plainWord } from './plain-word.ts'
import {
  fields,
  type Column,
  type Field,
  type Question,
  type RefusalReason,
} from '../../domain/receivables/understanding.ts'

/** Where each field stands in a row, from 0. */
export type Positions = Readonly<Partial<Record<Field, number>>>

interface ColumnMapping {
  readonly positions: Positions
  readonly questions: readonly Question[]
}

type Overrides = Readonly<Partial<Record<Field, string | null>>>

/**
 * Says which column is which by its header. Two columns that say the same equally well are asked about, and so is a
 * column that a list cannot do without; a single amount column is asked about too, since only a person knows whether
 * it is what was invoiced or what is still open. Of debit and credit one is the open amount and the other its other side.
 */
export function mapColumns(headers: readonly string[], overrides: Overrides): Outcome<ColumnMapping, RefusalReason> {
  const positions: Partial<Record<Field, number>> = {}
  const questions: Question[] = []
  const taken = new Set<number>()
  for (const field of fields) {
    const header = overrides[field]
    if (header == null) continue
    const at = positionOf(headers, header)
    if (at === null) return refused({ code: 'unknown-column', field, header })
    positions[field] = at
    taken.add(at)
  }
  for (const field of fields) {
    if (overrides[field] !== undefined) continue
    const found = bestOf(headers, field, taken)
    if (found.length > 1) questions.push({ kind: 'which-column', field, candidates: columnsAt(headers, found) })
    else if (found[0] !== undefined) positions[field] = found[0]
  }
  const asked = new Set(questions.map((question) => (question.kind === 'which-column' ? question.field : null)))
  const missing = (field: Field) => positions[field] === undefined && !asked.has(field)
  const candidates = columnsAt(
    headers,
    headers.flatMap((header, at) => (header.trim() === '' ? [] : [at])),
  )
  for (const field of ['documentNumber', 'dueDate'] as const) {
    if (missing(field) && overrides[field] !== null) questions.push({ kind: 'which-column', field, candidates })
  }
  if (missing('openAmount')) {
    const total = positions.originalAmount
    // In a list by age, the amounts by age are what is open, and their total is too.
    if (total !== undefined && headers.filter(isAgeBand).length >= 3) positions.openAmount = total
    else questions.push({ kind: 'which-column', field: 'openAmount', candidates })
  }
  if (overrides.otherSide === undefined) {
    const found = otherSides(headers, positions.openAmount)
    if (found.length > 1)
      questions.push({ kind: 'which-column', field: 'otherSide', candidates: columnsAt(headers, found) })
    else if (found[0] !== undefined) positions.otherSide = found[0]
  }
  return granted({ positions, questions })
}

/** The column a person named: by its header, or `#3`. */
function positionOf(headers: readonly string[], name: string): number | null {
  const numbered = /^#(\d+)$/.exec(name.trim())
  const at = numbered
    ? Number(numbered[1]) - 1
    : headers.findIndex((header) => header.trim() === name.trim() || plainWord(header) === plainWord(name))
  return at >= 0 && at < headers.length ? at : null
}

/** The columns that say the field best. */
function bestOf(headers: readonly string[], field: Field, taken: ReadonlySet<number>): readonly number[] {
  const found = headers.flatMap((header, at) => {
    const meaning = taken.has(at) ? undefined : headerMeanings(header).find((one) => one.field === field)
    return meaning ? [{ at, tier: meaning.tier }] : []
  })
  const best = Math.min(...found.map(({ tier }) => tier))
  return found.filter(({ tier }) => tier === best).map(({ at }) => at)
}

export function columnsAt(headers: readonly string[], positions: readonly number[]): readonly Column[] {
  return positions.map((at) => ({ number: at + 1, header: headers[at]?.trim() ?? '' }))
}
