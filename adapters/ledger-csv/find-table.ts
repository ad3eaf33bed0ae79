import { granted, refused, type Outcome } from '../../domain/shared/outcome.ts'
import { ageBandsOf, type AgeBand } from './age-bands.ts'
import { headerMeanings, isAgeBand } from './header-meanings.ts'
import { plainWord } from './plain-word.ts'
import { delimiters, eachRow, type Delimiter, type Row } from './read-rows.ts'
import type { Field, UnreadableReason } from '../../domain/receivables/understanding.ts'

/** Where the table begins. */
export interface Table {
  readonly delimiter: Delimiter
  readonly header: Row
  /** What stands above it, one text per line. */
  readonly titles: readonly string[]
  /** Set where the list has sums by age and no documents. */
  readonly bands: readonly AgeBand[] | null
}

interface Candidate extends Omit<Table, 'bands'> {
  readonly fields: ReadonlySet<Field>
  readonly recognised: number
  readonly ageBands: readonly string[]
}

const titleLines = 60
const sampleBytes = 200_000
const fewestColumns = 3

/**
 * Finds the delimiter and the header row by the header words: the row that says most. `named` are headers a person
 * gave for columns; they count as words.
 */
export function findTable(bytes: Uint8Array, named: readonly string[]): Outcome<Table, UnreadableReason> {
  const own = new Set(named.map(plainWord))
  let best: Candidate | null = null
  let unclosed: UnreadableReason | null = null
  for (const delimiter of delimiters) {
    const rows: Row[] = []
    const fault = eachRow(bytes.subarray(0, sampleBytes), delimiter, (row) => rows.push(row), { most: titleLines })
    if (fault) {
      unclosed ??= fault
      continue
    }
    for (const [at, header] of rows.entries()) {
      const candidate = { delimiter, header, titles: rows.slice(0, at).map(titleOf), ...meaning(header, own) }
      if (weight(candidate) > (best === null ? 0 : weight(best))) best = candidate
    }
  }
  if (!best) return refused(unclosed ?? { code: 'no-header' })
  const { ageBands, fields, recognised, ...table } = best
  if (ageBands.length >= 3 && !fields.has('documentNumber') && !fields.has('dueDate')) {
    const bands = ageBandsOf(table.header.cells)
    return bands === null ? refused({ code: 'aged-summary', headers: ageBands }) : granted({ ...table, bands })
  }
  return recognised < fewestColumns ? refused({ code: 'no-header' }) : granted({ ...table, bands: null })
}

function meaning({ cells }: Row, own: ReadonlySet<string>) {
  const fields = new Set(cells.flatMap((cell) => headerMeanings(cell).map(({ field }) => field)))
  const named = cells.filter((cell) => headerMeanings(cell).length === 0 && own.has(plainWord(cell))).length
  return { fields, recognised: fields.size + named, ageBands: cells.filter(isAgeBand) }
}

function weight({ recognised, ageBands }: Candidate): number {
  return recognised + ageBands.length
}

function titleOf({ cells }: Row): string {
  return cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== '')
    .join(' ')
}
