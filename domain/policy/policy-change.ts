import type { CaseId, StaffId } from '../shared/ids.ts'
import { later, type Instant } from '../shared/time.ts'
import type { PolicyDifference } from './policy-facts.ts'

interface Asked {
  readonly id: CaseId
  readonly file: string
  /** What is to be put in force, word for word as it was when it was asked. */
  readonly text: string
  readonly sha256: string
  /** The version in force when it was asked: the differences are to that one. */
  readonly basis: number
  readonly differences: readonly PolicyDifference[]
  /** What may surprise, in the words of the check. */
  readonly remarks: readonly string[]
  /** Whoever says yes also gives a code. */
  readonly stepUp?: true
  readonly askedBy: StaffId
  readonly askedAt: Instant
}

export type PendingPolicy = Asked & { readonly status: 'pending' }
export type ActivatedPolicy = Asked & {
  readonly status: 'activated'
  readonly version: number
  readonly confirmedBy: StaffId
  readonly endedAt: Instant
}

/** One person asks that an edited policy be put in force; another says yes or no. */
export type PolicyChange =
  | PendingPolicy
  | ActivatedPolicy
  | (Asked & { readonly status: 'rejected'; readonly rejectedBy: StaffId; readonly endedAt: Instant })
  | (Asked & { readonly status: 'withdrawn'; readonly endedAt: Instant })
  | (Asked & { readonly status: 'expired'; readonly endedAt: Instant })

/** When a question that nobody answered is over. */
export function policyEnd({ askedAt }: Pick<PolicyChange, 'askedAt'>): Instant {
  return later(askedAt, 7 * 24 * 3_600_000)
}
