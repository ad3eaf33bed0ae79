import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { overBudget } from '../../domain/ports/operator-codes.ts'
import { instantOf, msOf, type Clock } from '../../domain/shared/time.ts'

/**
 * For whom the operator is called. People go first, then the feeds of fraud, where money runs from the first minute,
 * then what was decided, then the desk's own few chores, then what looks around on its own.
 */
export type CalledFor = 'person' | 'feed' | 'act' | 'chore' | 'sweep'

/** Per partner tenant, for customers, subscriptions and orders (facts/partner-center 4.6). */
const requestsPerMinute = 500

/** Calls do not all travel equally fast: those of one minute here may arrive within a little less. */
const windowMs = 61_000

const levels = ['person', 'feed', 'act', 'chore', 'sweep'] as const satisfies readonly CalledFor[]

const chore = levels.indexOf('chore')

/** How much of the budget each may use up, together with those that come after it. */
const share: Readonly<Record<CalledFor, number>> = { person: 1, feed: 0.95, act: 0.9, chore: 0.6, sweep: 0.5 }

/**
 * So much of what sweeps may use up counts as used in the minute before the start, evenly: a desk that is restarted again
 * and again does not know what it asked before, and the operator's no would hold up people and acts.
 */
const usedBefore = 0.8

/** What one partner account may ask in a minute, shared by all its clients. */
export interface RateBudget {
  /**
   * Resolves when one request may leave, which is then counted. Who cannot be served within their patience gets a
   * `throttled` fault at once, with how long it would have taken.
   */
  take(calledFor: CalledFor, patienceMs: number, within: AbortSignal): Promise<void>
  /** The operator asked for less (429): nothing leaves for so long. */
  rest(ms: number): void
  readonly perMinute: number
  /** How often the operator asked for less since the start. */
  readonly throttled: number
}

interface BudgetParts {
  readonly service: string
  readonly now: Clock
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<unknown>
  readonly perMinute?: number | undefined
  /** False: nothing was asked before the start. */
  readonly isGentle?: boolean
}

interface Left {
  readonly at: number
  readonly level: number
  /** Only supposed to have left; it holds up nobody but chores and sweeps. */
  readonly supposed?: true
}

interface Waiting {
  readonly level: number
}

/** No more than the published number leaves in any minute; the operator's own minutes may begin when they like. */
export function openRateBudget({
  service,
  now,
  sleep,
  perMinute = requestsPerMinute,
  isGentle = true,
}: BudgetParts): RateBudget {
  /** What left within the last minute, oldest first. */
  let left: Left[] = isGentle ? leftBefore(msOf(now()), perMinute) : []
  const queue: Waiting[] = []
  let restsUntil = 0
  let throttled = 0
  /** The latest moment seen: a clock that is set back, or a timer that runs before it, holds nobody longer. */
  let latest = 0

  const time = () => (latest = Math.max(latest, msOf(now())))

  function enqueue(me: Waiting): void {
    const after = queue.findIndex(({ level }) => level > me.level)
    queue.splice(after === -1 ? queue.length : after, 0, me)
  }

  /** When `me` may leave if nobody comes who goes first. */
  function turnOf(me: Waiting, at: number): number {
    left = left.filter((each) => each.at + windowMs > at)
    const before = queue.slice(0, queue.indexOf(me))
    const turns = levels.slice(0, me.level + 1).map((calledFor, level) => {
      const counted = left.filter((each) => each.level >= level && !(each.supposed && level < chore))
      const ahead = before.filter((each) => each.level >= level).length
      const tooMany = counted.length + ahead + 1 - Math.max(1, Math.floor(perMinute * share[calledFor]))
      return tooMany <= 0 ? at : (counted[tooMany - 1]?.at ?? at) + windowMs
    })
    return Math.max(restsUntil, ...turns)
  }

  function tooLate(at: number, turn: number): OutsideFault {
    const code = turn === restsUntil ? undefined : overBudget
    const retryAfterMs = Math.max(1, turn - at)
    return new OutsideFault({
      service,
      kind: 'throttled',
      ...(code !== undefined && { code }),
      retryAfterMs,
      waitUntil: instantOf(turn),
    })
  }

  return {
    perMinute,
    async take(calledFor, patienceMs, within) {
      const me: Waiting = { level: levels.indexOf(calledFor) }
      const deadline = time() + patienceMs
      enqueue(me)
      try {
        for (;;) {
          const at = time()
          const turn = turnOf(me, at)
          if (turn <= at) return void left.push({ at, level: me.level })
          if (turn > deadline || within.aborted) throw tooLate(at, turn)
          await sleep(turn - at, within).catch(() => undefined)
          if (!within.aborted) latest = Math.max(latest, turn)
        }
      } finally {
        queue.splice(queue.indexOf(me), 1)
      }
    },
    rest(ms) {
      throttled += 1
      restsUntil = Math.max(restsUntil, time() + ms)
    },
    get throttled() {
      return throttled
    },
  }
}

/** Of a higher number than the published one no more than of that: each of them is looked at before every request. */
function leftBefore(start: number, perMinute: number): Left[] {
  const count = Math.floor(Math.min(perMinute, requestsPerMinute) * share.sweep * usedBefore)
  return Array.from({ length: count }, (_, nth) => ({
    at: start - windowMs + ((nth + 1) * windowMs) / count,
    level: levels.indexOf('sweep'),
    supposed: true,
  }))
}
