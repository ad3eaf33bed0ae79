import type { Instant } from '../../../domain/shared/time.ts'
import type { AzureStatus } from './azure-subscription.ts'
import type { StatusWord } from './seed.ts'

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

export type LogEntry = Transition | CallEntry

/** How many calls are kept; transitions are kept for ever. */
const callsKept = 20_000

/** What happened, in order. */
export interface Log {
  seq: number
  readonly calls: CallEntry[]
  readonly transitions: Transition[]
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

/** A copy, calls and transitions in order. */
export function entriesOf(log: Log): readonly LogEntry[] {
  return structuredClone([...log.calls, ...log.transitions]).sort((one, other) => one.seq - other.seq)
}
