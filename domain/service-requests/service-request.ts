import type { Lane } from '../customers/lane.ts'
import type { CaseId, CustomerId, StaffId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'

/** Partner Center's own words (facts/partner-center 8.2). */
export type Severity = 'critical' | 'moderate' | 'minimal'

export const severities: readonly Severity[] = ['critical', 'moderate', 'minimal']

/** What a ticket is about; decides the page of the operator's portal it is filed on. */
export type TicketTopic = 'billing' | 'subscription' | 'fraud' | 'account' | 'other'

export const ticketTopics: readonly TicketTopic[] = ['billing', 'subscription', 'fraud', 'account', 'other']

interface Drafted {
  /** Our own number from the first second, `PD-142`; it stands in the title so that the operator's copy can be found. */
  readonly id: CaseId
  readonly lane: Lane
  /** Null for a trouble of the partner's own. */
  readonly customer: { readonly id: CustomerId; readonly name: string; readonly domain: string } | null
  readonly topic: TicketTopic
  readonly severity: Severity
  readonly text: string
  readonly openedBy: StaffId
  readonly openedAt: Instant
}

/** The operator's support ticket. No operator takes one by API, so a person files it and brings the number back. */
export type ServiceRequest =
  | (Drafted & { readonly status: 'handed-over' })
  | (Drafted & {
      readonly status: 'filed'
      readonly operatorNumber: string
      readonly filedBy: StaffId
      readonly filedAt: Instant
    })
  | (Drafted & { readonly status: 'not-filed'; readonly endedBy: StaffId; readonly endedAt: Instant })
