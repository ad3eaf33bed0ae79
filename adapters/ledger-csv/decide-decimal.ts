import { readingOf } from './number-cell.ts'
import type { DecimalSign, Sample } from './understanding.ts'

/** An amount's body with where it stands and how many decimals its currency has. */
interface AmountSample extends Sample {
  readonly body: string
  readonly digits: number
}

/** Gathers what a file's amounts say about their decimal sign. */
export interface DecimalEvidence {
  see(amount: AmountSample): void
  /** A question where the amounts say nothing, or both. */
  decided(): DecimalSign | { readonly samples: readonly Sample[] }
}

export function decimalEvidence(): DecimalEvidence {
  let point: Sample | null = null
  let comma: Sample | null = null
  let either: Sample | null = null
  return {
    see({ line, text, body, digits }) {
      if (!/[.,]/.test(body)) return
      const asPoint = fits(body, 'point', digits)
      const asComma = fits(body, 'comma', digits)
      if (asPoint && asComma) either ??= { line, text }
      else if (asPoint) point ??= { line, text }
      else if (asComma) comma ??= { line, text }
    },
    decided() {
      if (point && comma) return { samples: [point, comma] }
      if (point || !(comma || either)) return 'point'
      return comma ? 'comma' : { samples: either ? [either] : [] }
    },
  }
}

/** Yen and other currencies without decimals: three digits after a separator can only be thousands. */
function fits(body: string, decimal: DecimalSign, digits: number): boolean {
  const reading = readingOf(body, decimal)
  return reading !== null && !(digits === 0 && reading.decimals.length === 3)
}
