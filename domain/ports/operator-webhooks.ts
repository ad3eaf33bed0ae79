import type { Lane } from '../customers/lane.ts'

/** Where and of what a lane's operator tells its partner; there is one per partner account (facts/partner-center 10.1). */
export interface Registration {
  readonly url: string
  readonly events: readonly string[]
}

/** What came of a test event; the outside's own word for the answer it got. */
export interface TestResult {
  readonly state: 'under-way' | 'delivered' | 'refused'
  readonly code: string | null
}

/** How one lane's operator is told where to send events. Every method throws `OutsideFault`. */
export interface OperatorWebhooks {
  readonly lane: Lane
  /** The events it offers, in its own words. */
  events(): Promise<readonly string[]>
  /** Null where there is none. */
  registered(): Promise<Registration | null>
  /** Makes it so, whether there was one before or not. */
  register(wanted: Registration): Promise<void>
  /** Has a test event sent; at most two a minute. Answers by what name its result is asked for. */
  test(): Promise<string>
  /** Null where it is not known there any more: results are kept for seven days. */
  result(correlation: string): Promise<TestResult | null>
}

export type WebhooksOf = (lane: Lane) => OperatorWebhooks | null
