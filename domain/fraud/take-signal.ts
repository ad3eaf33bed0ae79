import type { CaseId, StaffId } from '../shared/ids.ts'
import type { Money } from '../shared/money.ts'
import { later, type Instant } from '../shared/time.ts'
import type { IdentityOnCard } from '../suspension/suspension-request.ts'
import type {
  AlertBasis,
  AlertedItem,
  AlertedSubscription,
  AtRisk,
  FraudAlert,
  OpenAlert,
  ResolvedAlert,
} from './fraud-alert.ts'
import { alertKey, confidences, isGraver, type Signal, type SourceItem } from './signal.ts'

/** The operator asks for an answer within an hour (facts/partner-center 9.4). */
export const answerWithinMs = 3_600_000

/** What is known beside the signal when it opens an alert. */
interface Around {
  readonly id: CaseId
  /** Null where the desk knows no such customer in this lane. */
  readonly identity: IdentityOnCard | null
  readonly basis?: AlertBasis
  /** The newest alert of the same key, which has ended. */
  readonly before: CaseId | null
  readonly by: StaffId | null
  readonly now: Instant
}

/** The first signal of its kind, or the first since the last one ended: a new alert. */
export function openAlert(signal: Signal, { id, identity, basis, before, by, now }: Around): OpenAlert {
  const { lane, customer, subscription, firstSeenAt, lastSeenAt } = signal
  const alert: OpenAlert = {
    status: 'pending',
    id,
    key: alertKey(signal),
    lane,
    customer,
    identity,
    calledThere: signal.customerName,
    subscription:
      subscription === null
        ? null
        : { id: subscription, name: signal.subscriptionName ?? subscription, kind: kindOf(signal) },
    ...(basis === undefined ? {} : { basis }),
    type: signal.type,
    suspicion: signal.suspicion,
    severity: signal.severity,
    confidence: signal.confidence,
    isTest: signal.isTest,
    title: signal.title,
    description: signal.description,
    country: signal.country,
    details: signal.details,
    resources: signal.resources,
    items: [itemOf(signal, now)],
    hits: signal.hits ?? 1,
    firstSeenAt: notAfter(firstSeenAt ?? now, now),
    lastSeenAt: notAfter(lastSeenAt ?? firstSeenAt ?? now, now),
    openedAt: now,
    waitsSince: now,
    ...(by === null ? {} : { reportedBy: by }),
    answerBy: later(now, answerWithinMs),
    spend: null,
    before,
    holder: null,
    snooze: null,
    answers: [],
    escalated: null,
    told: { severity: signal.severity, spend: [], resources: signal.resources.length },
  }
  return alert
}

/**
 * The open alert after another signal of its key: a new item, or a known one as its source has it now. It only grows:
 * nothing that was seen once is unseen. Null: nothing new. It ends where its sources have resolved all of it
 * themselves.
 */
export function repeatAlert(alert: OpenAlert, signal: Signal, now: Instant): OpenAlert | ResolvedAlert | null {
  const item = itemOf(signal, now)
  const known = alert.items.find((each) => isSameItem(each, item))
  const isNew = !known || known.status !== item.status || (item.hits ?? 0) > (known.hits ?? 0)
  const lastSeenAt = latest(alert.lastSeenAt, notAfter(signal.lastSeenAt ?? alert.lastSeenAt, now))
  const fresh = signal.resources.filter(({ id }) => !alert.resources.some((one) => one.id === id))
  const severity = isGraver(signal.severity, alert.severity) ? signal.severity : alert.severity
  const confidence =
    confidences.indexOf(signal.confidence) > confidences.indexOf(alert.confidence)
      ? signal.confidence
      : alert.confidence
  if (!isNew && lastSeenAt === alert.lastSeenAt && fresh.length === 0 && severity === alert.severity) return null
  const items = known
    ? alert.items.map((each) => (isSameItem(each, item) ? grown(each, item) : each))
    : [...alert.items, item]
  const next: OpenAlert = {
    ...alert,
    items,
    hits: Math.max(alert.hits, hitsOf(items)),
    severity,
    confidence,
    lastSeenAt,
    firstSeenAt: earliest(alert.firstSeenAt, signal.firstSeenAt ?? alert.firstSeenAt),
    resources: [...alert.resources, ...fresh],
    // A real one among tests is real.
    isTest: alert.isTest && signal.isTest,
    calledThere: alert.calledThere ?? signal.customerName,
    subscription: named(alert.subscription, signal.subscriptionName),
    title: alert.title ?? signal.title,
    description: describedBy(alert, signal),
    country: alert.country ?? signal.country,
    details: { ...alert.details, ...signal.details },
  }
  return items.every(({ status }) => status === 'resolved')
    ? { ...next, status: 'resolved-elsewhere', reason: signal.resolvedReason, endedAt: now }
    : next
}

/**
 * Whether a signal is of something its ended alert did not cover: it opens a new one. An item of the other feed about
 * what happened before is the same incident under another id; one of a feed that had spoken already is another
 * incident.
 */
export function isSince(alert: Exclude<FraudAlert, OpenAlert>, signal: Signal): boolean {
  if (signal.status === 'resolved') return false
  if (signal.lastSeenAt !== null && signal.lastSeenAt > alert.endedAt) return true
  const known = alert.items.find(({ source, id }) => source === signal.source && id === signal.id)
  if (known) return (signal.hits ?? 0) > (known.hits ?? 0)
  return signal.lastSeenAt === null || alert.items.some(({ source }) => source === signal.source)
}

/** What is at risk by what is known now. */
export function atRisk({ severity, spend, resources }: FraudAlert): AtRisk {
  return { severity, spend: spend?.amounts ?? [], resources: resources.length }
}

/** In minor units: what is less, an Azure subscription in honest use spends before lunch. */
const worthTelling = 5_000

/** Whether it grew so much that people are told by a line of its own: graver, or twice the spend or the resources. */
export function hasGrown(now: AtRisk, told: AtRisk): boolean {
  return (
    isGraver(now.severity, told.severity) ||
    (told.resources > 0 && now.resources >= 2 * told.resources) ||
    now.spend.some(({ minor, currency }) => minor >= worthTelling && minor >= 2 * amountIn(told.spend, currency))
  )
}

/** Whether anything at risk is above what it was, beyond a little spend: what wakes a snoozed alert. */
export function isAbove(now: AtRisk, before: AtRisk): boolean {
  return (
    isGraver(now.severity, before.severity) ||
    now.resources > before.resources ||
    now.spend.some(({ minor, currency }) => minor >= worthTelling + amountIn(before.spend, currency))
  )
}

/**
 * Where its first source knew no name (Graph never does, facts/partner-center 9.2), another's goes before the bare id.
 */
function named(alerted: AlertedSubscription | null, name: string | null): AlertedSubscription | null {
  return alerted === null || alerted.name !== alerted.id || name === null ? alerted : { ...alerted, name }
}

/** No longer one of many in a digest: it has a card of its own, and people from then on to answer it. */
export function withOwnCard({ digested, ...alert }: OpenAlert, now: Instant): OpenAlert {
  return digested === undefined ? alert : { ...alert, waitsSince: now }
}

/** A source says the same again; what another person has to say is kept below what the first said. */
function describedBy({ description }: OpenAlert, signal: Signal): string | null {
  if (description === null || signal.source !== 'person') return description ?? signal.description
  return `${description}\n${signal.description ?? ''}`
}

/** The feeds speak of Azure, but for a purchase: what was bought they may not say. */
function kindOf({ source, type }: Signal): 'azure' | 'seats' | 'unknown' {
  if (source === 'desk') return 'seats'
  return source === 'person' || type === 'suspiciousPurchase' ? 'unknown' : 'azure'
}

/** The item as an alert keeps it. */
export function itemOf({ source, id, status, hits }: Signal, seenAt: Instant): AlertedItem {
  return { source, id, status, hits, seenAt }
}

/** Whether two are the same item of the same source. */
export function isSameItem(one: SourceItem, other: SourceItem): boolean {
  return one.source === other.source && one.id === other.id
}

function grown(before: AlertedItem, after: AlertedItem): AlertedItem {
  return { ...after, hits: after.hits === null ? before.hits : Math.max(before.hits ?? 0, after.hits) }
}

/** Two feeds tell of the same incidents, each under ids of its own: the one that counted most is believed. */
function hitsOf(items: readonly AlertedItem[]): number {
  const bySource = new Map<string, number>()
  for (const { source, hits } of items) bySource.set(source, (bySource.get(source) ?? 0) + (hits ?? 1))
  return Math.max(...bySource.values())
}

function amountIn(amounts: readonly Money[], currency: string): number {
  return amounts.find((each) => each.currency === currency)?.minor ?? 0
}

function notAfter(one: Instant, limit: Instant): Instant {
  return one > limit ? limit : one
}

function latest(one: Instant, other: Instant): Instant {
  return one > other ? one : other
}

function earliest(one: Instant, other: Instant): Instant {
  return one < other ? one : other
}
