import type { AgreementId } from '../agreements/agreement.ts'
import type { Lane } from '../customers/lane.ts'
import type { DunningStage } from '../policy/collections-policy.ts'
import type { AgeingSums } from '../receivables/ageing-sums.ts'
import type { CaseId } from '../shared/ids.ts'
import type { Money } from '../shared/money.ts'
import type { Day } from '../shared/time.ts'

/** As many of a section as one message shows, and how many more there are. */
export interface Listed<Row> {
  readonly rows: readonly Row[]
  readonly more: number
}

/** What a morning's digest tells; names and sums as they stood then. */
export interface Morning {
  readonly day: Day
  /** Set on the first one of a channel: there is nothing to compare with. */
  readonly first?: true
  readonly newlyOverdue: Listed<{ readonly customer: string; readonly sums: readonly Money[]; readonly days: number }>
  /** To a stage further on, or back. */
  readonly changes: Listed<{ readonly customer: string; readonly from: DunningStage; readonly to: DunningStage }>
  /** Who was overdue and is not any more. */
  readonly cleared: Listed<{ readonly customer: string }>
  readonly promisesDue: Listed<{ readonly customer: string; readonly agreement: AgreementId; readonly sum: Money }>
  readonly promisesBroken: Listed<{
    readonly customer: string
    readonly agreement: AgreementId
    readonly partly: boolean
  }>
  readonly exemptionsEnding: Listed<{ readonly customer: string; readonly agreement: AgreementId; readonly until: Day }>
  /** Suspensions that wait for a second person. */
  readonly waiting: Listed<{ readonly case: CaseId; readonly customer: string }>
  readonly deletions: Listed<{
    readonly customer: string
    readonly subscription: string
    readonly lane: Lane
    readonly day: Day
  }>
  readonly ageing: readonly AgeingSums[]
}
