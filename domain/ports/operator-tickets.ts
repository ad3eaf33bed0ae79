import type { Lane } from '../customers/lane.ts'
import type { Severity } from '../service-requests/severity.ts'
import type { CustomerId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'

/** What an operator wrote of a ticket, or had written to it. */
export interface OperatorNote {
  /** As the operator names them; null where it names nobody. */
  readonly by: string | null
  /** Null where the operator gives no date. */
  readonly at: Instant | null
  readonly text: string
}

/** A support ticket as its operator keeps it. */
export interface OperatorTicket {
  /** A string of digits. */
  readonly number: string
  readonly title: string
  /** In the operator's own words; `unknown` is one of them, and what this desk does not know. */
  readonly severity: Severity | 'unknown'
  readonly status: 'open' | 'attention-needed' | 'closed' | 'unknown'
  readonly createdAt: Instant | null
  readonly modifiedAt: Instant | null
  readonly closedAt: Instant | null
  /** Oldest first. */
  readonly notes: readonly OperatorNote[]
}

/**
 * What may be changed of a ticket; the operators document nothing else, and no reopening (facts/partner-center 8.2).
 */
export type TicketChange =
  | { readonly change: 'note'; readonly text: string }
  | { readonly change: 'severity'; readonly severity: Severity }
  | { readonly change: 'close' }

/**
 * Tickets at one lane's operator: read and changed, never created, which no operator takes by API any more. Only what
 * the account that this desk signs in with may see is seen. Every method throws `OutsideFault`.
 */
export interface OperatorTickets {
  readonly lane: Lane
  /**
   * Every ticket that can be seen, newest first, all pages; some operators leave the notes out here. Whether tickets
   * about a customer are among the partner's is not published: those of `customers` are looked for in their own lists
   * as well, as far as these let themselves be read.
   */
  list(customers?: readonly CustomerId[]): Promise<readonly OperatorTicket[]>
  /** One as it stands; null where there is none, or none that can be seen, which the operator does not tell apart. */
  find(number: string): Promise<OperatorTicket | null>
  /**
   * Asks for the change and answers how the ticket stands then. `intent` is a GUID that stays the same on every retry;
   * whether a note that was carried out unheard is there already is for the caller to look.
   */
  change(number: string, wanted: TicketChange, intent: string): Promise<OperatorTicket>
}

/** Null where the lane's operator lets nobody read tickets, or its account is not configured for it. */
export type TicketsOf = (lane: Lane) => OperatorTickets | null
