import type { SubscriptionAct } from '../../acts/subscription-act.ts'
import type { AuditEntry } from '../../audit/audit-entry.ts'
import type { Customer } from '../../customers/customer.ts'
import type { OperatorCost } from '../../ports/operator-lane.ts'
import type { SpendingBudget } from '../../ports/spending.ts'
import type { ServiceRequest } from '../../service-requests/service-request.ts'
import type { CaseId } from '../../shared/ids.ts'
import type { Money } from '../../shared/money.ts'
import type { Day, Instant } from '../../shared/time.ts'
import type { FraudAlert } from '../fraud-alert.ts'
import type { AnsweredAlert } from '../response-figures.ts'
import type { RefundChance } from './refund-chance.ts'

/** Days of charges from the first sighting on that a dossier tells. */
export const chargedDays = 30

/** Why nobody knows: the desk has no access there, or the operator does not say, or did not answer just now. */
export type WhyUnknown = 'no-access' | 'not-said' | 'no-answer'

/** What the operator billed, as far as its newest bills say. */
export type Charges =
  | { readonly known: false; readonly why: WhyUnknown }
  | {
      readonly known: true
      /** Lines whose days touch the days looked at; one may reach beyond them. */
      readonly lines: readonly OperatorCost[]
      /** One sum for each currency, never added across. */
      readonly sums: readonly Money[]
      /** The days of which the bills say anything at all; null where they say nothing. */
      readonly told: { readonly from: Day; readonly to: Day } | null
    }

/** What the operator estimates of this month's use. */
export type Estimate =
  { readonly known: false; readonly why: WhyUnknown } | { readonly known: true; readonly budget: SpendingBudget }

/** What was done about it, with the operator's confirmation where there is one. */
export interface DossierAct {
  readonly case: CaseId
  readonly wanted: 'suspended' | 'active'
  readonly acts: readonly SubscriptionAct[]
}

/** All that is known for the operator's refund after fraud, as it was on one moment. */
export interface Dossier {
  readonly customer: Customer
  readonly writtenAt: Instant
  readonly chance: RefundChance
  /** Of any source and verdict, tests left out; first seen first. */
  readonly alerts: readonly AnsweredAlert[]
  /** What the audit tells of the customer since the first of them, oldest first. */
  readonly timeline: readonly AuditEntry[]
  /** The days whose charges are told; null where nothing was seen. */
  readonly days: { readonly from: Day; readonly to: Day } | null
  readonly charges: Charges
  readonly estimate: Estimate
  readonly acts: readonly DossierAct[]
  readonly tickets: readonly ServiceRequest[]
}

/** The first moment anything was seen; null where nothing was. */
export function firstSeen(alerts: readonly FraudAlert[]): Instant | null {
  return alerts.reduce<Instant | null>(
    (first, { firstSeenAt: at }) => (first === null || at < first ? at : first),
    null,
  )
}
