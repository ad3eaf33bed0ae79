import type { Agreement } from '../agreements/agreement.ts'
import { standingUnder } from '../agreements/standing-under.ts'
import type { DunningStage } from '../policy/collections-policy.ts'
import type { StageFinding } from '../policy/dunning-stage.ts'
import type { FinalNotice } from '../policy/final-notice.ts'
import type { Ladder } from '../policy/rungs-for.ts'
import type { Told } from '../receivables/ledger.ts'
import type { OpenItem } from '../receivables/open-item.ts'
import { addDays, type Day } from '../shared/time.ts'

/** Everything the stage of one customer depends on. */
export interface Ahead extends Told {
  readonly day: Day
  readonly items: readonly OpenItem[]
  /** All that are recorded, in force or not. */
  readonly recorded: readonly Agreement[]
  readonly notices: readonly FinalNotice[]
  readonly ladder: Ladder
}

/** The first day on which the policy calls for something else. */
export interface StageChange {
  readonly day: Day
  readonly from: DunningStage
  readonly finding: StageFinding
}

/** Nobody plans further ahead. */
export const mostDaysAhead = 400

/**
 * Looks day by day, by the very function that says the stage each day, when it next says another one; null where it
 * does not within {@link mostDaysAhead}. It takes for granted that nothing is paid, invoiced or agreed meanwhile, and
 * that the books are then as recent as they are now.
 */
export function nextChange(ahead: Ahead): StageChange | null {
  const from = stageAfter(0, ahead).stage
  for (let days = 1; days <= mostDaysAhead; days += 1) {
    const finding = stageAfter(days, ahead)
    if (finding.stage !== from) return { day: addDays(ahead.day, days), from, finding }
  }
  return null
}

/** What the stage will be after so many days, all else being as it is. */
export function stageAfter(days: number, ahead: Ahead): StageFinding {
  const { items, recorded, notices, ladder } = ahead
  const after = <Of extends Day | null>(day: Of) => (day === null ? null : addDays(day, days))
  const told = { asOf: after(ahead.asOf), toldUntil: after(ahead.toldUntil) }
  const then = { day: addDays(ahead.day, days), ...told, items }
  return standingUnder(recorded, then, notices, ladder).finding
}
