import type { DeskStore } from '../ports/desk-store.ts'
import type { FraudFeed } from '../ports/fraud-feed.ts'
import { OutsideFault } from '../shared/outside-fault.ts'
import { msOf, type Clock, type Instant } from '../shared/time.ts'
import { untilFresh } from '../shared/versioned.ts'
import type { AlertDesk } from './alert-desk.ts'
import type { Signal } from './signal.ts'

/**
 * A webhook whose news is not in front is looked for everywhere, and the other feed is asked as well, but this often.
 */
export const furtherEveryMs = 5_000
/** A look reads no more than so many items by themselves; the rest is for the looks after it. */
const mostReadAgain = 20

/** What came of reading: how much was new, and whether all that is open was read. */
export interface FeedRead {
  readonly news: number
  readonly isWhole: boolean
}

/** Reads one feed and has what it shows taken in. Every method throws `OutsideFault`. */
export interface FeedReader {
  /** Only what stands in front of what is known; all of it where nothing does, unless that was done a moment ago. */
  readNew(): Promise<FeedRead>
  /** Everything that is open; the first time as a baseline. */
  readAll(): Promise<FeedRead>
}

export function feedReader(
  feed: FraudFeed,
  {
    store,
    now,
    alerts,
  }: { readonly store: DeskStore; readonly now: Clock; readonly alerts: Pick<AlertDesk, 'take' | 'open'> },
): FeedReader {
  const { lane, name } = feed
  const id = `${lane}/${name}`
  /** What it has shown open since it was read whole last, as it was: no more than is open there. */
  let known: Map<string, string> | null = null
  let inVainAt: Instant | null = null
  let turn = 0

  return { readNew, readAll }

  async function readNew(): Promise<FeedRead> {
    const shown = known
    if (!shown) return readAll()
    const isKnown = (signal: Signal) => shown.get(signal.id) === asShown(signal)
    const news = (await feed.open(isKnown)).filter((signal) => !isKnown(signal))
    if (news.length > 0) {
      await alerts.take(lane, news)
      for (const signal of news) shown.set(signal.id, asShown(signal))
      return { news: news.length, isWhole: false }
    }
    if (inVainAt !== null && msOf(now()) - msOf(inVainAt) < furtherEveryMs) return { news: 0, isWhole: false }
    inVainAt = now()
    return readAll()
  }

  async function readAll(): Promise<FeedRead> {
    const open = await feed.open()
    const first = (await store.get('feed-baseline', id)) === null
    await alerts.take(lane, open, { baseline: first })
    if (first) await begun(open.length)
    await alerts.take(lane, await endedElsewhere(open))
    const before = known
    known = new Map(open.map((signal) => [signal.id, asShown(signal)]))
    return { news: open.filter((signal) => before?.get(signal.id) !== asShown(signal)).length, isWhole: true }
  }

  /**
   * What an open alert knows of this feed and the feed shows no more: read by itself, for it was resolved there. Some
   * at a look, in turn; one that cannot be read keeps nothing else waiting.
   */
  async function endedElsewhere(open: readonly Signal[]): Promise<readonly Signal[]> {
    const shown = new Set(open.map((signal) => signal.id))
    const missing = (await alerts.open())
      .filter((alert) => alert.lane === lane)
      .flatMap(({ items, subscription }) =>
        items
          .filter((item) => item.source === name && item.status !== 'resolved' && !shown.has(item.id))
          .map((item) => ({ id: item.id, subscription: subscription?.id ?? null })),
      )
    const from = turn < missing.length ? turn : 0
    turn = from + mostReadAgain
    const read = await Promise.all(missing.slice(from, turn).map((item) => feed.find(item).catch(unread)))
    return read.flatMap((signal) => (signal?.status === 'resolved' ? [signal] : []))
  }

  function begun(open: number): Promise<void> {
    return untilFresh(async () => {
      if (await store.get('feed-baseline', id)) return
      const at = now()
      await store.commit({
        save: [{ kind: 'feed-baseline', id, value: { at }, basedOn: null }],
        audit: [{ at, by: 'desk', what: 'fraud-feed.begun', about: `feed:${id}`, lane, details: { open } }],
      })
    })
  }
}

function unread(fault: unknown): null {
  if (fault instanceof OutsideFault) return null
  throw fault
}

/** What of an item makes it worth reading again. */
function asShown({ status, severity, hits, lastSeenAt, resources }: Signal): string {
  return [status, severity, hits, lastSeenAt, resources.length].join(' ')
}
