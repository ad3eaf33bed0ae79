import { createPace } from '../shared/pace.ts'
import { msOf, type Clock } from '../../domain/shared/time.ts'

/** Whether somebody waits for a change: it answers them; or it is news that the desk brings by itself. */
export type ChangeOf = 'answer' | 'news'

export interface ChangePace {
  /** How long to wait before a message is changed; more than `patienceMs`: not now, and it is not counted. */
  take(message: string, what: ChangeOf): { readonly due: number; readonly patienceMs: number }
  /** Nothing of this kind until so much time has passed: Slack asked for it. */
  rest(what: ChangeOf, ms: number): void
}

/** Longer than this is not waited for; whoever asked tries again later. */
const patienceMs = 5_000
/** A change so soon after another of the same message tells how that one went on. */
const followsWithinMs = 60_000
/** How many changes at once such a one leaves to others. */
const leftToOthers = 10
/** How long it is put off at least: many of them asking all the time would be work for nothing. */
const putOffMs = 3_000

/**
 * Fifty changes a minute and workspace, some at once (facts/chat-platforms 6.5). Whoever pressed waits for no news. Of
 * the news, a first change of a card goes before what follows it: that comes later, when it may have come to its end.
 */
export function changePace(now: Clock): ChangePace {
  const pace = createPace(now, 1_200, 20)
  const changedAt = new Map<string, number>()

  return {
    take(message, what) {
      const at = msOf(now())
      for (const [other, changed] of changedAt) if (changed + followsWithinMs <= at) changedAt.delete(other)
      const follows = what === 'news' && changedAt.has(message)
      const patience = follows ? 0 : patienceMs
      const due = pace.take(what, patience, follows ? leftToOthers : 0)
      if (due <= patience) changedAt.set(message, at)
      return { due: follows && due > 0 ? Math.max(due, putOffMs) : due, patienceMs: patience }
    },
    rest: (what, ms) => pace.rest(what, ms),
  }
}
