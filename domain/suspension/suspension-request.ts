import type { AgreementId } from '../agreements/agreement.ts'
import type { SubscriptionAct } from '../acts/subscription-act.ts'
import type { Lane } from '../customers/lane.ts'
import type { Hold, HoldReason } from '../holds/hold.ts'
import type { Impact } from '../impact/impact.ts'
import type { CommercialModel } from '../ports/operator-lane.ts'
import type { CaseId, CustomerId, StaffId, SubscriptionId } from '../shared/ids.ts'
import type { Money } from '../shared/money.ts'
import type { Day, Instant } from '../shared/time.ts'
import type { DunningStage } from '../policy/collections-policy.ts'
import type { FinalNotice } from '../policy/final-notice.ts'
import type { Excess } from './excess.ts'

/**
 * One person asks that subscriptions of a customer be suspended; another approves it, or rejects it, or asks something
 * back first. What was approved is carried out subscription by subscription, and the debt is read again before each.
 */
export type SuspensionRequest =
  | OpenSuspension
  | ApprovedSuspension
  | CarriedOutSuspension
  | RejectedSuspension
  | WithdrawnSuspension
  | ExpiredSuspension
  | VoidSuspension

/** A request that waits for people; one that is being carried out does not. */
export type OpenSuspension = PendingSuspension | QuestionedSuspension

/** Why somebody asks for a suspension. */
export type SuspensionReason = Exclude<HoldReason, 'operator'>

export const suspensionReasons: readonly SuspensionReason[] = ['non-payment', 'fraud', 'misuse', 'customer-request']

/** Both sides of the customer's identity, as they stood on the card. */
export interface IdentityOnCard {
  readonly lane: Lane
  readonly operatorName: string
  readonly domain: string
  readonly tenantId: string
  /** Set where the operator could not be asked who it is. */
  readonly knownFrom?: 'ledger'
  /** Each ledger account; empty where the ledger knows nobody. Without a key on cards of an older desk. */
  readonly ledger: readonly { readonly name: string; readonly number: string; readonly key?: string }[]
}

/** A subscription as it stood on the card; the suspension covers these and nothing else. */
export interface ChosenSubscription {
  readonly id: SubscriptionId
  readonly name: string
  readonly quantity: number
  readonly parent: SubscriptionId | null
  /** Names of the add-ons in service that fall with it, whether or not they were chosen (facts/partner-center 6.3). */
  readonly addOns: readonly string[]
  /** Why it is out of service already: this suspension adds its own hold, and a payment alone no longer lifts all. */
  readonly heldFor?: readonly HoldReason[]
  /** Set on a single Azure subscription: the Azure plan it is under. */
  readonly plan?: SubscriptionId
  /** Those holds, with who answers for each; left out by an older desk. */
  readonly holds?: readonly Hold[]
  /** Nobody has asked the operator: seats and status are unknown. */
  readonly unseen?: true
  /** What a suspension means, and until when it can be undone, depends on how it was sold. */
  readonly model: CommercialModel
  readonly commitmentEnd: Instant | null
}

/** When what was approved may begin, where that is later than now, and why. */
export interface Start {
  readonly at: Instant
  readonly why: 'asked-for' | 'friday-brake'
}

/** How what was chosen for a debt lies to the unpaid invoice lines. */
export interface Scope {
  /** Whether the ledger says at all which subscriptions are unpaid. */
  readonly ledgerTells: boolean
  /** Those that stand behind no unpaid line, where it does. */
  readonly wider: readonly SubscriptionId[]
}

/** Who changed what is covered after it was asked, and how; names as on the card. */
export interface ScopeChange {
  readonly by: StaffId
  readonly at: Instant
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

/** What the ledger and the policy said when it was asked. */
export interface Basis {
  readonly overdue: readonly Money[]
  readonly oldestDaysPastDue: number
  readonly stage: DunningStage
  /** The final notice it stands on; null where none is on record. */
  readonly notice: Pick<FinalNotice, 'givenOn' | 'deadline' | 'recordedBy'> | null
  /** As-of date of the data; null where no ledger covers the customer. */
  readonly ledgerAsOf: Day | null
  /** Set where some of the debt is known as a sum by age only; requests of an older desk do not say. */
  readonly summary?: true
}

/** A reason why the policy would say no, which two approvers may set aside together. */
export type Obstacle =
  | { readonly code: 'before-suspension-rung'; readonly stage: DunningStage }
  | { readonly code: 'no-final-notice' }
  | { readonly code: 'notice-running'; readonly deadline: Day }
  /** What was agreed keeps the policy from calling for what the debt alone would call for. */
  | {
      readonly code: 'under-agreement'
      readonly agreement: AgreementId
      readonly kind: 'promise' | 'plan' | 'exemption'
      /** Its last day. */
      readonly until: Day
    }
  /** Somebody said that the customer has paid, and no import could show it yet. */
  | { readonly code: 'said-to-be-paid'; readonly agreement: AgreementId; readonly amount: Money; readonly until: Day }
  | { readonly code: 'ledger-too-old'; readonly asOf: Day; readonly workingDays: number; readonly limit: number }

/** The first person's wish to act although the policy says not yet; two approvers must agree. */
export interface Override {
  readonly reason: string
  /** What was in the way when it was asked; nothing else is set aside. */
  readonly obstacles: readonly Obstacle[]
}

/** One approver's yes. */
export interface Approval {
  readonly by: StaffId
  readonly at: Instant
}

/** A fraud lead acted alone; a second person confirms it, or reverses it. */
export interface BrokenGlass extends Approval {
  readonly reason: string
  /** From then on it is escalated, again and again. */
  readonly confirmBy: Instant
  /** When it was last escalated. */
  readonly escalatedAt?: Instant
  /** The second person; `resumption` brings back what a reversal found out of service. */
  readonly ended?: Approval & { readonly how: 'confirmed' | 'reversed'; readonly resumption?: CaseId }
}

/** What an approver asks back, and the answer once somebody gave it. */
interface Question {
  readonly by: StaffId
  readonly at: Instant
  readonly text: string
  readonly answer: { readonly by: StaffId; readonly at: Instant; readonly text: string } | null
}

/** Another request about the same customer. */
export interface Beside {
  readonly case: CaseId
  readonly reason: SuspensionReason
}

interface Asked {
  readonly id: CaseId
  readonly customer: CustomerId
  readonly identity: IdentityOnCard
  readonly reason: SuspensionReason
  readonly subscriptions: readonly ChosenSubscription[]
  /** Only for a debt. Not on cards of an older desk. */
  readonly scope?: Scope
  /** Oldest first; whoever added something cannot approve it. */
  readonly changes?: readonly ScopeChange[]
  /** Carried out on this day, when work begins, and not before; at once where it is left out. */
  readonly notBefore?: Day
  /** It was asked within the Friday brake, which lasts until then: two approvers may have it done at once. */
  readonly braked?: Instant
  /** When what was approved may begin. */
  readonly start?: Start
  /** What the first person wants the second to know. */
  readonly note: string | null
  /** What it does, as it was told before anybody asked. Not on cards of an older desk. */
  readonly impact?: Impact
  readonly basis: Basis
  readonly override: Override | null
  readonly askedBy: StaffId
  readonly askedAt: Instant
  readonly expiresAt: Instant
  /** How many different people must say yes; two at least when an obstacle is set aside. Never lowered afterwards. */
  readonly approvalsNeeded: number
  /** Why the policy asks for more than one; left out where it does not. */
  readonly approvalsWhy?: Excess | { readonly over: 'reason' }
  /** Set where so much is at stake that each approver gives a second factor. */
  readonly stepUp?: Excess
  /** Yeses so far, each to the version that stands. */
  readonly approvals: readonly Approval[]
  readonly questions: readonly Question[]
  /** When nobody had decided for too long, and more people were told. */
  readonly escalatedAt?: Instant
  /** The one subscription an alarm is about: a fraud lead who cannot wait may suspend it alone, and it alone. */
  readonly alerted?: SubscriptionId
  readonly brokenGlass?: BrokenGlass
  /** Other requests for the same customer that wait for people as well; a suspicion among them goes first. */
  readonly beside?: readonly Beside[]
  /** Who ended what was approved and not done. */
  readonly calledOff?: Approval
}

/** Why a request ended without anybody deciding. */
export type VoidReason =
  | 'paid'
  | 'no-longer-due'
  | 'ledger-too-old'
  | 'customer-rematched'
  | 'too-late'
  | 'called-off'
  | 'watch-only'
  | 'over-limit'
  | 'overtaken'

/** Waiting for one more approver at least. */
export type PendingSuspension = Asked & { readonly status: 'pending' }
/** An approver asked something back; nobody can approve until it is answered. */
export type QuestionedSuspension = Asked & { readonly status: 'questioned' }
/** Being carried out, act by act. */
export type ApprovedSuspension = Asked & { readonly status: 'approved'; readonly acts: readonly SubscriptionAct[] }
/** Every act has ended, done or not: the acts tell. */
export type CarriedOutSuspension = Asked & {
  readonly status: 'carried-out'
  readonly acts: readonly SubscriptionAct[]
  readonly endedAt: Instant
}
export type RejectedSuspension = Asked & {
  readonly status: 'rejected'
  readonly rejectedBy: StaffId
  readonly endedAt: Instant
  readonly because: string
}
export type WithdrawnSuspension = Asked & { readonly status: 'withdrawn'; readonly endedAt: Instant }
export type ExpiredSuspension = Asked & { readonly status: 'expired'; readonly endedAt: Instant }
/** Ended without anything having been done: its ground was gone, or it was begun too late. */
export type VoidSuspension = Asked & {
  readonly status: 'void'
  readonly endedAt: Instant
  readonly why: VoidReason
  /** The suspicion that was approved meanwhile; only where it was overtaken. */
  readonly overtakenBy?: Beside
  /** The import by which its ground was gone, taken back since: people may ask again, the desk never does. */
  readonly undone?: CaseId
}

/** Waiting for people: it can still be approved, answered, rejected or withdrawn. */
export function isOpen(request: SuspensionRequest): request is OpenSuspension {
  return request.status === 'pending' || request.status === 'questioned'
}

/** A fraud lead acted alone, something was done or may be, and nobody has looked at it since. */
export function awaitsConfirmation(request: SuspensionRequest): boolean {
  if (!request.brokenGlass || request.brokenGlass.ended) return false
  if (request.status === 'approved') return true
  return request.status === 'carried-out' && request.acts.some(({ result }) => result.state !== 'skipped')
}

/** The word on which it is carried out: the last yes that was needed, or that of a fraud lead who acted alone. */
export function wordOn({ brokenGlass, approvals, askedBy, askedAt }: SuspensionRequest): Approval {
  return brokenGlass ?? approvals.at(-1) ?? { by: askedBy, at: askedAt }
}

/** Everybody whose words are in the request, and who added to what it covers: none of them is its second person. */
export function contributors({ askedBy, questions, changes = [] }: SuspensionRequest): ReadonlySet<StaffId> {
  const added = changes.filter((change) => change.added.length > 0).map(({ by }) => by)
  return new Set([askedBy, ...added, ...questions.flatMap(({ answer }) => answer?.by ?? [])])
}
