import { mark } from '../shared/mark.ts'
import type { CustomerId } from '../shared/ids.ts'
import type { Money } from '../shared/money.ts'
import type { Day } from '../shared/time.ts'

/** What a customer can be written: a friendly word, or the last one before a suspension. */
export type LetterKind = 'reminder' | 'final-notice'

export const letterKinds: readonly LetterKind[] = ['reminder', 'final-notice']

/** An overdue invoice as a letter names it. */
export interface LetterInvoice {
  /** As the ledger knows it ({@link itemKey}). */
  readonly key: string
  readonly number: string
  readonly due: Day
  /** What is left of it after all credits. */
  readonly left: Money
}

/** What the policy calls for where nothing is paid. */
export type NextStep = 'final-notice' | 'suspend'

/** What is written to a customer, as facts: the words are the customer's language's. */
export interface Letter {
  readonly kind: LetterKind
  readonly customer: CustomerId
  /** As the customer's invoices name it. */
  readonly name: string
  /** The day it is written. */
  readonly day: Day
  /** Up to which day the ledger knows of payments; null where it does not say. */
  readonly asOf: Day | null
  /** Everything overdue that no agreement leaves out, currency by currency, the oldest first. */
  readonly invoices: readonly LetterInvoice[]
  /** The last day on which a payment changes what comes next. */
  readonly until: Day
  /** Null: the policy calls for nothing more. */
  readonly next: NextStep | null
}

/** A letter in a customer's language; the same facts make the same text. */
export interface WrittenLetter {
  /** BCP 47. */
  readonly language: string
  readonly subject: string
  /** Plain text, lines ended by `\n`. */
  readonly text: string
  /** Whether it says who writes: without a name set up, nobody does. */
  readonly signed: boolean
}

/** Puts a letter into words, in the first of the wished languages that the desk speaks. */
export type WriteLetter = (letter: Letter, wished: readonly (string | null)[]) => WrittenLetter

/**
 * The same for the same letter to the same address, and hardly for any other: what a person pressed is what they read.
 */
export function markOf(kind: LetterKind, { language, subject, text }: WrittenLetter, to: string | null): string {
  return mark([kind, language, to ?? '', subject, text].join('\0'))
}
