import type { Instant } from '../../../domain/shared/time.ts'
import type { AzureStatus } from './azure-subscription.ts'
import type { IncidentStatus, SimulatedFeed, VerdictReason } from './simulated-incident.ts'
import type { StatusWord } from './seed.ts'
import type { SimulatedTicket, TicketAuthor } from './simulated-ticket.ts'

/**
 * Who brought a change about: the partner by a call, the operator or somebody at its portal, the customer, the base of
 * an add-on, or the calendar.
 */
export type Author = 'partner' | 'operator' | 'portal' | 'customer' | 'base' | 'time'

/** A status that really changed, of a subscription or an Azure subscription, to be compared with what the desk believes it did. */
export interface Transition {
  readonly kind: 'transition'
  readonly seq: number
  readonly at: Instant
  readonly customer: string
  readonly subscription: string
  readonly from: StatusWord | AzureStatus
  readonly to: StatusWord | AzureStatus
  readonly by: Author
  /** The MS-RequestId of the call behind it, where there was one. */
  readonly requestId: string | null
}

/** A call as it came in. */
export interface CallEntry {
  readonly kind: 'call'
  readonly seq: number
  readonly at: Instant
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly requestId: string | null
  readonly correlationId: string | null
  /** The status answered; null while under way and where the caller never heard. */
  answered: number | null
  /** The answer was one given before to the same MS-RequestId. */
  replayed: boolean
}

/** What was said of an incident of suspicious use. */
export interface VerdictEntry {
  readonly kind: 'verdict'
  readonly seq: number
  readonly at: Instant
  readonly customer: string
  readonly subscription: string
  readonly eventId: string
  readonly graphId: string
  readonly status: IncidentStatus
  readonly reason: VerdictReason | null
  /** Through which feed, or in the operator's own dashboard. */
  readonly by: SimulatedFeed | 'portal'
  readonly requestId: string | null
}

/** What was done with a ticket. */
export interface TicketEntry {
  readonly kind: 'ticket'
  readonly seq: number
  readonly at: Instant
  /** Its number. */
  readonly ticket: string
  readonly what: 'filed' | 'noted' | 'changed'
  /** By a call of the desk's, by somebody at the portal, or by the operator. */
  readonly by: Extract<Author, 'partner' | 'portal' | 'operator'>
  readonly who: TicketAuthor
  /** The MS-RequestId of the call behind it, where there was one. */
  readonly requestId: string | null
  /** The title of what was filed, the note's own words; null for a change. */
  readonly text: string | null
  /** As they are from then on. */
  readonly severity: SimulatedTicket['severity']
  readonly status: SimulatedTicket['status']
}

export type LogEntry = Transition | CallEntry | VerdictEntry | TicketEntry

/** How many calls are kept; everything else is kept for ever. */
const callsKept = 20_000

/** What happened, in order. */
export interface Log {
  seq: number
  readonly calls: CallEntry[]
  readonly transitions: Transition[]
  readonly verdicts: VerdictEntry[]
  readonly tickets: TicketEntry[]
}

/** The entry is filled in when the call is answered. */
export function noteCall(log: Log, call: Pick<CallEntry, 'at' | 'method' | 'path' | 'requestId' | 'correlationId'>) {
  const entry: CallEntry = { kind: 'call', seq: (log.seq += 1), ...call, answered: null, replayed: false }
  log.calls.push(entry)
  if (log.calls.length > callsKept) log.calls.shift()
  return entry
}

export function noteTransition(log: Log, transition: Omit<Transition, 'kind' | 'seq'>): void {
  log.transitions.push({ kind: 'transition', seq: (log.seq += 1), ...transition })
}

export function noteVerdict(log: Log, verdict: Omit<VerdictEntry, 'kind' | 'seq'>): void {
  log.verdicts.push({ kind: 'verdict', seq: (log.seq += 1), ...verdict })
}

export function noteTicket(log: Log, done: Omit<TicketEntry, 'kind' | 'seq'>): void {
  log.tickets.push({ kind: 'ticket', seq: (log.seq += 1), ...done })
}

/** A copy, everything in order. */
export function entriesOf({ calls, transitions, verdicts, tickets }: Log): readonly LogEntry[] {
  return structuredClone([...calls, ...transitions, ...verdicts, ...tickets]).sort((one, other) => one.seq - other.seq)
}
