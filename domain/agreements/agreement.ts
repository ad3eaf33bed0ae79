import type { CustomerId, StaffId, SubscriptionId } from '../shared/ids.ts'
import type { Currency, Money } from '../shared/money.ts'
import type { Day, Instant } from '../shared/time.ts'

/** What was agreed with a customer, or about what it owes; a person recorded it, and answers for it. */
export type Agreement = PaymentPromise | PaymentPlan | Dispute | Exemption | PaidMark

export type AgreementKind = Agreement['kind']

/** What people call an agreement by: `A-12`. */
export type AgreementId = string

interface Recorded {
  readonly id: AgreementId
  readonly customer: CustomerId
  readonly author: StaffId
  readonly recordedAt: Instant
}

/** An open invoice as it stood when money was promised, in minor units. */
export interface DebtThen {
  /** Key of the invoice (`itemKey`). */
  readonly key: string
  /** After credits. */
  readonly left: number
  /** How much of that was disputed then; left out where nothing was. */
  readonly disputed?: number
}

interface MoneyToCome extends Recorded {
  /** Everything open in that currency then, oldest first: a payment is what is left less of these. */
  readonly debt: readonly DebtThen[]
  /** As-of day of the ledger then; a later one can tell what was paid since. */
  readonly asOf: Day
}

/** In force, or waiting for a ledger that can tell. */
interface Open {
  readonly status: 'open'
}
/** Taken back by whoever recorded it: as if it had never been. */
interface Undone {
  readonly status: 'undone'
  readonly by: StaffId
  readonly at: Instant
}
/** Somebody ended it before its time; what it did until then stands. */
interface Ended {
  readonly status: 'ended'
  readonly by: StaffId
  readonly at: Instant
}
/** What the ledger showed of the money once it could tell. */
interface Judged {
  readonly at: Instant
  /** Minor units paid since, of all that was owed then. */
  readonly paid: number
  /** As-of day of the ledger that told. */
  readonly asOf: Day
}

/** Paid in full; paid in part; not paid at all. The last two are broken promises. */
export type Judgement =
  | (Judged & { readonly status: 'kept' })
  | (Judged & { readonly status: 'part-kept' })
  | (Judged & { readonly status: 'broken' })

/** The customer said that so much is paid by the end of a day. */
export interface PaymentPromise extends MoneyToCome {
  readonly kind: 'promise'
  readonly amount: Money
  readonly day: Day
  readonly state: Open | Judgement | Ended | Undone
}

/** So much by the end of a day, in minor units of the plan's currency. */
export interface Instalment {
  readonly minor: number
  readonly day: Day
}

/** The customer pays in instalments; one that is missed breaks the plan. */
export interface PaymentPlan extends MoneyToCome {
  readonly kind: 'plan'
  readonly currency: Currency
  /** Earliest first, each on a day of its own. */
  readonly instalments: readonly Instalment[]
  readonly state: Open | Judgement | Ended | Undone
}

/** The customer does not agree with an invoice, or with part of it: that much is out of the overdue sum. */
export interface Dispute extends Recorded {
  readonly kind: 'dispute'
  /** Key of the invoice (`itemKey`). */
  readonly invoice: string
  readonly number: string
  /** Null: all of it. */
  readonly amount: Money | null
  readonly reason: string
  readonly state: Open | Ended | Undone | { readonly status: 'closed'; readonly at: Instant }
}

/** What an exemption leaves out. */
export type Exempt =
  | { readonly what: 'customer' }
  /** `key`: of the invoice (`itemKey`). */
  | { readonly what: 'invoice'; readonly key: string; readonly number: string }
  | { readonly what: 'subscription'; readonly id: SubscriptionId; readonly name: string }

/** Somebody decided to leave a customer, an invoice or a subscription out until a day. */
export interface Exemption extends Recorded {
  readonly kind: 'exemption'
  readonly of: Exempt
  readonly reason: string
  /** Who answers for it, and is reminded before it ends. */
  readonly owner: StaffId
  /** Its last day. */
  readonly until: Day
  /** When the owner was reminded that it ends. */
  readonly remindedAt?: Instant
  readonly state: Open | Ended | Undone | { readonly status: 'over'; readonly at: Instant }
}

/**
 * Somebody says that a customer has paid, and the ledger does not show it yet. It keeps a suspension waiting and changes
 * no sum; the next import that could show the payment settles it or drops it.
 */
export interface PaidMark extends MoneyToCome {
  readonly kind: 'paid-mark'
  readonly amount: Money
  /** The day on which it was said. */
  readonly said: Day
  /** The last day on which it counts. */
  readonly until: Day
  readonly state:
    | Open
    | Undone
    | (Judged & { readonly status: 'settled' })
    /** The ledger could tell and did not show it, or nobody imported one in time. */
    | { readonly status: 'dropped'; readonly at: Instant; readonly why: 'not-in-ledger' | 'run-out' }
}

/** An agreement about money that is to come. */
export type MoneyAgreement = PaymentPromise | PaymentPlan | PaidMark

/** Whether nothing ended it yet; whether it still counts today is for `inForce` to say. */
export function isOpenAgreement({ state }: Agreement): boolean {
  return state.status === 'open'
}

/** The name of the agreement of that number. */
export function agreementId(number: number): AgreementId {
  return `A-${number}`
}
