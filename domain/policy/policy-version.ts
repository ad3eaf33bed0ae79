import type { CaseId, StaffId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'

/** A policy as it was put in force, word for word; kept for good. The one with the highest number rules. */
export interface PolicyVersion {
  /** From 1. */
  readonly number: number
  readonly text: string
  /** Of the text, in hexadecimal. */
  readonly sha256: string
  /** Found when there was none yet, as the desk's default or as the partner's file; or activated by two people. */
  readonly from: 'default' | 'file' | 'activated'
  /** What the file was called. */
  readonly file: string
  readonly since: Instant
  /** Who asked for it and who agreed; nobody where it was found. */
  readonly by: readonly StaffId[]
  readonly case: CaseId | null
}

/** Id of a version's record. */
export function versionId(number: number): string {
  return `v${number}`
}
