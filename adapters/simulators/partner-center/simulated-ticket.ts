import type { Instant } from '../../../domain/shared/time.ts'

/** In the order of the operator's numbers (facts/partner-center 8.2); `unknown` and `none` are the zero members. */
export const ticketSeverities = ['unknown', 'critical', 'moderate', 'minimal'] as const
export const ticketStatuses = ['none', 'open', 'closed', 'attention_needed'] as const
export type TicketSeverity = Exclude<(typeof ticketSeverities)[number], 'unknown'>
export type TicketStatus = Exclude<(typeof ticketStatuses)[number], 'none'>

/** The partner's people at the operator; the desk signs in as the first of them. */
export const ticketUsers = {
  desk: { firstName: 'Ada', lastName: 'Okoro', email: 'desk@partner.example' },
  'somebody else': { firstName: 'Ben', lastName: 'Silva', email: 'ben@partner.example' },
} as const
export type TicketUser = keyof typeof ticketUsers

/** Who writes at the portal: one of the partner's people, or the operator's engineer. */
export type TicketAuthor = TicketUser | 'operator'

/** A ticket as the operator holds it. Plain data. */
export interface SimulatedTicket {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly openedBy: TicketUser
  /** Null for a trouble of the partner's own. */
  readonly customer: string | null
  readonly createdAt: Instant
  severity: TicketSeverity
  status: TicketStatus
  modifiedAt: Instant
  closedAt: Instant | null
  lastUpdatedBy: TicketAuthor
  readonly notes: { readonly by: TicketAuthor; readonly at: Instant; readonly text: string }[]
}

/** A note of the operator's that appears at its moment. */
export interface DueAnswer {
  readonly ticket: string
  readonly at: Instant
  readonly text: string
}

/** As notes name their author. */
export function nameOf(author: TicketAuthor): string {
  if (author === 'operator') return 'Support Engineer'
  const { firstName, lastName } = ticketUsers[author]
  return `${firstName} ${lastName}`
}

/** A moment as tickets show it: without a zone, and year 1 for what never was (8.2). */
export function shownAt(at: Instant | null): string {
  return at === null ? never : at.slice(0, -1)
}

/** What stands for no date. */
export const never = '0001-01-01T00:00:00'
