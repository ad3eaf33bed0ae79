import type { Field } from '../../domain/receivables/understanding.ts'

/**
 * The words accounting systems use, by language. To teach a language, add a block; case, accents, spaces and
 * punctuation do not matter. Each field has tiers: a word of an earlier tier is preferred, and only two columns of
 * the same tier are asked about.
 */
export interface LanguageWords {
  readonly headers: Readonly<Partial<Record<Field, readonly (readonly string[])[]>>>
  /** How a row begins that sums up everything, or a part. */
  readonly total: readonly string[]
  readonly subtotal: readonly string[]
  /** Stand before the as-of date in a title line. */
  readonly asOf: readonly string[]
  /** In a line with one of these, the date after it is another one. */
  readonly notAsOf: readonly string[]
  readonly types: {
    readonly invoice: readonly string[]
    readonly credit: readonly string[]
    readonly payment: readonly string[]
  }
  /** January first; each with its short forms. None where months are only numbers. */
  readonly months: readonly (readonly string[])[]
  /** Headers of an aged summary's amount columns. */
  readonly ageBands: readonly RegExp[]
  /** What such a header says beside its days; each is tried on it in small letters. */
  readonly ages: Readonly<Record<'notDue' | 'overdue' | 'moreThan' | 'andMore', RegExp>>
}
