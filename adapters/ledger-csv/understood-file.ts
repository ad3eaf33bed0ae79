import type { Day } from '../../domain/shared/time.ts'
import type { DecodedFile } from './decode.ts'
import { guid } from './guid.ts'
import { columnsAt } from './map-columns.ts'
import type { Conventions, Entry } from './read-entry.ts'
import type { FileEnding } from './table-end.ts'
import { fields, type Field, type Note, type UnderstoodLedger } from '../../domain/receivables/understanding.ts'

/** Which columns were used, and which mean nothing to us. */
export function columnsOf({ headers, positions }: Conventions): Pick<UnderstoodLedger, 'columns' | 'unusedColumns'> {
  const used = new Set(Object.values(positions))
  const unused = headers.flatMap((header, at) => (header.trim() === '' || used.has(at) ? [] : [at]))
  const columns = fields.flatMap((field: Field) => {
    const at = positions[field]
    return at === undefined ? [] : columnsAt(headers, [at]).map((column) => ({ field, column }))
  })
  return { columns, unusedColumns: columnsAt(headers, unused) }
}

/** What is to be said of the file as a whole. */
export function fileNotes(encoding: DecodedFile['encoding'], asOfInFile: Day | null, asOf: Day): readonly Note[] {
  return [
    ...(encoding === 'windows-1252' ? [{ code: 'windows-1252' } as const] : []),
    ...(asOfInFile !== null && asOfInFile !== asOf ? [{ code: 'as-of-differs', inFile: asOfInFile } as const] : []),
  ]
}

/** What is to be said of its end: a file that was cut off must not pass for a whole one. */
export function endingNotes({ open, footers }: FileEnding): readonly Note[] {
  return [
    ...(open === null ? [] : [{ code: 'no-line-end', line: open } as const]),
    ...(footers.length === 0 ? [] : [{ code: 'lines-not-read', lines: footers } as const]),
  ]
}

/** What is to be said of its rows together. */
export function entryNotes(entries: readonly Entry[]): readonly Note[] {
  const texts = new Set(entries.flatMap(({ row: { type } }) => (type.kind === 'unknown' ? [type.text] : [])))
  const rows = entries.filter(({ row }) => row.subscription !== '' && !guid.test(row.subscription)).length
  const wrong = entries.filter(({ account }) => account.wrongTenantId).map(({ row }) => row.line)
  const line = wrong.reduce((first, at) => Math.min(first, at), Infinity)
  return [
    ...(wrong.length > 0 ? [{ code: 'not-tenant-ids', rows: wrong.length, line } as const] : []),
    ...(texts.size > 0 ? [{ code: 'unknown-types', texts: [...texts].sort() } as const] : []),
    ...(rows > 0 ? [{ code: 'not-subscription-ids', rows } as const] : []),
  ]
}
