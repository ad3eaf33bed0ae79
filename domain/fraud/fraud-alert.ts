import type { Lane } from '../customers/lane.ts'
import type { HoldReason } from '../holds/hold.ts'
import type { DunningStage } from '../policy/collections-policy.ts'
import type { ResolvedReason } from '../ports/fraud-feed.ts'
import type { CaseId, CustomerId, StaffId, SubscriptionId } from '../shared/ids.ts'
import type { Money } from '../shared/money.ts'
import type { Day, Instant } from '../shared/time.ts'
import type { IdentityOnCard } from '../suspension/suspension-request.ts'
import type { AlertedResource, Confidence, Severity, SourceItem, SourceStatus } from './signal.ts'

/** How an alert ended, as a person decided it. */
export type Verdict = 'fraud' | 'misuse' | 'legitimate' | 'ignore'

export const verdicts: readonly Verdict[] = ['fraud', 'misuse', 'legitimate', 'ignore']

/** One item of a source that stands behind an alert, as it was read last. */
export interface AlertedItem extends SourceItem {
  readonly status: SourceStatus
  readonly hits: number | null
  readonly seenAt: Instant
}

/** What is at risk, and how it grows: what wakes a snoozed alert, and what is worth a new line. */
export interface AtRisk {
  readonly severity: Severity
  /** Since the first sighting, per currency. */
  readonly spend: readonly Money[]
  readonly resources: number
}

/** What the subscription has cost since the first sighting; an estimate, and late. */
export interface AlertSpend {
  readonly amounts: readonly Money[]
  /** Per hour since the first sighting, in minor units rounded. */
  readonly perHour: readonly Money[]
  readonly readAt: Instant
}

/** What the spend of an alert is counted by: the customer's Azure use of the month, as the operator told it. */
export interface SpendReading {
  /** When it was read first: growth counts from then. */
  readonly since: Instant
  /** Used so far this month, as it was read last. */
  readonly used: Money
  /** The month (`2025-03`, UTC) whose use that is: at its turn the operator counts from nought again. */
  readonly month: string
}

/** What was known of the customer when an alert opened: enough to judge by at a glance, and as old as the alert. */
export interface AlertBasis {
  /** Null: no ledger account is matched to them, and nothing known is not nothing owed. */
  readonly owes: {
    readonly overdue: readonly Money[]
    /** Since when the oldest of it is due. */
    readonly days: number
    readonly stage: DunningStage
    /** The day of the ledger it comes from. */
    readonly asOf: Day
  } | null
  /** What is out of service already, and why. */
  readonly held: readonly { readonly name: string; readonly reasons: readonly HoldReason[] }[]
  /** How many more are held than stand here. */
  readonly moreHeld: number
}

/** The subscription an alert is about. */
export interface AlertedSubscription {
  readonly id: SubscriptionId
  /** As the source calls it, else its id. */
  readonly name: string
  /** The operator's feeds speak of single Azure subscriptions, our own detection of what has seats. */
  readonly kind: 'azure' | 'seats' | 'unknown'
}

/** Put aside until then, or until what is at risk grows above what it was. */
export interface Snooze {
  readonly by: StaffId
  readonly at: Instant
  readonly until: Instant
  readonly because: string
  readonly atRisk: AtRisk
}

/** Something done about it that stops the clock: the suspension that was approved, or acted on alone. */
export interface AlertAnswer {
  readonly case: CaseId
  readonly at: Instant
}

/** How far it was escalated. */
export interface Escalated {
  /** Steps taken, from 1. */
  readonly step: number
  readonly at: Instant
}

interface Alerted {
  readonly id: CaseId
  /** Same key, same card. */
  readonly key: string
  readonly lane: Lane
  /** Null where the source names nobody, or nobody this desk knows. */
  readonly customer: CustomerId | null
  readonly identity: IdentityOnCard | null
  /** What the source calls the customer, as text. */
  readonly calledThere: string | null
  readonly subscription: AlertedSubscription | null
  /** Left out where this lane has no such customer. */
  readonly basis?: AlertBasis
  readonly type: string
  readonly suspicion: 'fraud' | 'misuse'
  readonly severity: Severity
  readonly confidence: Confidence
  readonly isTest: boolean
  /** In the source's own words, or the reporting person's. */
  readonly title: string | null
  readonly description: string | null
  readonly country: string | null
  readonly details: Readonly<Record<string, string>>
  readonly resources: readonly AlertedResource[]
  /** Every item of every source, oldest first. */
  readonly items: readonly AlertedItem[]
  /** How often it was seen: the most that one source has counted. */
  readonly hits: number
  readonly firstSeenAt: Instant
  readonly lastSeenAt: Instant
  readonly openedAt: Instant
  /** From when escalation counts: when it was opened, got a card of its own, or woke. */
  readonly waitsSince: Instant
  /** A person raised it. */
  readonly reportedBy?: StaffId
  /**
   * The operator asks for an answer within the hour (facts/partner-center 9.4); an act or a verdict stops the clock, a
   * claim does not.
   */
  readonly answerBy: Instant
  readonly spend: AlertSpend | null
  /** Left out while nobody could read it. */
  readonly reading?: SpendReading
  /** The alert with the same key that had ended before this one. */
  readonly before: CaseId | null
  readonly holder: { readonly by: StaffId; readonly at: Instant } | null
  readonly snooze: Snooze | null
  readonly answers: readonly AlertAnswer[]
  readonly escalated: Escalated | null
  /** What was told by a line of its own last. */
  readonly told: AtRisk
  /**
   * It has no card of its own but stands in a digest, told or about to be: many came at once, or it was open before the
   * desk looked.
   */
  readonly digested?: 'waiting' | 'told'
  /** No chat took its card in time, and somebody was paged. */
  readonly pagedUndelivered?: true
}

/** Waiting for a verdict. */
export type OpenAlert = Alerted & { readonly status: 'pending' }

/** How far the verdict was told to the sources. */
export type Reported =
  /** No source to tell: a person raised it, or this desk itself. */
  | { readonly state: 'nobody-to-tell' }
  | { readonly state: 'telling' }
  | { readonly state: 'told'; readonly at: Instant; readonly as: ResolvedReason }
  /** The operator said no, in its own words; somebody does it in the portal, or the next try may do. */
  | { readonly state: 'refused'; readonly at: Instant; readonly code: string | null; readonly words: string | null }

/** A person decided how it ended. */
export type DecidedAlert = Alerted & {
  readonly status: 'decided'
  readonly verdict: Verdict
  readonly because: string
  readonly decidedBy: StaffId
  /** Same on every retry. */
  readonly intent: string
  /** The person agreed that a source without the word is told `ignore` instead. */
  readonly asIgnore: boolean
  readonly reported: Reported
  readonly endedAt: Instant
}

/** Its source resolved it without this desk: in the operator's own dashboard, by another tool. */
export type ResolvedAlert = Alerted & {
  readonly status: 'resolved-elsewhere'
  readonly reason: string | null
  readonly endedAt: Instant
}

/** Suspicious use of what a customer has, from the first signal to the verdict. */
export type FraudAlert = OpenAlert | DecidedAlert | ResolvedAlert
