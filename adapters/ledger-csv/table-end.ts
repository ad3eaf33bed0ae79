import type { PreparedRow } from './prepare-row.ts'

/** How a file ends. */
export interface FileEnding {
  /** The last line, where no line end closes it. */
  readonly open: number | null
  /** Lines under the last document that say nothing of one. */
  readonly footers: readonly number[]
}

export interface LastRow {
  readonly line: number
  /** Whether it sums up the whole list. */
  readonly ofAll: boolean
}

/** The last line where neither a line end nor the total of all closes the file: it may have been cut off there. */
export function openEnd(bytes: Uint8Array, last: LastRow | null): number | null {
  const isEnded = [0x0a, 0x0d].includes(bytes.at(-1) ?? 0)
  return isEnded || last === null || last.ofAll ? null : last.line
}

/**
 * Tells what is written under the table from its rows. `alone` are rows of one cell that no row stands below as its
 * customer's: a customer alone between documents is no heading but a row that lost the rest.
 */
export function tableEnd(
  rows: readonly PreparedRow[],
  alone: readonly PreparedRow[],
): { readonly rows: readonly PreparedRow[]; readonly footers: readonly number[] } {
  const last = rows.findLast(({ written }) => written !== '')?.line ?? 0
  const isFooter = (row: PreparedRow) => row.line > last && saysNothing(row)
  const isBelow = (row: PreparedRow) => row.line > last
  return {
    rows: [...rows.filter((row) => !isFooter(row)), ...alone.filter((row) => !isBelow(row))],
    footers: [...rows.filter(isFooter), ...alone.filter(isBelow)]
      .filter(({ named, number }) => named || number !== '')
      .map(({ line }) => line)
      .sort((a, b) => a - b),
  }
}

/** `Printed by, Mei` has no amount and no date, and neither cell looks like the number of anything. */
function saysNothing({ written, due, issued, number, account }: PreparedRow): boolean {
  if (written !== '' || due !== null || issued !== null) return false
  const customer = account.ok && !account.value.byName ? account.value.number : ''
  return !/\d/.test(`${number}${customer}`)
}
