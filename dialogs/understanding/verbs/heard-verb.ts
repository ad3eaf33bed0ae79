import type { Grammar } from '../../words/catalogue.ts'
import type { Intent } from '../intent.ts'
import type { ReadNarrowing } from '../narrowing.ts'
import type { ReadFilters } from '../overdue-filters.ts'

/** A verb of a grammar as a sentence said it: its slots, and what the language reads in them. */
export interface HeardVerb {
  readonly slots: Readonly<Record<string, string>>
  /** The customer's slot. */
  readonly who: string | null
  readonly grammar: Grammar
  readonly sentence: string
  /** The words behind `{text}` as they were typed, to the very end. */
  readonly passedOn: string | null
  readonly isDay: (said: string) => boolean
  readonly readFilters: (said: string) => ReadFilters
  readonly readNarrowing: (said: string) => ReadNarrowing
  /** The customer of a suspension, where the reason could be anything. */
  readonly whoAlone: (text: string) => string | null
}

/** What a verb means with what was said beside it; null where it is another sentence after all. */
export type ReadVerb = (heard: HeardVerb) => Intent | null

/** By the verb's name in a grammar. */
export type ReadVerbs = Readonly<Record<string, ReadVerb>>
