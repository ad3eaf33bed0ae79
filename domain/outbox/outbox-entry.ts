import type { Alarm } from '../cases/alarm.ts'
import type { Lane } from '../customers/lane.ts'
import type { HoldReview } from '../holds/hold.ts'
import type { PagerCall, PagerWay } from '../paging/pager-call.ts'
import type { CaseId, CustomerId, PlaceId, StaffId, SubscriptionId } from '../shared/ids.ts'
import type { OutsideFault } from '../shared/outside-fault.ts'
import type { Instant } from '../shared/time.ts'
import type { News } from './news.ts'

/** An import that was taken back: what was decided by it since it counted is looked at anew. */
export interface UndoneImport {
  readonly import: CaseId
  readonly since: Instant
}

/** An order to do something outside, or at a later time. Each is idempotent at its receiver. */
export type Order =
  | { readonly kind: 'suspend-subscription'; readonly case: CaseId; readonly subscription: SubscriptionId }
  | { readonly kind: 'reactivate-subscription'; readonly case: CaseId; readonly subscription: SubscriptionId }
  | { readonly kind: 'cancel-subscription'; readonly case: CaseId; readonly subscription: SubscriptionId }
  /** Switches its auto-renew off. */
  | { readonly kind: 'end-renewal'; readonly case: CaseId; readonly subscription: SubscriptionId }
  /** Sets the Azure budget that was approved. */
  | { readonly kind: 'set-budget'; readonly case: CaseId }
  /** Puts back what its suspension took, once it is in service again. */
  | { readonly kind: 'restore-subscription'; readonly case: CaseId; readonly subscription: SubscriptionId }
  /** Looks whether the operator shows what somebody did by hand. */
  | { readonly kind: 'look-by-hand'; readonly case: CaseId; readonly subscription: SubscriptionId }
  /** Tells whoever asked and approved that acts still wait to be done by hand. */
  | { readonly kind: 'remind-by-hand'; readonly case: CaseId }
  /** Finds out who should see the case and orders a card for each place but the one that has it as its answer. */
  | { readonly kind: 'post-case'; readonly case: CaseId; readonly askedIn: PlaceId | null }
  /** The one reminder: as above, if nobody has decided. */
  | { readonly kind: 'remind-case'; readonly case: CaseId }
  /** Posts the case's card in one place. */
  | {
      readonly kind: 'post-card'
      readonly case: CaseId
      readonly place: PlaceId
      readonly reminder: boolean
      /** Of a reminder: the card of an alert that was posted there since then tells as much. */
      readonly promisedAt?: Instant
    }
  /** Ends the case if nobody has decided. */
  | { readonly kind: 'expire-case'; readonly case: CaseId }
  /** Tells more people, if nobody has decided or confirmed. */
  | { readonly kind: 'escalate-case'; readonly case: CaseId }
  /** Posts the card anew to everybody who could say yes, each by themselves, and to their channel. */
  | { readonly kind: 'call-approvers'; readonly case: CaseId }
  /** Orders an update for each card of the case that shows an older version, and what its thread does not tell yet. */
  | { readonly kind: 'update-cards'; readonly case: CaseId }
  /** Brings one card up to date. */
  | { readonly kind: 'update-card'; readonly case: CaseId; readonly card: string }
  /** Says in the thread of one card what happened to its case since. */
  | { readonly kind: 'tell-thread'; readonly case: CaseId; readonly card: string }
  /** Tells the sources of an alert how it ended. */
  | { readonly kind: 'report-verdict'; readonly case: CaseId }
  /**
   * Mails a ticket, or (`part` from 1) what was asked of it since, to the mailbox of its lane. `unanswered`: a try got no
   * answer, and may have arrived.
   */
  | { readonly kind: 'mail-ticket'; readonly case: CaseId; readonly part: number; readonly unanswered?: true }
  /** Mails a letter to a customer, if it is still the one that was asked for. */
  | { readonly kind: 'mail-reminder'; readonly reminder: string; readonly mark: string }
  /** Says where a letter was asked for what became of it. */
  | { readonly kind: 'tell-reminder'; readonly reminder: string; readonly place: PlaceId }
  /** Asks the operator for a change of its copy. */
  | { readonly kind: 'change-ticket'; readonly case: CaseId; readonly number: number }
  /** An alert has its verdict: credit follows it. */
  | { readonly kind: 'follow-verdict'; readonly case: CaseId }
  /** A suspension on suspicion was decided: the alerts it answers are to know. */
  | { readonly kind: 'note-act'; readonly case: CaseId }
  /** Tells more people of an alert that nobody holds. */
  | { readonly kind: 'escalate-alert'; readonly case: CaseId; readonly step: number }
  /** Says where a card of an alert was delivered: to whoever tried the channels. */
  | { readonly kind: 'tell-delivery'; readonly case: CaseId; readonly place: PlaceId }
  /** The day has come to look at a customer's suspicion again: asks, once, whoever answers for it and can lift it. */
  | ({ readonly kind: 'review-holds' } & HoldReview)
  | ({ readonly kind: 'post-review'; readonly place: PlaceId } & HoldReview)
  /** Tells administrators that an unknown account wants to be let in. */
  | { readonly kind: 'announce-newcomer'; readonly account: string }
  | { readonly kind: 'post-newcomer'; readonly account: string; readonly place: PlaceId }
  /** Tells administrators what should not wait. */
  | { readonly kind: 'raise-alarm'; readonly alarm: Alarm }
  | { readonly kind: 'post-alarm'; readonly alarm: Alarm; readonly place: PlaceId }
  /** Finds out who should hear of some news and orders it for each place. */
  | { readonly kind: 'announce-news'; readonly news: News }
  | { readonly kind: 'post-news'; readonly news: News; readonly place: PlaceId }
  /** Says in a private chat how a link stands; where it waits for a yes, with the question. */
  | { readonly kind: 'post-link'; readonly link: string; readonly place: PlaceId }
  /** Forgets codes, links and tries whose time is over. */
  | { readonly kind: 'tidy-links' }
  /** Brings the open cards of a lane up to date: it was stopped, or goes on. */
  | { readonly kind: 'refresh-lane'; readonly lane: Lane }
  /** Follows an operator's event: it is a hint, so what it is about is read. */
  | { readonly kind: 'follow-event'; readonly event: string }
  /** Looks whether a lane lets us in again. */
  | { readonly kind: 'probe-lane'; readonly case: CaseId }
  /** Calls whoever is on duty, outside the chats: finds out which ways there are and orders the call for each. */
  | { readonly kind: 'page'; readonly call: PagerCall }
  /** Sends it one way; `alarmed`: administrators know that it does not arrive. */
  | { readonly kind: 'page-by'; readonly call: PagerCall; readonly way: PagerWay; readonly alarmed: boolean }
  /** Tells whoever answers for an agreement what came of it. */
  | { readonly kind: 'tell-agreement'; readonly agreement: string; readonly staff: StaffId }
  /**
   * What is owed changed, or what is agreed about it: ends requests for suspension that have lost their ground, and sees to
   * holds for a debt that is one no more. Null: anybody's debt, after an import.
   */
  | { readonly kind: 'recheck-debt'; readonly customer: CustomerId | null; readonly undone?: UndoneImport }
  /** Tells one person how a case of theirs stands. */
  | { readonly kind: 'tell-staff'; readonly case: CaseId; readonly staff: StaffId }

/** An order to act at an operator, or to look there. */
export type ActOrder = Extract<
  Order,
  {
    readonly kind:
      | 'suspend-subscription'
      | 'reactivate-subscription'
      | 'restore-subscription'
      | 'cancel-subscription'
      | 'end-renewal'
      | 'set-budget'
      | 'look-by-hand'
  }
>

/** An order to send a call one way. */
export type PageOrder = Extract<Order, { readonly kind: 'page-by' }>

/** An order to bring a ticket, or a word about it, to its operator. */
export type TicketOrder = Extract<Order, { readonly kind: 'mail-ticket' | 'change-ticket' }>

/** An order to bring a letter to a customer. */
export type LetterOrder = Extract<Order, { readonly kind: 'mail-reminder' }>

/** What came of a try: the promise is kept, put off until something can be seen, or put off because of a fault. */
export type Tried = 'kept' | 'postponed' | OutsideFault

/** An order of a later day. */
export interface Later {
  readonly order: Order
  readonly dueAt: Instant
}

/** A promise made in a commit, kept at least once. */
export interface OutboxEntry {
  readonly id: string
  readonly order: Order
  readonly dueAt: Instant
  /** How often it was tried and failed. */
  readonly attempts: number
}
