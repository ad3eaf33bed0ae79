import type { FraudEscalation } from './fraud-escalation.ts'
import type { TicketPatience } from './ticket-patience.ts'
import type { Lane } from '../customers/lane.ts'
import type { EndingWay } from '../ending/ending-way.ts'
import type { HoldReason } from '../holds/hold.ts'
import type { Currency } from '../shared/money.ts'
import type { WorkingCalendar } from '../shared/working-days.ts'

/** What the policy calls for today, mildest first. */
export type DunningStage = 'clear' | 'reminder' | 'final-notice' | 'suspend'

export const dunningStages: readonly DunningStage[] = ['clear', 'reminder', 'final-notice', 'suspend']

/** A rung holds for the debt in one currency that is old enough, when that debt is large enough and of enough invoices. */
export interface PolicyRung {
  readonly stage: Exclude<DunningStage, 'clear'>
  /** Working days where the policy counts them, else days of the calendar. */
  readonly daysPastDue: number
  /** Minor units by currency; `null` means age alone decides. A currency that is not listed never reaches this rung. */
  readonly atLeast: Readonly<Record<Currency, number>> | null
  /** At least so many invoices that are old enough; one where it is left out. */
  readonly invoices?: number
  /** Only beside the stage `suspend`: what was suspended already is to be ended, by two people as ever. */
  readonly ends?: EndingWay
  /** A reminder or final notice goes out without a press; where it is left out, a person sends it. */
  readonly sendsItself?: true
}

/** Customers with a ladder of their own. What is null does not matter; what is named must hold, all of it. */
export interface PolicySegment {
  readonly name: string
  readonly lanes: readonly Lane[] | null
  /** Two capital letters each, of the ledger account. */
  readonly countries: readonly string[] | null
  /** Names in {@link CollectionsPolicy.customerGroups}. */
  readonly groups: readonly string[] | null
  /** Severest first. */
  readonly rungs: readonly PolicyRung[]
}

/** Exceeded by either: more people, or more money in one of the currencies. */
export interface Limits {
  /** Minor units by currency; a currency that is not listed is never too much. */
  readonly amounts: Readonly<Record<Currency, number>>
  /** Null: however many. */
  readonly people: number | null
}

/** Unlike a limit, a cap on amounts covers the currencies it names and no other. */
export interface Caps extends Limits {
  readonly people: number
}

/** How many approvers a suspension for a reason needs. */
export interface ApprovalRule {
  readonly reason: Extract<HoldReason, 'non-payment' | 'fraud' | 'misuse'>
  /** Null: always. */
  readonly above: Limits | null
  readonly needs: number
}

/** Above which a purchase is suspicious. */
export interface PurchaseLimits {
  /** A new subscription of more seats than this. */
  readonly newSeats: number
  /** One that was known grows by so many seats at least, and to so many times as many at least. */
  readonly jump: { readonly times: number; readonly seats: number }
  /** A customer counts as new for so many days from their first purchase. */
  readonly newCustomerDays: number
  /** The first subscription of a new customer with more seats than this. */
  readonly firstSeats: number
  /** Whatever is bought by a customer who is on hold, or overdue at a final notice or later. */
  readonly whileInTrouble: boolean
}

/** The partner's own collections policy: data that the partner edits and the code only reads. */
export interface CollectionsPolicy {
  /** Of everybody whom no segment covers. Severest first; the first that holds is the stage. */
  readonly rungs: readonly PolicyRung[]
  /** The first that covers a customer counts. */
  readonly segments: readonly PolicySegment[]
  /** Who belongs to a group: tenant ids, and names as the ledger or the operator has them. */
  readonly customerGroups: Readonly<Record<string, readonly string[]>>
  /** The age of a debt in the partner's working days; else in days of the calendar. */
  readonly countsWorkingDays: boolean
  /** A hold for non-payment is lifted without a press once the ledger says that its debt was paid. */
  readonly liftsWhenPaid: boolean
  /** Debt of this much or less, in minor units, is left alone. Currencies not listed have none. */
  readonly tolerance: Readonly<Record<Currency, number>>
  /** Days a customer gets after a final notice. */
  readonly finalNoticeDays: number
  /** Whom a customer writes to or calls, as the text for customers says it; null: nobody is named. */
  readonly contact: string | null
  /** How many working days old the ledger may be for a non-payment suspension. */
  readonly ledgerAgeLimit: number
  /** After how many days a hold for fraud or misuse is to be looked at again. */
  readonly suspicionReviewDays: number
  /** Shares above which an import needs a second person's yes. */
  readonly importGuard: { readonly closedShare: number; readonly newlyDueShare: number }
  /** Where none holds, one approver is enough; of those that hold, the severest counts. */
  readonly approvals: readonly ApprovalRule[]
  /** Above these an approver proves with a second factor that it is them; null: never. */
  readonly stepUp: Limits | null
  /** Up to these a fraud lead may act without a second person; null: never. */
  readonly breakGlass: Caps | null
  /** Hours until a suspension for fraud that nobody decided on is escalated. */
  readonly fraudDecisionHours: number
  /** Whom an alert that nobody holds is told to. */
  readonly fraudEscalation: FraudEscalation
  /** How long one waits for an operator, or for a person, before somebody is asked about a ticket. */
  readonly ticketPatience: TicketPatience
  /** How many suspensions for non-payment may be begun in a lane on one day before two approvers are asked. */
  readonly dailyLimit: number
  /** Which purchases the desk itself reports; null: none. */
  readonly detection: PurchaseLimits | null
  readonly calendar: WorkingCalendar
  /** Minutes after midnight, where the partner is. */
  readonly workingHours: { readonly from: number; readonly to: number }
  /** In so many last working hours before a weekend or holiday nothing is begun for a debt; 0: no such hours. */
  readonly fridayBrakeHours: number
}
