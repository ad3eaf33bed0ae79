import type { RichTextBlock } from '@slack/types'
import type { Bars } from '../../dialogs/vocabulary/reply.ts'
import { cut, harmless } from '../shared/plain-text.ts'
import { preformatted } from './rich-text.ts'

const mostBlocks = 8
/** With the bar and a sum beside it, about as much as a phone has in a line. */
const longestLabel = 20

/** A bar chart of letters, all of one width. */
export function renderBars({ bars }: Bars): readonly RichTextBlock[] {
  if (bars.length === 0) return []
  const rows = bars.map(({ label, value, share }) => [cut(oneLine(label), longestLabel), blocks(share), oneLine(value)])
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))))
  const lines = rows.map(([label = '', bar = '', value = '']) => {
    const [first = 0, , last = 0] = widths
    return `${padded(label, first)} ${padded(bar, mostBlocks)} ${' '.repeat(last - widthOf(value))}${value}`.trimEnd()
  })
  return [preformatted(lines.join('\n'))]
}

function blocks(share: number): string {
  const full = Math.round(share * mostBlocks)
  return full > 0 ? '█'.repeat(Math.min(full, mostBlocks)) : '▏'
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

/** Chinese letters are twice as wide as others. */
function widthOf(text: string): number {
  return [...text].reduce(
    (sum, letter) =>
      sum +
      (/[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6]/.test(letter)
        ? 2
        : 1),
    0,
  )
}

function oneLine(text: string): string {
  return harmless(text).replaceAll('\n', ' ')
}
