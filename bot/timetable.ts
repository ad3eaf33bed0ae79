import { Cron } from 'croner'
import type { Logger } from 'pino'
import { msOf, type Clock, type TimeZone } from '../domain/shared/time.ts'
import { loggable } from './logging.ts'

/** Something that happens at set times. It may be run at any other time as well: what is done already is not done again. */
export interface Task {
  readonly name: string
  /** A cron pattern, in the partner's time zone. */
  readonly when: string
  /** Whether it also runs at the start, or after a gap, in case the desk was down or asleep when it was due. */
  readonly atStart: boolean
  /** Should end soon once `goOn` says no: the desk stops. */
  run(goOn: () => boolean): Promise<unknown>
}

export interface Timetable {
  /** The clock was moved: what fell due meanwhile runs now, each task once. */
  moved(): void
  /** Lets what is under way finish. */
  stop(): Promise<void>
}

interface TimetableParts {
  readonly zone: TimeZone
  readonly now: Clock
  readonly log: Pick<Logger, 'error'>
}

/** A machine sleeps and its clock is set: nothing relies on one long wait. */
const mostWaitMs = 60_000

/**
 * Runs each task when it is due, one run of a task at a time: what falls due meanwhile is left out. A run that fails is
 * logged, and the next one comes as if it had not. However many times a task was missed, it runs once.
 */
export function startTimetable(tasks: readonly Task[], { zone, now, log }: TimetableParts): Timetable {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const goOn = () => !stopped
  const underWay = new Map<Task, Promise<unknown>>()
  const begin = (task: Task): void => {
    if (stopped || underWay.has(task)) return
    const run = task
      .run(goOn)
      .catch((fault: unknown) => log.error({ task: task.name, ...loggable(fault) }, 'task failed'))
      .finally(() => underWay.delete(task))
    underWay.set(task, run)
  }
  const rows = tasks.map((task) => {
    const pattern = new Cron(task.when, { timezone: zone })
    const next = () => pattern.nextRun(new Date(now()))?.getTime() ?? Infinity
    return { task, next, dueAt: next() }
  })
  /** Runs what is due, and waits for what is due next; `after`: what is under way began before that. */
  const look = (after = false): void => {
    clearTimeout(timer)
    if (stopped) return
    const at = msOf(now())
    for (const row of rows.filter(({ dueAt }) => dueAt <= at)) {
      const { task, dueAt } = row
      row.dueAt = row.next()
      // As at a start: what judges by what others have read waits until they have.
      if (!task.atStart && at - dueAt > mostWaitMs) continue
      const before = after ? underWay.get(task) : undefined
      if (before) void before.then(() => begin(task))
      else begin(task)
    }
    const waitMs = Math.min(mostWaitMs, ...rows.map(({ dueAt }) => dueAt - msOf(now())))
    timer = setTimeout(() => look(), Math.max(1, waitMs)).unref()
  }
  for (const task of tasks) if (task.atStart) begin(task)
  look()
  return {
    moved: () => look(true),
    async stop() {
      stopped = true
      clearTimeout(timer)
      await Promise.all(underWay.values())
    },
  }
}
