import { setImmediate as soon } from 'node:timers/promises'
import type { Logger } from 'pino'
import { lanes, type Lane } from '../domain/customers/lane.ts'
import type { Desk } from '../domain/desk.ts'
import { OutsideFault } from '../domain/shared/outside-fault.ts'
import { looksPerMinute } from '../domain/watch/turn-of-looks.ts'
import { loggable } from './logging.ts'
import type { Task } from './timetable.ts'

/** What the desk does by itself, and when. `addressOf`: where a lane's operator can reach it; null where it cannot. */
export function deskTasks(
  desk: Pick<
    Desk,
    | 'book'
    | 'watch'
    | 'agreements'
    | 'countdowns'
    | 'alerts'
    | 'feeds'
    | 'webhooks'
    | 'silences'
    | 'tickets'
    | 'credit'
    | 'ownInvoices'
    | 'reminders'
    | 'digests'
    | 'pulls'
  >,
  log: Pick<Logger, 'warn'>,
  addressOf: (lane: Lane) => string | null = () => null,
): readonly Task[] {
  const watching = lanes.map((lane): Task => ({
    name: `watch ${lane}`,
    when: '* * * * *',
    atStart: true,
    async run(goOn) {
      const { stoppedBy } = await desk.watch.pass(lane, looksPerMinute, goOn)
      if (stoppedBy) log.warn({ lane, ...loggable(stoppedBy) }, 'watch cut short')
    },
  }))
  const feeds = lanes.map((lane): Task => ({
    name: `fraud feeds ${lane}`,
    // Most of these find nothing due: what a webhook's look left over is read soon all the same.
    when: '*/15 * * * * *',
    atStart: true,
    run: async () => desk.feeds.pass(lane, await desk.webhooks.provenWithin24h(lane)),
  }))
  const registering = lanes.map((lane): Task => ({
    name: `webhook ${lane}`,
    when: '* * * * *',
    atStart: true,
    async run() {
      const fault = await desk.webhooks.keepRegistered(lane, addressOf(lane))
      if (fault) log.warn({ lane, ...loggable(fault) }, 'webhook not registered')
    },
  }))
  const following = lanes.map((lane): Task => ({
    name: `tickets ${lane}`,
    when: '* * * * *',
    atStart: true,
    async run() {
      try {
        await desk.tickets.follow(lane)
      } catch (fault) {
        if (!(fault instanceof OutsideFault)) throw fault
        log.warn({ lane, ...loggable(fault) }, 'tickets not read')
      }
    },
  }))
  const reading: Task = {
    name: 'ledger',
    // Most of these find nothing due: what was decided, or mended, meanwhile is seen soon.
    when: '*/5 * * * *',
    atStart: true,
    async run() {
      for (const { source, last } of await desk.pulls.pass()) {
        if (last?.kind === 'failed') log.warn({ source, ...loggable(last.fault) }, 'books not read')
        if (last?.kind === 'not-taken') log.warn({ source, code: last.refusal.code }, 'books not taken over')
      }
    },
  }
  return [
    ...watching,
    reading,
    ...following,
    ...feeds,
    { name: 'fraud alerts', when: '*/15 * * * * *', atStart: true, run: () => desk.alerts.tend() },
    // So that whoever asks first in the morning does not wait for the ageing of everybody.
    { name: 'books of tomorrow', when: '50 23 * * *', atStart: false, run: () => desk.book.lookAhead(() => soon()) },
    ...registering,
    { name: 'webhook tidying', when: '17 * * * *', atStart: true, run: () => desk.webhooks.tidy() },
    { name: 'fraud spend', when: '7 * * * *', atStart: true, run: () => desk.alerts.readSpend() },
    // What was read at start is not known yet: the first look is a minute later.
    { name: 'fraud silence', when: '* * * * *', atStart: false, run: () => desk.silences.tend() },
    { name: 'ticket questions', when: '*/5 * * * *', atStart: true, run: () => desk.tickets.ask() },
    { name: 'ticket digest', when: '0 9 * * *', atStart: true, run: () => desk.tickets.digest() },
    { name: 'credit', when: '*/15 * * * *', atStart: true, run: (goOn) => desk.credit.tend(goOn) },
    { name: 'agreements', when: '*/15 * * * *', atStart: true, run: () => desk.agreements.tend() },
    { name: 'own invoices', when: '23 * * * *', atStart: true, run: () => desk.ownInvoices.tend() },
    { name: 'morning digest', when: '* * * * *', atStart: true, run: () => desk.digests.tend() },
    { name: 'letters', when: '*/15 * * * *', atStart: true, run: () => desk.reminders.tend() },
    { name: 'countdown', when: '*/15 * * * *', atStart: true, run: () => desk.countdowns.tend() },
    { name: 'countdown digest', when: '0 9 * * *', atStart: true, run: () => desk.countdowns.digest() },
  ]
}
