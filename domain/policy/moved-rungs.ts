import type { Standing } from '../receivables/standing.ts'
import { daysBetween, type Day } from '../shared/time.ts'
import type { CollectionsPolicy } from './collections-policy.ts'
import type { FinalNotice } from './final-notice.ts'
import { rungsOn } from './rungs-for.ts'

/** Tells whether time that passes may move a stage. */
export interface MovedRungs {
  /** Whether an overdue invoice comes to a rung, or leaves one, or a notice runs out; else the finding stays as it is. */
  moves(before: Standing, notices: readonly FinalNotice[]): boolean
}

/** The age of a debt at which a rung begins, in days of the calendar, as of an earlier day and as of the later one. */
interface Age {
  readonly was: number
  readonly is: number
}

type Aged = Pick<CollectionsPolicy, 'rungs' | 'segments' | 'tolerance' | 'countsWorkingDays' | 'calendar'>

/**
 * What a stage looks at until a day: which invoices are old enough for which rungs, and which notices have run out. The
 * rungs of all segments count for everybody: one too many costs time and changes nothing.
 */
export function movedRungs(policy: Aged, day: Day): MovedRungs {
  const agesFrom = new Map<Day, readonly Age[]>()
  const agesSince = (from: Day): readonly Age[] => {
    let known = agesFrom.get(from)
    if (!known) agesFrom.set(from, (known = agesBetween(policy, from, day)))
    return known
  }
  return {
    moves(before, notices) {
      if (notices.some(({ deadline }) => deadline >= before.day && deadline < day)) return true
      const ages = agesSince(before.day)
      const passed = daysBetween(before.day, day)
      return before.currencies.some(({ overdueInvoices }) =>
        overdueInvoices.some(({ daysPastDue: old }) => ages.some(({ was, is }) => old >= was !== old + passed >= is)),
      )
    },
  }
}

function agesBetween(policy: Aged, from: Day, to: Day): readonly Age[] {
  const ladders = [policy.rungs, ...policy.segments.map(({ rungs }) => rungs)]
  const ages = ladders.flatMap((rungs) => {
    const [was, is] = [from, to].map((day) => rungsOn(day, { ...policy, rungs }))
    return rungs.map((rung, at) => ({
      was: was?.[at]?.daysPastDue ?? rung.daysPastDue,
      is: is?.[at]?.daysPastDue ?? rung.daysPastDue,
    }))
  })
  return [...new Map(ages.map((age) => [`${age.was} ${age.is}`, age])).values()]
}
