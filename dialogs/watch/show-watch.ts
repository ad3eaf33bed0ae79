import { capabilities, lanes } from '../../domain/customers/lane.ts'
import { msOf, type Instant } from '../../domain/shared/time.ts'
import { minutesPerTurn } from '../../domain/watch/turn-of-looks.ts'
import type { WatchedLane } from '../../domain/watch/watch-desk.ts'
import type { RoadOfEvents } from '../../domain/webhooks/webhook-desk.ts'
import { caseListed, showCase } from '../case-list.ts'
import type { Talk } from '../talk.ts'
import { phrase } from '../understanding/phrase.ts'
import { line, type Reply } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

const minuteMs = 60_000

/** How well each operator is watched, and what was found and is not recorded yet. */
export async function showWatch(talk: Talk): Promise<Reply> {
  const { desk, words } = talk
  const watched = (await Promise.all(lanes.map((lane) => desk.watch.lane(lane)))).filter((lane) => lane !== null)
  const roads = await Promise.all(watched.map(({ lane }) => desk.webhooks.road(lane)))
  const open = await desk.watch.open()
  return {
    title: words.say('watch.title'),
    again: phrase(words.grammar, 'watch'),
    parts: [
      ...(watched.length === 0 ? [line(words.say('watch.no-lane'))] : []),
      ...watched.map((lane) => line(watchedLine(lane, desk.now(), words))),
      ...roads.flatMap((road) => roadLines(road, desk.now(), words)).map((text) => line(text)),
      ...(open.length === 0 ? [line(words.say('watch.nothing-open'))] : []),
      ...open.map((value) => caseListed({ kind: 'sighting', value }, talk)),
    ],
    buttons: open.slice(0, 6).map(({ id }) => showCase(id, words)),
  }
}

/** The age of what is known of a lane, in one line. */
export function watchedLine(watched: WatchedLane, now: Instant, words: Words): string {
  const { lane, customers, unseen, wholeAt, oldestAt, baselineAt, watched: often } = watched
  const minutes = minutesPerTurn(watched)
  const operator = words.say(`lane.${lane}`)
  const seen = customers - unseen
  if (baselineAt === null) return words.say('watch.baseline', { operator, seen, customers })
  return words.sentences([
    words.say('watch.lane', {
      operator,
      customers,
      whole: wholeAt === null ? words.say('watch.never') : ago(wholeAt, now, words),
      oldest: oldestAt === null ? words.say('watch.never') : ago(oldestAt, now, words),
    }),
    ...(often === 0 ? [] : [words.say('watch.often', { count: often })]),
    ...(minutes === null ? [] : [words.say('watch.turn', { count: minutes })]),
    ...(unseen === 0 ? [] : [words.say('watch.unseen', { count: unseen })]),
  ])
}

/** Whether an operator tells of events by itself, how often it is asked because of that, and what nobody knows. */
export function roadLines(road: RoadOfEvents, now: Instant, words: Words): readonly string[] {
  const { lane, record, proven, pollEveryMs, unknown } = road
  if (capabilities[lane].webhooks !== 'yes') return []
  const operator = words.say(`lane.${lane}`)
  const count = Math.round(pollEveryMs / minuteMs)
  const since = record.provenAt === null ? words.say('watch.never') : ago(record.provenAt, now, words)
  const standing = proven ? 'proven' : record.registered === null ? 'unregistered' : 'unproven'
  return [
    words.say(`watch.events.${standing}`, { operator, count, since }),
    ...unknown.map(({ name, count, lastAt }) =>
      words.say('watch.events.unknown', { operator, name, count, since: ago(lastAt, now, words) }),
    ),
  ]
}

function ago(at: Instant, now: Instant, words: Words): string {
  const minutes = Math.max(0, Math.floor((msOf(now) - msOf(at)) / minuteMs))
  if (minutes < 90) return words.say('watch.ago.minutes', { count: minutes })
  if (minutes < 48 * 60) return words.say('watch.ago.hours', { count: Math.round(minutes / 60) })
  return words.say('watch.ago.days', { count: Math.round(minutes / 1440) })
}
