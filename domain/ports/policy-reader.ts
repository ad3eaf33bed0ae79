import type { CollectionsPolicy } from '../policy/collections-policy.ts'

/** What a policy text says, and what is wrong with it, in the words of whoever wrote it. */
export interface PolicyReading {
  /** Null where it cannot be read at all. */
  readonly policy: CollectionsPolicy | null
  /** What keeps it from being activated, line by line. */
  readonly faults: readonly string[]
  /** What may be meant so, and may surprise. */
  readonly remarks: readonly string[]
}

/** Understands policy texts. */
export interface PolicyReader {
  check(text: string): PolicyReading
  /** What was taken once, as older desks took it; throws with a sentence where it cannot be read. */
  read(text: string, file: string): CollectionsPolicy
  /** SHA-256, in hexadecimal. */
  hash(text: string): string
}

/** The policy file that somebody edited; null while there is none. It counts for nothing until it is activated. */
export type PolicyDraft = () => Promise<{ readonly file: string; readonly text: string } | null>
