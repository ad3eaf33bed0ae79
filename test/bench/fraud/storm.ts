import { setTimeout as wait } from 'node:timers/promises'
import { isQuiet } from '../../kit/demo-desk.ts'
import { alertsSoFar } from '../../kit/desk-books.ts'
import { rssMbOf } from '../measure.ts'
import type { Logged } from './chat-stand-in.ts'
import { chatNames, type StormOffice } from './storm-office.ts'
import { lanesWithFeeds } from './storm-world.ts'

/** What became of a storm. */
export interface Weathered {
  readonly events: number
  readonly alerts: number
  /** Events of which no alert knows, and those that more than one counts, of each feed. */
  readonly lost: number
  readonly doubled: number
  readonly withCard: number
  readonly inDigests: number
  /** Alerts outside the digests that have no card in some chat, or more than one. */
  readonly wrongCards: number
  /** MB at the start, each minute, and when all was said. */
  readonly rssMb: readonly number[]
  /** From the last event until everything was said. */
  readonly drainedS: number
}

/** So many events over so many customers in so long, half of each in either lane; waits until all of it has been said. */
export async function weather(
  office: StormOffice,
  { events, customers, overMs }: { events: number; customers: number; overMs: number },
): Promise<Weathered> {
  const { operators, desk } = office
  const rssMb = [rssMbOf(desk.pid)]
  const share = lanesWithFeeds.length
  for (const operator of Object.values(operators))
    await operator.control('POST', 'fraud-storm', { events: events / share, customers: customers / share, overMs })
  const began = Date.now()
  let over = began + overMs
  let quiet = 0
  for (let minute = 1; quiet < 8 && Date.now() < over + 900_000; await wait(1_000)) {
    if (Date.now() >= began + minute * 60_000) {
      rssMb.push(rssMbOf(desk.pid))
      minute += 1
    }
    // What a storm collects for its digest is told within a minute and a quarter.
    if (Date.now() < over + 80_000) continue
    quiet = (await isQuiet(desk)) ? quiet + 1 : 0
  }
  rssMb.push(rssMbOf(desk.pid))
  const logs = await Promise.all(chatNames.map((chat) => office.log(chat)))
  const lastSaid = Math.max(...logs.flatMap((log) => log.at(-1)?.at ?? 0))
  over = began + overMs
  const alerts = await alertsSoFar(office.folder)
  const raised = await Promise.all(
    Object.values(operators).map((operator) =>
      operator.control<{ fraud: { graphId: string; eventId: string }[] }>('GET', 'fraud'),
    ),
  )
  const ids = raised.flatMap(({ fraud }) => fraud)
  const known = new Map<string, number>()
  for (const { id } of alerts.flatMap(({ items }) => items)) known.set(id, (known.get(id) ?? 0) + 1)
  const timesKnown = ids.flatMap(({ graphId, eventId }) => [known.get(graphId) ?? 0, known.get(eventId) ?? 0])
  const wrong = alerts.filter(
    ({ id, digested }) => digested === undefined && logs.some((log) => cardsAtFirst(log, id) !== 1),
  )
  return {
    events: ids.length,
    alerts: alerts.length,
    lost: timesKnown.filter((times) => times === 0).length,
    doubled: timesKnown.filter((times) => times > 1).length,
    withCard: alerts.filter(({ digested }) => digested === undefined).length,
    inDigests: alerts.filter(({ digested }) => digested === 'told').length,
    wrongCards: wrong.length,
    rssMb,
    drainedS: Math.max(0, lastSaid - over) / 1_000,
  }
}

/** The first reminder of an alert that nobody holds comes after five minutes, and is another card on purpose. */
const beforeReminderMs = 4 * 60_000

function cardsAtFirst(log: readonly Logged[], id: string): number {
  const posts = log.filter((each) => each.what === 'post' && !each.refused && each.case === id && !each.isDigest)
  const first = posts[0]?.at ?? 0
  return posts.filter(({ at }) => at - first < beforeReminderMs).length
}
