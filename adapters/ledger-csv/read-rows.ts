import { CsvError, parse } from 'csv-parse/sync'
import type { UnreadableReason } from '../../domain/receivables/understanding.ts'

/** One record of the file, with the line it begins on. */
export interface Row {
  readonly line: number
  /** The same as the parser counts: it takes a Windows line end within quotes for two. */
  readonly parserLine: number
  readonly cells: readonly string[]
}

export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/**
 * Hands over the file's records one by one, blank ones included, so that nobody need hold them all; it begins with
 * the row `from` and stops early after `most`. Quotes inside unquoted cells are letters. Answers what is wrong with
 * the file, or null.
 */
export function eachRow(
  bytes: Uint8Array,
  delimiter: Delimiter,
  take: (row: Row) => void,
  { from = null, most = null }: { readonly from?: Row | null; readonly most?: number | null } = {},
): Extract<UnreadableReason, { code: 'quote-not-closed' }> | null {
  let line = from?.line ?? 1
  let parserLine = from?.parserLine ?? 1
  try {
    parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      delimiter,
      bom: true,
      // Named all three: left to itself the parser takes the first it meets, and mixed files swallow lines.
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      // It makes an error with a stack for every record that is not as long as the first one: begin with the header.
      relax_column_count: true,
      from_line: parserLine,
      ...(most === null ? {} : { to: most }),
      on_record: (cells: string[], { lines }) => {
        take({ line, parserLine, cells })
        line += 1 + lineEndsIn(cells)
        parserLine = lines + 1
        return null
      },
    })
  } catch (fault) {
    if (fault instanceof CsvError && fault.code === 'CSV_QUOTE_NOT_CLOSED') return { code: 'quote-not-closed', line }
    throw fault
  }
  return null
}

function lineEndsIn(cells: readonly string[]): number {
  let found = 0
  for (const cell of cells) if (/[\r\n]/.test(cell)) found += cell.match(/\r\n|\r|\n/g)?.length ?? 0
  return found
}
