import type { Agreement } from '../agreements/agreement.ts'
import type { AuditDraft, AuditEntry } from '../audit/audit-entry.ts'
import type { Turn } from '../acts/turn.ts'
import type { Cases } from '../cases/case.ts'
import type { Address, PlacedCard } from '../cases/placed-card.ts'
import type { CreditLine } from '../credit/credit-line.ts'
import type { Match } from '../customers/customer.ts'
import type { DigestRoute } from '../digest/digest-route.ts'
import type { HandedIn } from '../fraud/dossier/handed-in.ts'
import type { Delivery } from '../fraud/delivery.ts'
import type { FeedBaseline, NewestAlert } from '../fraud/fraud-records.ts'
import type { Silence } from '../fraud/silence.ts'
import type { HeldSubscription } from '../holds/hold.ts'
import type { LaneDay } from '../lanes/daily-brake.ts'
import type { LaneRecord } from '../lanes/lane-state.ts'
import type { FinalNotice } from '../policy/final-notice.ts'
import type { PolicyGiven } from '../policy/policy-given.ts'
import type { PolicyVersion } from '../policy/policy-version.ts'
import type { OutboxEntry } from '../outbox/outbox-entry.ts'
import type { Correspondence } from '../reminders/correspondence.ts'
import type { Reminder } from '../reminders/reminder.ts'
import type { Route } from '../routes/route.ts'
import type { CaseId, CustomerId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import type { LinkOffer, LinkTries } from '../staff/link-offer.ts'
import type { Snapshot } from '../snapshots/snapshot.ts'
import type { AccessRequest } from '../staff/role-change.ts'
import type { SecondFactor } from '../staff/second-factor.ts'
import type { Staff } from '../staff/staff.ts'
import type { LaneWebhook } from '../webhooks/lane-webhook.ts'
import type { WebhookEvent } from '../webhooks/webhook-event.ts'
import type { Assignment } from '../workday/assignment.ts'
import type { CustomerNote } from '../workday/customer-note.ts'
import type { Skip } from '../workday/skip.ts'

/** Every kind of record the desk keeps. */
export interface Records extends Cases {
  readonly staff: Staff
  readonly 'access-request': AccessRequest
  readonly 'link-offer': LinkOffer
  /** Id: the account's key. */
  readonly 'link-tries': LinkTries
  /** Id: the person's. */
  readonly 'second-factor': SecondFactor
  /** One open suspension per customer and reason: whoever creates the pointer first has it. Id: `customer/reason`. */
  readonly 'open-suspension': { readonly case: CaseId; readonly customer: CustomerId }
  /** One open case of a kind per customer, as above. Id: `kind/lane/customer`. */
  readonly 'open-case': { readonly case: CaseId; readonly customer: CustomerId }
  /** What a digest has told already, by keys of its own. */
  readonly digest: { readonly told: readonly string[] }
  /** Id: what makes two alerts the same (`alertKey`). */
  readonly 'newest-alert': NewestAlert
  /** One ticket per number of an operator: whoever creates the pointer first has it. Id: the number, in capitals. */
  readonly 'ticket-number': { readonly case: CaseId }
  /** Id: `lane/feed`. */
  readonly 'feed-baseline': FeedBaseline
  readonly dossier: HandedIn
  /** A feed or a channel that does not work. Id: `silenceId`. */
  readonly silence: Silence
  /** What became of an alert's card in a place. Id: `case/place`. */
  readonly delivery: Delivery
  readonly held: HeldSubscription
  /** Id: `creditKey`. */
  readonly 'credit-line': CreditLine
  /** Id: as of `held`. */
  readonly snapshot: Snapshot
  /** Id: as of `held`. */
  readonly turn: Turn
  readonly 'final-notice': FinalNotice
  readonly agreement: Agreement
  readonly assignment: Assignment
  readonly 'customer-note': CustomerNote
  readonly skip: Skip
  /** Id: the place. */
  readonly 'digest-route': DigestRoute
  /** Id: `reminderId`. */
  readonly reminder: Reminder
  /** Id: the customer. */
  readonly correspondence: Correspondence
  /** Id: `versionId`. */
  readonly 'policy-version': PolicyVersion
  readonly 'policy-given': PolicyGiven
  /** A ledger account's customer, as a person confirmed it. */
  readonly match: Match
  readonly route: Route
  readonly lane: LaneRecord
  /** Id: `lane/day`. */
  readonly 'lane-day': LaneDay
  /** A suspension that the daily limit halted, and the case that decides. Id: the suspension. */
  readonly halted: { readonly case: CaseId; readonly customer: CustomerId }
  /** Id: the lane. */
  readonly webhook: LaneWebhook
  /** Id: what all copies of it have in common, hashed. */
  readonly 'webhook-event': WebhookEvent
  readonly card: PlacedCard
  readonly address: Address
}

export type Kind = keyof Records

/** A record as it stands, with the version a change must name. */
export interface Stored<Value> {
  readonly id: string
  readonly value: Value
  /** From 1, one higher with each change. */
  readonly version: number
}

/** One record written whole. */
export type Save = {
  readonly [K in Kind]: {
    readonly kind: K
    readonly id: string
    readonly value: Records[K]
    /** The version that was read; null when it must not exist yet. */
    readonly basedOn: number | null
  }
}[Kind]

export interface Removal {
  readonly kind: Kind
  readonly id: string
  /** The version that was read. */
  readonly basedOn: number
}

/** A record that must still stand as it was read, though nothing of it is changed. */
export interface Unchanged {
  readonly kind: Kind
  readonly id: string
  /** The version that was read; null when there was none. */
  readonly basedOn: number | null
}

/** What happens together or not at all. */
export interface Commit {
  readonly save?: readonly Save[]
  readonly remove?: readonly Removal[]
  /** Makes the commit stale where somebody else changed, created or removed one of these. */
  readonly unchanged?: readonly Unchanged[]
  /** At least one wherever a decision is made. */
  readonly audit?: readonly AuditDraft[]
  /** New promises. */
  readonly outbox?: readonly OutboxEntry[]
  /** Outbox entries that are kept now. One that is gone already makes the commit stale. */
  readonly settle?: readonly string[]
  /** Outbox entries to be tried again later; each replaces the entry of its id. */
  readonly postpone?: readonly OutboxEntry[]
}

/** Somebody else changed, created or removed the record first; read again and decide again. */
export class StaleWrite extends Error {
  readonly kind: Kind | 'outbox'
  readonly id: string

  constructor(kind: Kind | 'outbox', id: string) {
    super(`stale write of ${kind} ${id}`)
    this.name = 'StaleWrite'
    this.kind = kind
    this.id = id
  }
}

/** Narrows a list; a store may answer from an index. */
export interface Where {
  /** Records about this customer (cases, held subscriptions, final notices, matches, what people noted). */
  readonly customer?: CustomerId
  /** Cards, and deliveries, of this case. */
  readonly case?: CaseId
  /** Cases that wait for something. */
  readonly open?: true
}

/** Whoever was tried in vain this often needs somebody to look. */
export const stuckAfter = 10

/** The desk's memory. What it gives out is never changed in place, by either side. */
export interface DeskStore {
  get<K extends Kind>(kind: K, id: string): Promise<Stored<Records[K]> | null>
  /** In the order of creation. */
  list<K extends Kind>(kind: K, where?: Where): Promise<readonly Stored<Records[K]>[]>
  /**
   * Another number after any commit that created, changed or removed a record of the kind; the same number means that
   * nothing of it changed. Cheap. It tells nothing after a restart.
   */
  revision(kind: Kind): Promise<number>
  /** The next number of a series, `S` or `PD`; never given twice, gaps are possible. */
  nextNumber(series: string): Promise<number>
  /** All of it, durably, or nothing. Throws {@link StaleWrite}; any other error means nothing was written. */
  commit(commit: Commit): Promise<void>
  /** Entries about a case, record or customer, oldest first; only those after an entry (its `seq`) where one is named. */
  auditOf(about: string, after?: number): Promise<readonly AuditEntry[]>
  /** At most so many of the newest about one, oldest first: cheap however old the desk is, where they are new. */
  newestAuditOf(about: string, most: number): Promise<readonly AuditEntry[]>
  /** The whole chain, oldest first. */
  auditTrail(): AsyncIterable<AuditEntry>
  /** Entries due by `now`, earliest first, at most `limit`; entries under way elsewhere are left out. */
  takeDue(now: Instant, limit: number): Promise<readonly OutboxEntry[]>
  /** Gives back an entry that was taken and neither settled nor postponed. */
  release(entry: string): Promise<void>
  /** Outbox entries waiting, since when the earliest is due, and how many were tried {@link stuckAfter} times or more. */
  backlog(): Promise<{ readonly waiting: number; readonly earliestDue: Instant | null; readonly stuck: number }>
  /** Writes what is under way and lets go of the files. */
  close(): Promise<void>
}
