import type { Logger } from 'pino'
import { lanes } from '../domain/customers/lane.ts'
import type { Desk } from '../domain/desk.ts'
import { loggable } from './logging.ts'
import type { Task } from './timetable.ts'

/** Half of what an operator lets one account ask a minute (facts/partner-center 4.6: 500); the rest is for people's acts. */
const looksPerMinute = 250

/** What the desk does by itself, and when. */
export function deskTasks(desk: Pick<Desk, 'watch' | 'countdowns'>, log: Pick<Logger, 'warn'>): readonly Task[] {
  const watching = lanes.map((lane): Task => ({
    name: `watch ${lane}`,
    when: '* * * * *',
    atStart: true,
    async run(goOn) {
      const { stoppedBy } = await desk.watch.pass(lane, looksPerMinute, goOn)
      if (stoppedBy) log.warn({ lane, ...loggable(stoppedBy) }, 'watch cut short')
    },
  }))
  return [
    ...watching,
    { name: 'countdown', when: '*/15 * * * *', atStart: true, run: () => desk.countdowns.tend() },
    { name: 'countdown digest', when: '0 9 * * *', atStart: true, run: () => desk.countdowns.digest() },
  ]
}
