import type { Bars, Table, Tone } from '../../dialogs/vocabulary/reply.ts'
import type { Element } from './card.ts'
import { textLine } from './render-text.ts'

/** More cannot be read in a narrow chat; what comes after is written into the last one. */
const mostColumns = 5
const mostAtFullSize = 3

/** A table, and the same as lines for clients that know none. */
export function renderTable(table: Table): readonly Element[] {
  const columns = table.columns.slice(0, mostColumns)
  if (columns.length === 0 || table.rows.length === 0) return []
  const size = columns.length > mostAtFullSize ? { size: 'Small' } : {}
  const cells = (row: readonly string[], look: object) =>
    narrowed(row, columns.length).map((text, at) => ({
      type: 'TableCell',
      items: [textLine(text, { ...size, ...look }, columns[at]?.align === 'end' ? 'Right' : undefined)],
    }))
  const titles = columns.map(({ title }) => title)
  const header = titles.some((title) => title !== '')
  const rows = [
    ...(header ? [{ type: 'TableRow', cells: cells(titles, { weight: 'Bolder' }) }] : []),
    ...table.rows.map((row) => ({ type: 'TableRow', cells: cells(row, {}) })),
  ]
  return [
    {
      type: 'Table',
      columns: columnWidths({ ...table, columns }).map((width) => ({ width })),
      firstRowAsHeader: header,
      showGridLines: false,
      rows,
      fallback: { type: 'Container', items: table.rows.map((row, at) => fallbackRow(row, at)) },
    },
  ]
}

function fallbackRow(row: readonly string[], at: number): Element {
  const text = row.filter((cell) => cell !== '').join(' · ')
  return { ...textLine(text), ...(at === 0 ? {} : { spacing: 'Small' }) }
}

function narrowed(row: readonly string[], columns: number): readonly string[] {
  const kept = Array.from({ length: columns }, (_, at) => row[at] ?? '')
  const rest = row.slice(columns).filter((cell) => cell !== '')
  return rest.length === 0 ? kept : kept.with(-1, [kept.at(-1), ...rest].join(' · '))
}

/** About as many letters as a phone has in a line. */
const lineLength = 37
const longestWord = 10
/** No sum may break in its middle: 48,200. and 00 below it read as two. */
const longestSum = 14

/** Each column as wide as its longest word, so that none breaks before the others must; what is left goes as asked. */
function columnWidths({ columns, rows }: Table): readonly number[] {
  const needed = columns.map(({ title, align }, at) => {
    const words = [title, ...rows.map((row) => row[at] ?? '')].flatMap((cell) => cell.split(/\s+|(?=[\u2E80-\uFFEF])/))
    return Math.min(align === 'end' ? longestSum : longestWord, Math.max(...words.map((word) => word.length))) + 1
  })
  const left = Math.max(0, lineLength - needed.reduce((sum, letters) => sum + letters, 0))
  const asked = columns.reduce((sum, { width = 1 }) => sum + width, 0)
  return needed.map((letters, at) => letters + Math.round((left * (columns[at]?.width ?? 1)) / asked))
}

const mostBlocks = 8

/** A bar chart of letters: it keeps its shape on every client, where pictures would need a place to be fetched from. */
export function renderBars({ bars }: Bars): readonly Element[] {
  const widths = [
    Math.min(longestSum, Math.max(...bars.map(({ label }) => label.length))),
    mostBlocks * 1.5,
    Math.min(longestSum, Math.max(...bars.map(({ value }) => value.length))),
  ]
  return bars.map(({ label, value, share, tone = 'plain' }, at) => {
    const lines = [
      textLine(label, { size: 'Small' }),
      textLine(blocks(share), { size: 'Small', color: colours[tone] }),
      textLine(value, { size: 'Small' }, 'Right'),
    ]
    const columns = lines.map((line, column) => ({ type: 'Column', width: widths[column], items: [line] }))
    return { type: 'ColumnSet', ...(at === 0 ? {} : { spacing: 'Small' }), columns }
  })
}

function blocks(share: number): string {
  const full = Math.round(share * mostBlocks)
  return full === 0 ? '▏' : '█'.repeat(full)
}

const colours: Readonly<Record<Tone, string>> = {
  plain: 'Accent',
  good: 'Good',
  warning: 'Warning',
  danger: 'Attention',
}
