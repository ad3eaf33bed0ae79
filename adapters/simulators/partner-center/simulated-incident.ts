import type { Instant } from '../../../domain/shared/time.ts'

/** The operator's two feeds (facts/partner-center 9.1, 9.2). */
export const simulatedFeeds = ['graph', 'fraud-events'] as const
export type SimulatedFeed = (typeof simulatedFeeds)[number]

export const verdictReasons = ['fraud', 'ignore', 'legitimate'] as const
export type VerdictReason = (typeof verdictReasons)[number]
export type IncidentStatus = 'active' | 'investigating' | 'resolved'

/** How one feed has an incident. */
interface FeedStanding {
  status: IncidentStatus
  reason: VerdictReason | null
  resolvedAt: Instant | null
  by: string | null
  readonly history: { from: IncidentStatus; to: IncidentStatus; by: string; at: Instant }[]
}

/** Suspicious use, as both feeds tell of it under ids of their own. Plain data. */
export interface SimulatedIncident {
  readonly graphId: string
  readonly eventId: string
  readonly entityId: string
  readonly customer: string
  readonly subscription: string
  readonly subscriptionName: string
  /** In PascalCase, as fraudEvents writes it. */
  readonly type: string
  readonly confidence: 'low' | 'medium' | 'high'
  readonly isTest: boolean
  readonly title: string
  readonly description: string
  readonly details: Readonly<Record<string, string>>
  readonly firstAt: Instant
  severity: 'informational' | 'low' | 'medium' | 'high'
  lastAt: Instant
  hits: number
  resources: readonly { readonly id: string; readonly kind: string }[]
  /** Only in the feeds that show it. */
  readonly standing: Partial<Record<SimulatedFeed, FeedStanding>>
}

/** An incident that appears at its moment. */
export interface DueIncident {
  readonly at: Instant
  readonly incident: Raised
}

/** What makes an incident; its ids and its standing follow. */
export type Raised = Omit<SimulatedIncident, 'graphId' | 'eventId' | 'entityId' | 'firstAt' | 'lastAt' | 'standing'> & {
  readonly feeds: readonly SimulatedFeed[]
  readonly status: 'active' | 'investigating'
}

/** What a listener hears; of it a webhook is made (10.3), whose receiver then asks fraudEvents. */
export interface FraudEventNote {
  readonly what: 'new' | 'again'
  readonly at: Instant
  readonly customer: string
  readonly subscription: string
  readonly eventId: string
  readonly graphId: string
  readonly isTest: boolean
}
