import type { KnownBlock } from '@slack/types'
import { limits } from './limits.ts'

/** Whether Slack takes blocks together, each of which it would take. */
export function fitsMessage(blocks: readonly KnownBlock[]): boolean {
  return (
    blocks.length <= limits.messageBlocks &&
    sizeOf(blocks) <= limits.messageSize &&
    cellsOf(blocks, 'data_table') <= limits.dataTableText &&
    cellsOf(blocks, 'table') <= limits.tableText
  )
}

export function fitsView(blocks: readonly KnownBlock[]): boolean {
  return blocks.length <= limits.viewBlocks && sizeOf(blocks) <= limits.viewSize
}

/** Nobody reads these. */
const carried = new Set(['value', 'action_id', 'block_id'])

function sizeOf(blocks: readonly KnownBlock[]): number {
  const counted = blocks.filter(({ type }) => type !== 'data_table' && type !== 'table')
  return JSON.stringify(counted, (key, value: unknown) => (carried.has(key) ? undefined : value)).length
}

function cellsOf(blocks: readonly KnownBlock[], type: 'data_table' | 'table'): number {
  const cells = blocks.flatMap((block) => (block.type === type ? block.rows.flat() : []))
  return cells.reduce((sum, cell) => sum + ('text' in cell ? cell.text.length : 0), 0)
}
