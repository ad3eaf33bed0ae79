import { documentsOf } from './group-documents.ts'
import type { Entry } from './read-entry.ts'
import type { Sample } from '../../domain/receivables/understanding.ts'

/**
 * Whether the open amount on each line of an invoice is the line's own or the whole invoice's, said once on every
 * line. Null where no invoice has several rows; samples where the rows do not tell.
 */
export function decideOpenOfLines(
  entries: readonly Entry[],
): 'invoice' | 'line' | null | { readonly samples: readonly Sample[] } {
  let own: Entry | null = null
  let whole: Entry | null = null
  let several: Entry | null = null
  for (const rows of documentsOf(entries, true)) {
    const [first, ...others] = rows
    if (!first || others.length === 0 || first.row.number === '') continue
    several ??= first
    if (others.some(({ minor }) => minor !== first.minor)) own ??= first
    else whole ??= rows.find(isMoreThanItsLine) ?? null
  }
  if (own && whole) return { samples: [sampleOf(own), sampleOf(whole)] }
  if (own) return 'line'
  if (whole) return 'invoice'
  return several ? { samples: [sampleOf(several)] } : null
}

/** No tax doubles a line: an open amount somewhat above the line's may be that line's own with tax. */
function isMoreThanItsLine({ minor, lineMinor }: Entry): boolean {
  return lineMinor !== null && Math.abs(minor) >= 2 * Math.abs(lineMinor)
}

function sampleOf({ row: { line, written } }: Entry): Sample {
  return { line, text: written }
}
