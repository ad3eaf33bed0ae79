import type { Lane } from '../customers/lane.ts'
import type { CustomerId, SubscriptionId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'

/** Who says so: one of the operator's two feeds, this desk's own detection, or a person. */
export type SignalSource = FeedName | 'desk' | 'person'

/**
 * The operator's two feeds: Graph partner security alerts, and Partner Center's fraudEvents (facts/partner-center 9).
 */
export type FeedName = 'graph' | 'fraud-events'

export const feedNames: readonly FeedName[] = ['graph', 'fraud-events']

/** Mildest first; `unknown` where the source used a word this desk does not know. */
export const severities = ['unknown', 'informational', 'low', 'medium', 'high'] as const
export type Severity = (typeof severities)[number]

export const confidences = ['unknown', 'low', 'medium', 'high'] as const
export type Confidence = (typeof confidences)[number]

/** How the source itself has it. */
export type SourceStatus = 'active' | 'investigating' | 'resolved' | 'unknown'

/** One item of a source, by the source's own id. */
export interface SourceItem {
  readonly source: SignalSource
  readonly id: string
}

/** Something at risk, as the source names it. */
export interface AlertedResource {
  readonly id: string
  readonly kind: string
}

/**
 * What a source says about suspicious use, in one shape whatever the source. What it does not say is null, never made
 * up.
 */
export interface Signal extends SourceItem {
  readonly lane: Lane
  /** In lower case. */
  readonly customer: CustomerId | null
  /** As the source calls it; shown where the desk knows no such customer. */
  readonly customerName: string | null
  /** In lower case. */
  readonly subscription: SubscriptionId | null
  readonly subscriptionName: string | null
  /**
   * In camelCase whatever the source writes: `usageAnomalyDetection`. Not a closed list: new ones come with little
   * notice.
   */
  readonly type: string
  /** What it is a suspicion of. */
  readonly suspicion: 'fraud' | 'misuse'
  readonly severity: Severity
  readonly confidence: Confidence
  readonly status: SourceStatus
  /** In the source's own words. */
  readonly title: string | null
  readonly description: string | null
  readonly firstSeenAt: Instant | null
  readonly lastSeenAt: Instant | null
  /** How often the source itself has seen it. */
  readonly hits: number | null
  readonly resources: readonly AlertedResource[]
  readonly country: string | null
  /** Raised by the operator to try the road. */
  readonly isTest: boolean
  /** The source's own reason, where it is resolved there. */
  readonly resolvedReason: string | null
  /** Whatever else it says, as text. */
  readonly details: Readonly<Record<string, string>>
}

/** Whether one severity is above another. */
export function isGraver(one: Severity, other: Severity): boolean {
  return severities.indexOf(one) > severities.indexOf(other)
}

/** Same key, same card: lane, customer, subscription and type. A customer nobody named is told apart by its item. */
export function alertKey({ lane, customer, subscription, type, source, id }: Signal): string {
  return [lane, customer ?? `${source}:${id}`, subscription ?? '-', type].join('/')
}
