import { Cron } from 'croner'
import type { Logger } from 'pino'
import type { TimeZone } from '../domain/shared/time.ts'
import { loggable } from './logging.ts'

/** Something that happens at set times. It may be run at any other time as well: what is done already is not done again. */
export interface Task {
  readonly name: string
  /** A cron pattern, in the partner's time zone. */
  readonly when: string
  /** Whether it also runs at the start, in case the desk was down when it was due. */
  readonly atStart: boolean
  /** Should end soon once `goOn` says no: the desk stops. */
  run(goOn: () => boolean): Promise<unknown>
}

/**
 * Runs each task when it is due, one run of a task at a time: what falls due meanwhile is left out. A run that fails is
 * logged, and the next one comes as if it had not.
 */
export function startTimetable(
  tasks: readonly Task[],
  { zone, log }: { readonly zone: TimeZone; readonly log: Pick<Logger, 'error'> },
): { stop(): Promise<void> } {
  let stopped = false
  const goOn = () => !stopped
  const underWay = new Map<Task, Promise<unknown>>()
  const begin = (task: Task): void => {
    if (underWay.has(task)) return
    const run = task
      .run(goOn)
      .catch((fault: unknown) => log.error({ task: task.name, ...loggable(fault) }, 'task failed'))
      .finally(() => underWay.delete(task))
    underWay.set(task, run)
  }
  const jobs = tasks.map((task) => new Cron(task.when, { timezone: zone, unref: true }, () => begin(task)))
  for (const task of tasks) if (task.atStart) begin(task)
  return {
    /** Lets what is under way finish. */
    async stop() {
      stopped = true
      for (const job of jobs) job.stop()
      await Promise.all(underWay.values())
    },
  }
}
