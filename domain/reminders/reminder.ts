import type { Actor } from '../audit/audit-entry.ts'
import type { Lane } from '../customers/lane.ts'
import type { CustomerId, PlaceId } from '../shared/ids.ts'
import type { Day, Instant } from '../shared/time.ts'
import type { LetterInvoice, LetterKind, WrittenLetter } from './letter.ts'

/** Why a letter that was asked for was not sent after all. */
export const withheldWhys = [
  /** All that it names is paid. */
  'paid',
  /** Some of it is paid, or another sum is owed: it would say what is wrong. */
  'changed',
  /** Promised, disputed or left out since it was asked for. */
  'spared',
  /** Somebody noted since that the customer says to have paid. */
  'says-paid',
  /** A final notice gives a number of days from the day it leaves, and that day is over. */
  'day-over',
  /** The address is another one now, or was confirmed by nobody. */
  'address-changed',
  'no-mailbox',
  'unknown-customer',
] as const
export type WithheldWhy = (typeof withheldWhys)[number]

interface Written {
  readonly customer: CustomerId
  /** Null where no operator knows the customer. */
  readonly lane: Lane | null
  readonly kind: LetterKind
  /** The day it was written. */
  readonly day: Day
  readonly until: Day
  readonly invoices: readonly LetterInvoice[]
  readonly language: WrittenLetter['language']
  /** What it said, and to whom ({@link markOf}). */
  readonly mark: string
  /** Who asked for it; the desk itself where a rung of the policy did. */
  readonly by: Actor
  readonly at: Instant
}

/** By mail to somebody. */
interface Mailed extends Written {
  readonly to: string
  /** Where the person who pressed is told how it ended; null where nobody did. */
  readonly askedIn: PlaceId | null
}

/** On its way to the mail server; only until it is there its words are kept. */
export interface SendingReminder extends Mailed {
  readonly status: 'sending'
  readonly subject: string
  readonly text: string
  /** A try was begun, and nobody knows what became of it: it may have arrived. */
  readonly tried?: true
}

/** The mail server took it. */
export interface SentReminder extends Mailed {
  readonly status: 'sent'
  readonly sentAt: Instant
  readonly messageId: string
}

/** Somebody says that they sent it themselves. */
export interface GivenReminder extends Written {
  readonly status: 'given'
}

/** Stopped before it left; `mayHaveArrived`: an earlier try got no answer. */
export interface WithheldReminder extends Mailed {
  readonly status: 'withheld'
  readonly why: WithheldWhy
  readonly endedAt: Instant
  readonly mayHaveArrived?: true
}

/** The mail server will not take it. */
export interface RefusedReminder extends Mailed {
  readonly status: 'refused'
  readonly code: string
  /** The server's own sentence; null where it gave none. */
  readonly words: string | null
  readonly endedAt: Instant
  readonly mayHaveArrived?: true
}

/** The newest letter of a kind to a customer, and what became of it; earlier ones are in the audit trail. */
export type Reminder = SendingReminder | SentReminder | GivenReminder | WithheldReminder | RefusedReminder

/** Id: one customer has one newest letter of each kind. */
export function reminderId(customer: CustomerId, kind: LetterKind): string {
  return `${customer}/${kind}`
}

/** Whether the customer has it, as far as anybody knows. */
export function isWithCustomer({ status }: Reminder): boolean {
  return status === 'sent' || status === 'given'
}
