import type { Trouble } from '../acts/subscription-act.ts'
import type { Lane } from '../customers/lane.ts'
import type { CaseId, CustomerId } from '../shared/ids.ts'
import { later, type Instant } from '../shared/time.ts'

interface Troubled {
  readonly id: CaseId
  readonly lane: Lane
  readonly openedAt: Instant
  /** What the operator said last. */
  readonly trouble: Trouble
  /** Whose call it was said to; null where it was about no customer. */
  readonly customer: CustomerId | null
  /** How often the desk has looked since. */
  readonly tries: number
  readonly triedAt: Instant | null
}

/** Our own account at an operator is in trouble: nothing of that lane can go on until it is mended. */
export type LaneTrouble = Troubled &
  ({ readonly status: 'open' } | { readonly status: 'ended'; readonly endedAt: Instant })

const minutes = 60_000

/** When the desk looks again whether the operator lets it in: soon at first, hourly in the end. */
export function nextProbe(tries: number, now: Instant): Instant {
  return later(now, Math.min(5 * minutes * 2 ** Math.min(tries, 10), 60 * minutes))
}

/** Trouble that is back within this many ms is the same trouble, on the same card. */
export const sameTroubleWithin = 24 * 60 * minutes
