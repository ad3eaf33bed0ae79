import type { Lane } from '../customers/lane.ts'
import type { CustomerId } from '../shared/ids.ts'
import { later, type Instant } from '../shared/time.ts'

/** What an operator's event says, its signature checked. A hint, never data: what it is about is read afterwards. */
export interface WebhookNotice {
  /** The operator's word for it, as received. */
  readonly name: string
  /** What changed, as an address; only ever parsed for ids. */
  readonly resource: string | null
  /** The audit record of the change, as an address: never read. */
  readonly audit: string | null
  /** When it changed; null where the event does not say. */
  readonly changedAt: Instant | null
}

/** What the desk does about an event. */
export type EventKind =
  /** Looks at the lane's feeds of suspicious use. */
  | 'fraud'
  /** Looks at that one customer. */
  | 'subscription'
  /** Raises a signal about that customer's spending. */
  | 'usage-threshold'
  /** The road works. */
  | 'test'
  /** Known, and nothing of this desk's. */
  | 'irrelevant'
  /** Never heard of. */
  | 'unknown'

/** What came of an event. `stray`: about a customer who is nobody's in that lane. */
export type EventEnd = 'followed' | 'noted' | 'unknown' | 'stray'

/** An event the desk answered for, kept so that it is followed and a copy of it is not. Id: the key of its copies. */
export interface WebhookEvent {
  readonly lane: Lane
  readonly name: string
  readonly customer: CustomerId | null
  readonly changedAt: Instant | null
  readonly receivedAt: Instant
  /** Null while it waits to be followed. */
  readonly ended: { readonly as: EventEnd; readonly at: Instant } | null
}

/** Those the desk asks to be told of, in the operator's words (facts/partner-center 10.3). */
export const wantedEvents = [
  'azure-fraud-event-detected',
  'subscription-updated',
  'usagerecords-thresholdExceeded',
  'test-created',
] as const

// facts/partner-center 10.3, in lower case.
const kinds: Readonly<Record<string, EventKind>> = {
  'azure-fraud-event-detected': 'fraud',
  'subscription-updated': 'subscription',
  'usagerecords-thresholdexceeded': 'usage-threshold',
  'test-created': 'test',
}
const irrelevant: ReadonlySet<string> = new Set([
  'invoice-ready',
  'referral-created',
  'referral-updated',
  'related-referral-created',
  'related-referral-updated',
  'reseller-relationship-accepted-by-customer',
  'indirect-reseller-relationship-accepted-by-customer',
  'dap-admin-relationship-approved',
  'dap-admin-relationship-terminated',
  'dap-admin-relationship-terminated-by-microsoft',
  'granular-admin-relationship-approved',
  'granular-admin-relationship-activated',
  'granular-admin-relationship-terminated',
  'granular-admin-relationship-expired',
  'granular-admin-access-assignment-created',
  'granular-admin-access-assignment-activated',
  'granular-admin-access-assignment-updated',
  'granular-admin-access-assignment-deleted',
  'new-commerce-migration-created',
  'new-commerce-migration-completed',
  'new-commerce-migration-failed',
  'new-commerce-migration-schedule-failed',
])

/** Whatever the casing. */
export function eventKind(name: string): EventKind {
  const word = name.toLowerCase()
  return Object.hasOwn(kinds, word) ? (kinds[word] ?? 'unknown') : irrelevant.has(word) ? 'irrelevant' : 'unknown'
}

const customerSegment = /\/customers\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[/?#]|$)/i

/** The customer an address is about, in lower case: only its path is read, whatever host it names. */
export function customerIn(resource: string | null): CustomerId | null {
  return resource === null ? null : (customerSegment.exec(resource)?.[1]?.toLowerCase() ?? null)
}

/**
 * How far back and ahead an event may be dated. Delivery comes up to 48 hours late (facts/partner-center 10.3), and ten
 * attempts follow over a time that nobody publishes: a week leaves room for both. Ahead of us is only a clock that is off.
 */
const oldestMs = 7 * 86_400_000
const aheadMs = 10 * 60_000

/** Whether an event is too old, or of a time to come: somebody plays back what was signed long ago. */
export function isOutOfTime({ changedAt }: WebhookNotice, now: Instant): boolean {
  return changedAt !== null && (changedAt < later(now, -oldestMs) || changedAt > later(now, aheadMs))
}

/** Until when a copy of an event would still be let in, and so must be known as one. */
export function copiesUntil({ changedAt, receivedAt }: Pick<WebhookEvent, 'changedAt' | 'receivedAt'>): Instant {
  const from = changedAt !== null && changedAt > receivedAt ? changedAt : receivedAt
  return later(from, oldestMs + aheadMs)
}

/**
 * What all copies of an event have in common, and no other event: its audit record, else what changed when (10.2).
 * Where it names neither, nothing tells a copy from a second event: one a minute is taken, so that none is lost for
 * longer and playing one back costs no more than a look a minute.
 */
export function copyKey(lane: Lane, { name, resource, audit, changedAt }: WebhookNotice, receivedAt: Instant): string {
  const when = changedAt ?? receivedAt.slice(0, 16)
  return [lane, name.toLowerCase(), ...(audit === null ? [resource ?? '', when] : [audit])].join('\n')
}
