import type { Lane } from '../customers/lane.ts'
import { later, type Instant } from '../shared/time.ts'

/** Why the operator does not tell the desk of events. */
export type WebhookTrouble =
  /** The operator was asked and did not answer as it should; `code` is the outside's own. */
  | { readonly what: 'registration'; readonly at: Instant; readonly kind: string; readonly code: string | null }
  /** The operator tried a test event, and it was not taken; what it heard instead. */
  | { readonly what: 'test-refused'; readonly at: Instant; readonly code: string | null }
  /** It was asked for a test event, and none came. */
  | { readonly what: 'test-unheard'; readonly at: Instant }

/** How the road of an operator's events stands in a lane. Id: the lane. */
export interface LaneWebhook {
  readonly lane: Lane
  /** As the operator last showed it, with this desk's own address. */
  readonly registered: { readonly at: Instant; readonly url: string; readonly events: readonly string[] } | null
  /** When the operator was last asked how it has it. */
  readonly checkedAt: Instant | null
  /** Somebody else had changed it to another address, or taken it away, and the desk changed it back. */
  readonly taken: { readonly at: Instant; readonly url: string | null } | null
  /** The last test event that was asked for; `over` once it came, or did not. */
  readonly test: { readonly askedAt: Instant; readonly correlation: string; readonly over: boolean } | null
  /** When an event of a test last arrived. */
  readonly provenAt: Instant | null
  /** When any event last arrived, to the minute. */
  readonly lastEventAt: Instant | null
  readonly trouble: WebhookTrouble | null
}

export function blankWebhook(lane: Lane): LaneWebhook {
  return {
    lane,
    registered: null,
    checkedAt: null,
    taken: null,
    test: null,
    provenAt: null,
    lastEventAt: null,
    trouble: null,
  }
}

const provenForMs = 24 * 3_600_000

/** How often a lane's feeds are asked where events are known to arrive, and where they are not. */
const pollProvenMs = 5 * 60_000
const pollUnprovenMs = 60_000

/** Whether a test event arrived within the last day. */
export function isProven(record: LaneWebhook | null, now: Instant): boolean {
  return record?.provenAt != null && record.provenAt > later(now, -provenForMs)
}

/** How often the lane's feeds should be asked, in ms: every minute unless a test event arrived within a day. */
export function pollEveryMs(record: LaneWebhook | null, now: Instant): number {
  return isProven(record, now) ? pollProvenMs : pollUnprovenMs
}
