import type { Instant } from './time.ts'

/**
 * What went wrong outside:
 * - `unreachable`: no answer, a time-out or a 5xx; the call may or may not have been carried out
 * - `throttled`: told to slow down (429)
 * - `busy`: the thing is in a state that passes (a renewal window, an order in progress)
 * - `refused`: the outside understood and said no
 * - `unauthorised`: our own credential or standing is the trouble
 * - `not-found`: the thing does not exist there
 */
export type FaultKind = 'unreachable' | 'throttled' | 'busy' | 'refused' | 'unauthorised' | 'not-found'

/** The code of an `unreachable` fault where something did answer, but not in words the outside would use: a proxy, perhaps. */
export const unreadable = 'unreadable'

/** What is known of a failure outside. */
export interface FaultFacts {
  /** Who failed: `partner-center:china`, `teams`. */
  readonly service: string
  readonly kind: FaultKind
  /** HTTP status, where there was an answer. */
  readonly status?: number
  /** The outside's own error code, as text. */
  readonly code?: string
  /** The outside's own words; shown to staff, never logged. */
  readonly description?: string
  /** Quote it in tickets. */
  readonly correlationId?: string
  /** How long the outside asked us to wait. */
  readonly retryAfterMs?: number
  /** The same as a moment, where people are told. */
  readonly waitUntil?: Instant
  /** An earlier try of the same call got no answer: it may be carried out yet, whatever was said to this one. */
  readonly afterSilence?: true
  /** Nobody was reached: nothing of the call can have been carried out. */
  readonly notSent?: true
  readonly cause?: unknown
}

/** The outside failed. Retried from the outbox where {@link OutsideFault.retryable}; never shown as a stack trace. */
export class OutsideFault extends Error {
  readonly facts: FaultFacts

  constructor(facts: FaultFacts) {
    super(`${facts.service} ${facts.kind}${facts.code === undefined ? '' : ` ${facts.code}`}`, { cause: facts.cause })
    this.name = 'OutsideFault'
    this.facts = facts
  }

  /** Whether the same call may succeed later without anybody changing anything. */
  get retryable(): boolean {
    return this.facts.kind === 'unreachable' || this.facts.kind === 'throttled' || this.facts.kind === 'busy'
  }
}
