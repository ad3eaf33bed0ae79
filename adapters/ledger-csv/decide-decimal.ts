import { readingOf, type Reading } from './number-cell.ts'
import type { AmountSample, DecimalSign, Sample } from '../../domain/receivables/understanding.ts'

/** An amount's body with where it stands and how many decimals its currency has. */
interface Seen extends Sample {
  readonly body: string
  readonly digits: number
}

/** Gathers what a file's amounts say about their decimal sign. */
export interface DecimalEvidence {
  see(amount: Seen): void
  /** A question where the amounts say nothing, or both. */
  decided(): DecimalSign | { readonly samples: readonly AmountSample[] }
}

export function decimalEvidence(): DecimalEvidence {
  let point: AmountSample | null = null
  let comma: AmountSample | null = null
  let either: AmountSample | null = null
  return {
    see({ line, text, body, digits }) {
      if (!/[.,]/.test(body)) return
      const [asPoint, asComma] = [readingOf(body, 'point'), readingOf(body, 'comma')]
      const [isPoint, isComma] = [fits(asPoint, digits), fits(asComma, digits)]
      const sample = () => ({ line, text, readings: { point: digitsOf(asPoint), comma: digitsOf(asComma) } })
      if (isPoint && isComma) either ??= sample()
      else if (isPoint) point ??= sample()
      else if (isComma) comma ??= sample()
    },
    decided() {
      if (point && comma) return { samples: [point, comma] }
      if (point || !(comma || either)) return 'point'
      return comma ? 'comma' : { samples: either ? [either] : [] }
    },
  }
}

/** Yen and other currencies without decimals: three digits after a separator can only be thousands. */
function fits(reading: Reading | null, digits: number): boolean {
  return reading !== null && !(digits === 0 && reading.decimals.length === 3)
}

function digitsOf(reading: Reading | null): string | null {
  if (reading === null) return null
  return reading.decimals === '' ? reading.whole : `${reading.whole}.${reading.decimals}`
}
