import type { Logger } from 'pino'
import type { OutboxEntry, Tried } from '../domain/outbox/outbox-entry.ts'
import { retryDelay } from '../domain/outbox/retry-delay.ts'
import { StaleWrite, type DeskStore } from '../domain/ports/desk-store.ts'
import { OutsideFault } from '../domain/shared/outside-fault.ts'
import { later, type Clock } from '../domain/shared/time.ts'
import { allLines, atOnceIn, lineOf } from './line-of.ts'
import { loggable, traced } from './logging.ts'

export interface OutboxRunner {
  /** Takes what is due as soon as it is, until {@link stop}. */
  start(): void
  /** Something new may be due: looks at once. */
  wake(): void
  /** Lets what is under way finish; what was not begun waits for the next start. */
  stop(): Promise<void>
}

export interface RunnerParts {
  readonly store: DeskStore
  readonly keep: (entry: OutboxEntry) => Promise<Tried>
  readonly now: Clock
  readonly log: Logger
  /** Hears of each promise that was tried. */
  readonly onTried: (kind: OutboxEntry['order']['kind'], outcome: 'kept' | 'postponed') => void
}

/** How many promises are worked on at once that wait for nobody in particular. */
const atOnce = 8
const lookEveryMs = 500

/**
 * Works on due promises, some at once. Those that an operator or a chat must answer queue for it: whoever is slow or
 * silent keeps nobody else waiting. Each is kept at least once: a crash, or a store that cannot note the outcome, means
 * that it is tried again.
 */
export function createOutboxRunner({ store, keep, now, log, onTried }: RunnerParts): OutboxRunner {
  const underWay = new Set<Promise<void>>()
  /** Of each line those under way, and those that were taken and wait for their turn. */
  const lines = new Map(
    allLines.map((line) => [
      line,
      { atOnce: atOnceIn(line), underWay: new Set<Promise<void>>(), waiting: [] as OutboxEntry[] },
    ]),
  )
  const heldBack = new Map<string, NodeJS.Timeout>()
  let timer: NodeJS.Timeout | null = null
  let looking: Promise<void> | null = null
  let again = false
  let stopped = true

  const tryOne = async (entry: OutboxEntry): Promise<void> => {
    const { order, attempts } = entry
    try {
      const tried = await keep(entry)
      onTried(order.kind, tried === 'kept' ? 'kept' : 'postponed')
      const what = { order: order.kind, case: 'case' in order ? order.case : undefined }
      if (tried === 'kept') log.info(what, 'promise kept')
      else if (tried === 'postponed') log.info({ ...what, attempts }, 'promise postponed')
      else log.warn({ ...what, attempts, ...loggable(tried) }, 'promise postponed')
    } catch (fault) {
      onTried(order.kind, 'postponed')
      await postpone(entry, fault)
      const level = fault instanceof OutsideFault ? 'warn' : 'error'
      log[level]({ order: order.kind, attempts, ...loggable(fault) }, 'promise postponed')
    }
  }

  const begin = (entry: OutboxEntry, among: Set<Promise<void>>): void => {
    const work = traced({ entry: entry.id }, () => tryOne(entry)).finally(() => {
      among.delete(work)
      wake()
    })
    among.add(work)
  }

  /** A promise is never dropped: what cannot be kept now is due again later. */
  const postpone = async (entry: OutboxEntry, fault: unknown): Promise<void> => {
    const unknown = new OutsideFault({ service: 'desk', kind: 'unreachable' })
    const wait = retryDelay(fault instanceof OutsideFault ? fault : unknown, entry.attempts)
    try {
      await store.commit({ postpone: [{ ...entry, attempts: entry.attempts + 1, dueAt: later(now(), wait) }] })
    } catch (refused) {
      // Kept after all, by somebody else; or the store is in trouble, and what it cannot put off waits here.
      if (!(refused instanceof StaleWrite)) giveBackLater(entry.id, wait)
    }
  }

  const giveBackLater = (id: string, ms: number): void => {
    const timer = setTimeout(() => {
      heldBack.delete(id)
      giveBack(id)
      wake()
    }, ms)
    heldBack.set(id, timer)
  }

  const giveBack = (id: string): void => {
    store.release(id).catch((err: unknown) => log.error({ entry: id, err }, 'promise could not be given back'))
  }

  const look = async (): Promise<void> => {
    do {
      again = false
      const free = atOnce - underWay.size
      const due = free > 0 ? await store.takeDue(now(), free) : []
      for (const entry of due) {
        const name = await lineOf(entry.order, store).catch(() => null)
        const line = name && lines.get(name)
        if (line) line.waiting.push(entry)
        else begin(entry, underWay)
      }
      for (const line of lines.values()) {
        for (const entry of line.waiting.splice(0, line.atOnce - line.underWay.size)) begin(entry, line.underWay)
      }
      if (free > 0 && due.length === free) again = true
    } while (again && !stopped)
  }

  const wake = (): void => {
    if (stopped) return
    again = true
    looking ??= look()
      .catch((err: unknown) => log.error({ err }, 'outbox could not be read'))
      .finally(() => (looking = null))
  }

  return {
    start() {
      stopped = false
      timer = setInterval(wake, lookEveryMs)
      wake()
    },
    wake,
    async stop() {
      stopped = true
      if (timer) clearInterval(timer)
      await looking
      await Promise.all([...underWay, ...[...lines.values()].flatMap((line) => [...line.underWay])])
      for (const { waiting } of lines.values()) for (const { id } of waiting.splice(0)) giveBack(id)
      for (const [id, held] of heldBack) {
        clearTimeout(held)
        giveBack(id)
      }
      heldBack.clear()
    },
  }
}
