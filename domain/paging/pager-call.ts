import type { Lane } from '../customers/lane.ts'
import type { Severity } from '../fraud/signal.ts'
import type { CaseId } from '../shared/ids.ts'
import { msOf, type Instant } from '../shared/time.ts'

/**
 * Why somebody is called outside the chats: nobody answered an alert, no chat took it, a feed or channel has not worked
 * for too long, or somebody tries the pager.
 */
export const pageKinds = ['unanswered', 'undelivered', 'silent-feed', 'test'] as const
export type PageKind = (typeof pageKinds)[number]

/** The roads a call can take. */
export const pagerWays = ['mail', 'webhook'] as const
export type PagerWay = (typeof pagerWays)[number]

/** A call to whoever is on duty. It goes through third parties, so it knows neither customers nor amounts. */
export interface PagerCall {
  /** A GUID, the same on every try: the receiver knows a repetition by it. */
  readonly id: string
  readonly kind: PageKind
  readonly case: CaseId | null
  readonly lane: Lane | null
  readonly severity: Severity | null
  /** Since when it waits. */
  readonly since: Instant
  /** When it was decided to call; ages are told as of then, so that each try says the same. */
  readonly at: Instant
}

/** What the audit files a call under: every call about one case is found together. */
export function pageSubject({ kind, case: about, lane }: PagerCall): string {
  return `page:${about ?? (lane === null ? kind : `${kind}/${lane}`)}`
}

/** How many whole minutes it had waited when it was decided to call. */
export function minutesWaited({ since, at }: PagerCall): number {
  return Math.max(0, Math.floor((msOf(at) - msOf(since)) / 60_000))
}
