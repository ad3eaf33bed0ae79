import type { Money } from '../shared/money.ts'
import type { Instant } from '../shared/time.ts'
import type { Breach, CreditLine } from './credit-line.ts'
import { exposedIn, type Exposure } from './exposure.ts'

/** A limit that is exceeded, as people are told. */
export interface Exceeded {
  readonly exposure: Money
  readonly limit: Money
  /** Something is unknown: it may be more. */
  readonly atLeast: boolean
  /** What was told of it before, in minor units; null where it is new. */
  readonly toldBefore: number | null
}

/** Grown by a quarter since it was told. */
const grown = 1.25

/** Every limit that is exceeded now. */
export function exceeded({ limits, breaches }: CreditLine, exposure: Exposure): readonly Exceeded[] {
  return limits.flatMap((limit): readonly Exceeded[] => {
    const { sum, atLeast } = exposedIn(exposure, limit.currency)
    if (sum <= limit.minor) return []
    const toldBefore = breaches.find(({ currency }) => currency === limit.currency)?.told ?? null
    return [{ exposure: { minor: sum, currency: limit.currency }, limit, atLeast, toldBefore }]
  })
}

/**
 * What is new or has grown by a quarter is told; what is back within its limit is over. Where the operator gave no answer
 * this time nothing is over: what is missing may be what exceeded it.
 */
export function judgeBreaches(
  line: CreditLine,
  exposure: Exposure,
  now: Instant,
): { readonly tell: readonly Exceeded[]; readonly breaches: readonly Breach[] } {
  const over = exceeded(line, exposure)
  const tell = over.filter(
    ({ exposure: { minor }, toldBefore }) => toldBefore === null || (minor > toldBefore && minor >= toldBefore * grown),
  )
  const unsure = exposure.unknown.some(({ why }) => why === 'no-answer')
  const kept = line.breaches.filter(
    ({ currency }) =>
      line.limits.some((limit) => limit.currency === currency) &&
      !tell.some((each) => each.limit.currency === currency) &&
      (unsure || over.some((each) => each.limit.currency === currency)),
  )
  const fresh = tell.map(({ exposure: { currency, minor }, atLeast }): Breach => {
    const since = line.breaches.find((each) => each.currency === currency)?.since ?? now
    return { currency, told: minor, toldAt: now, atLeast, since }
  })
  return { tell, breaches: [...kept, ...fresh] }
}
