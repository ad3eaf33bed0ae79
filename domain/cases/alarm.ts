import type { PagerWay } from '../paging/pager-call.ts'
import type { Silent } from '../fraud/silence.ts'
import type { CaseId, StaffId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'

/** The code of a call that reached some of those it was meant for. */
export const someRefused = 'some-refused'

/** What administrators are told at once. It names no customer: not every administrator works with them. */
export type Alarm =
  /** Somebody's codes were wrong too often. */
  | { readonly what: 'second-factor-locked'; readonly staff: StaffId; readonly until: Instant }
  /** Nobody decided on a suspension for fraud in time. */
  | { readonly what: 'suspension-undecided'; readonly case: CaseId }
  /**
   * A feed or a channel for fraud alerts, or the books that the desk reads, do not work, or do again. Fraud leads hear of
   * it as well; of the books, whoever may say yes to an import.
   */
  | { readonly what: 'silent' | 'heard-again'; readonly of: Silent; readonly since: Instant }
  /** Nobody confirmed or reversed what a fraud lead did alone. */
  | { readonly what: 'suspension-unconfirmed'; readonly case: CaseId }
  /** A call to whoever is on duty does not arrive, or not with everybody; it is tried again unless given up. */
  | {
      readonly what: 'pager-refused'
      readonly way: PagerWay
      readonly case: CaseId | null
      /** What went wrong, in one word. */
      readonly code: string
      readonly givenUp: boolean
    }
  /** Somebody should have been called, and no way is set up; told once a day. */
  | { readonly what: 'nobody-to-page'; readonly case: CaseId | null }
