import type { DataTableBlock, KnownBlock, RawNumberElement, RawTextElement, TableBlock } from '@slack/types'
import type { Table } from '../../dialogs/vocabulary/reply.ts'
import { harmless } from '../shared/plain-text.ts'
import { contextLine } from './render-text.ts'
import { limits } from './limits.ts'
import { richText } from './rich-text.ts'
import { filled } from './text-object.ts'

/**
 * How a table is shown, the best first: `data_table` sorts, filters and turns pages but is new, `table` is not
 * everywhere either, and lines of text are.
 */
export type TableStyle = 'data_table' | 'table' | 'sections'

/** Customers read down a page of this many rows before they turn it. */
const rowsPerPage = 20

/** Rows of a table beside its header, and characters of all its cells. */
const most: Readonly<Record<TableStyle, { readonly rows: number; readonly text: number }>> = {
  data_table: { rows: limits.dataTableRows - 1, text: limits.dataTableText },
  table: { rows: limits.tableRows - 1, text: limits.tableText },
  sections: { rows: Infinity, text: Infinity },
}

/** As many of the first rows as a table of this style can have; one at least, whatever its length. */
export function rowsWithin({ columns, rows }: Table, style: TableStyle): Table['rows'] {
  const lengthOf = (row: readonly string[]) => row.reduce((sum, cell) => sum + cell.length + ' · '.length, 0)
  let left = most[style].text - lengthOf(columns.map(({ title }) => title))
  const fitting = rows.slice(0, most[style].rows).findIndex((row) => (left -= lengthOf(row)) < 0)
  return rows.slice(0, fitting < 0 ? most[style].rows : Math.max(1, fitting))
}

/** A table in one style; as lines where it has no titles, since both blocks take the first row for them. */
export function renderTable(table: Table, style: TableStyle, caption: string): readonly KnownBlock[] {
  const titles = narrowed(table.columns.map(({ title }) => title))
  const rows = table.rows.map((row) => narrowed(row, Math.max(1, titles.length)))
  if (rows.length === 0) return []
  if (style === 'sections' || titles.every((title) => title.trim() === '')) return asLines(titles, rows)
  const header = titles.map(rawText)
  if (style === 'table') {
    const column_settings: TableBlock['column_settings'] = titles.map((_, at) => ({
      is_wrapped: true,
      ...(table.columns[at]?.align === 'end' ? { align: 'right' } : {}),
    }))
    return [{ type: 'table', rows: [header, ...rows.map((row) => row.map(rawText))], column_settings }]
  }
  const columns = titles.map((_, at) =>
    dataCells(
      rows.map((row) => row[at] ?? ''),
      table.columns[at]?.align,
    ),
  )
  const block: DataTableBlock = {
    type: 'data_table',
    caption: caption.trim() === '' ? titles.join(' · ') : harmless(caption),
    page_size: rowsPerPage,
    rows: [header, ...rows.map((_, row) => columns.map((cells) => cells[row] ?? rawText('')))],
  }
  return [block]
}

/** As many cells as there are columns, or may be; what comes after is written into the last one. */
function narrowed(row: readonly string[], columns = row.length): readonly string[] {
  const last = Math.min(columns, limits.tableColumns)
  const kept = Array.from({ length: last }, (_, at) => harmless(row[at] ?? '').replaceAll('\n', ' '))
  const rest = row.slice(last).filter((cell) => cell.trim() !== '')
  return rest.length === 0 ? kept : kept.with(-1, [kept.at(-1) ?? '', ...rest.map(harmless)].join(' · '))
}

function rawText(text: string): RawTextElement {
  return { type: 'raw_text', text: filled(text) }
}

/** A sum or a number as English and Chinese write them, with its currency. */
const sum = /^(?<sign>-?)(?:(?<currency>[A-Z]{3})\s)?(?<digits>\d{1,3}(?:,\d{3})*(?:\.\d{1,2})?)$/

/** The cells of a column; as numbers, which sort as such, where all of them are and count the same thing. */
function dataCells(cells: readonly string[], align: 'end' | undefined): readonly (RawTextElement | RawNumberElement)[] {
  const read = cells.map((cell) => sum.exec(cell)?.groups)
  const alike = read.every((each) => each !== undefined && each['currency'] === read[0]?.['currency'])
  if (align !== 'end' || !alike) return cells.map(rawText)
  return cells.map((text, at) => ({
    type: 'raw_number',
    value: Number(`${read[at]?.['sign']}${read[at]?.['digits']}`.replaceAll(',', '')),
    text,
  }))
}

function asLines(titles: readonly string[], rows: readonly (readonly string[])[]): readonly KnownBlock[] {
  const said = rows.map((row) => row.filter((cell) => cell.trim() !== '')).filter((row) => row.length > 0)
  const named = titles.filter((title) => title.trim() !== '').join(' · ')
  return [
    ...(named === '' ? [] : [contextLine(named)]),
    ...richText(
      said.map(([first = '', ...rest]) => [
        { text: first, bold: true },
        { text: rest.map((cell) => ` · ${cell}`).join('') },
      ]),
    ),
  ]
}
