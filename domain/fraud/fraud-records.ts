import type { CaseId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'

/** The newest alert of a key, ended or not: what a repeat joins, or links to. */
export interface NewestAlert {
  readonly case: CaseId
}

/** A feed whose first look was whole: what it shows from then on is new. */
export interface FeedBaseline {
  readonly at: Instant
}
