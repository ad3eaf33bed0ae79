import type { DeciderParts } from '../cases/decide-case.ts'
import type { Lane } from '../customers/lane.ts'
import type { FraudFeed } from '../ports/fraud-feed.ts'
import { OutsideFault } from '../shared/outside-fault.ts'
import { msOf, type Instant } from '../shared/time.ts'
import type { AlertDesk } from './alert-desk.ts'
import { feedReader, furtherEveryMs, type FeedReader } from './feed-reader.ts'
import type { FeedName } from './signal.ts'

/** Where no webhook was proven for a day, the feeds are asked each minute; else they only catch up. */
export const lookEveryMs = { unproven: 60_000, proven: 5 * 60_000 }
/** The timetable's own beat may come a little early. */
const graceMs = 5_000
/** Looks that were asked for by webhooks begin no closer together: hundreds a minute are all that an operator takes. */
const apartMs = 400
/** A feed that does not let us in may do so once somebody has mended our access. */
const refusedEveryMs = 5 * 60_000
/** A feed that is not there appears on no particular day. */
const missingEveryMs = 3_600_000

/** How a feed does. */
export interface FeedState {
  readonly lane: Lane
  readonly feed: FeedName
  readonly baselineAt: Instant | null
  /** Since this desk was started. */
  readonly triedAt: Instant | null
  readonly okAt: Instant | null
  /** How often it is looked at, as things stand; null before the first pass. */
  readonly everyMs: number | null
  /** What was wrong with the last look; null when nothing was. */
  readonly trouble: OutsideFault | null
}

/** The operators' own feeds of suspicious use, read by the desk itself. */
export interface FeedDesk {
  /**
   * Looks at a lane's feeds now, one look at a time: a webhook said there is something. Only what is new is read, of
   * the feed to be believed first where that shows any; the rest is left to the next {@link pass}. Throws
   * `OutsideFault` where a feed did not answer and may do soon: whoever was promised a look is owed another.
   */
  look(lane: Lane): Promise<void>
  /** Looks where it is time; `isProven`: whether a webhook of the lane was proven within the last day. */
  pass(lane: Lane, isProven: boolean): Promise<void>
  states(): Promise<readonly FeedState[]>
}

interface FeedDeskParts extends DeciderParts {
  readonly feedsOf: (lane: Lane) => readonly FraudFeed[]
  readonly alerts: Pick<AlertDesk, 'take' | 'open'>
  readonly lanes: readonly Lane[]
  /** Left out: looks follow each other without a pause. */
  readonly wait?: (ms: number) => Promise<void>
}

/** Whether all that is open is read, or only what is new. */
type Reach = 'all' | 'new'

interface Seen {
  readonly triedAt: Instant
  readonly okAt: Instant | null
  readonly trouble: OutsideFault | null
}

export function createFeedDesk({
  store,
  now,
  feedsOf,
  alerts,
  lanes,
  wait = () => Promise.resolve(),
}: FeedDeskParts): FeedDesk {
  const seen = new Map<string, Seen>()
  const proven = new Map<Lane, boolean>()
  const underWay = new Map<string, Promise<number>>()
  const again = new Map<string, Reach>()
  const readers = new Map<string, FeedReader>()
  /** Feeds that may show more than was read of them. */
  const owed = new Set<string>()
  const beganAt = new Map<string, Instant>()
  const idOf = ({ lane, name }: Pick<FraudFeed, 'lane' | 'name'>) => `${lane}/${name}`

  return {
    async look(lane) {
      const asked: string[] = []
      let news = 0
      for (const feed of feedsOf(lane)) {
        const id = idOf(feed)
        if (news > 0 && isWithin(beganAt.get(id), furtherEveryMs)) {
          owed.add(id)
          continue
        }
        news += await lookAt(feed, 'new')
        asked.push(id)
      }
      for (const id of asked) {
        const { trouble = null } = seen.get(id) ?? {}
        if (trouble?.retryable) throw trouble
      }
    },

    async pass(lane, isProven) {
      proven.set(lane, isProven)
      const due = feedsOf(lane).filter((feed) => isDue(feed, isProven))
      await Promise.all(due.map((feed) => lookAt(feed, 'all')))
    },

    async states() {
      const feeds = lanes.flatMap((lane) => feedsOf(lane))
      return Promise.all(
        feeds.map(async (feed) => {
          const { triedAt = null, okAt = null, trouble = null } = seen.get(idOf(feed)) ?? {}
          const baseline = await store.get('feed-baseline', idOf(feed))
          return {
            lane: feed.lane,
            feed: feed.name,
            baselineAt: baseline?.value.at ?? null,
            everyMs: everyOf(feed),
            triedAt,
            okAt,
            trouble,
          }
        }),
      )
    },
  }

  function isDue(feed: FraudFeed, isProven: boolean): boolean {
    const last = seen.get(idOf(feed))
    if (!last || (owed.has(idOf(feed)) && !isClosed(last.trouble))) return true
    const every = everyMs(last.trouble, isProven)
    return msOf(now()) - msOf(last.triedAt) >= every - graceMs
  }

  function everyOf({ lane, name }: FraudFeed): number | null {
    const isProven = proven.get(lane)
    return isProven === undefined ? null : everyMs(seen.get(idOf({ lane, name }))?.trouble ?? null, isProven)
  }

  function everyMs(trouble: OutsideFault | null, isProven: boolean): number {
    if (trouble?.facts.kind === 'not-found') return missingEveryMs
    return isClosed(trouble) ? refusedEveryMs : isProven ? lookEveryMs.proven : lookEveryMs.unproven
  }

  function isWithin(at: Instant | undefined, ms: number): boolean {
    return at !== undefined && msOf(now()) - msOf(at) < ms
  }

  /**
   * One look at a feed at a time; whoever asks meanwhile gets one more after it, which sees what they heard of. Answers
   * how much was new.
   */
  function lookAt(feed: FraudFeed, reach: Reach): Promise<number> {
    const id = idOf(feed)
    const running = underWay.get(id)
    if (running) {
      again.set(id, again.get(id) === 'all' ? 'all' : reach)
      return running
    }
    const run = (async () => {
      let news = 0
      for (let next: Reach | undefined = reach; next; next = again.get(id)) {
        const before = beganAt.get(id)
        if (isWithin(before, apartMs)) await wait(apartMs - (msOf(now()) - msOf(before ?? now())))
        again.delete(id)
        beganAt.set(id, now())
        news += await lookOnce(feed, next)
      }
      return news
    })().finally(() => underWay.delete(id))
    underWay.set(id, run)
    return run
  }

  async function lookOnce(feed: FraudFeed, reach: Reach): Promise<number> {
    const triedAt = now()
    const id = idOf(feed)
    const before = seen.get(id)?.okAt ?? null
    try {
      const news = await read(feed, reach)
      seen.set(id, { triedAt, okAt: triedAt, trouble: null })
      return news
    } catch (fault) {
      const trouble = fault instanceof OutsideFault ? fault : null
      seen.set(id, { triedAt, okAt: before, trouble })
      if (trouble === null) throw fault
      return 0
    }
  }

  async function read(feed: FraudFeed, reach: Reach): Promise<number> {
    const id = idOf(feed)
    const reader = readers.get(id) ?? feedReader(feed, { store, now, alerts })
    readers.set(id, reader)
    const { news, isWhole } = reach === 'new' ? await reader.readNew() : await reader.readAll()
    if (isWhole) owed.delete(id)
    else if (news === 0) owed.add(id)
    return news
  }
}

/** It says no for good: another look in a minute hears the same. */
function isClosed(trouble: OutsideFault | null): boolean {
  return trouble !== null && !trouble.retryable
}
