import type { FeedState } from '../../domain/fraud/feed-desk.ts'
import type { Talk } from '../talk.ts'
import { line, type Part } from '../vocabulary/reply.ts'
import type { Words } from '../words/words.ts'

/** How each feed of suspicious use does, and how often it is looked at. */
export async function feedLines({ desk, words }: Pick<Talk, 'desk' | 'words'>): Promise<readonly Part[]> {
  return (await desk.feeds.states()).map((state) =>
    line(feedLine(state, words), state.trouble === null ? {} : { tone: 'warning' }),
  )
}

function feedLine({ lane, feed, okAt, triedAt, everyMs, trouble }: FeedState, words: Words): string {
  const name = words.say(`feed.${feed}`, { operator: words.say(`lane.${lane}`) })
  if (triedAt === null) return words.say('feed.not-yet', { name })
  const how =
    trouble === null
      ? words.say('feed.works', { name, at: words.moment(triedAt) })
      : okAt === null
        ? words.say('feed.never', { name, at: words.moment(triedAt) })
        : words.say('feed.fails', { name, at: words.moment(okAt) })
  return everyMs === null
    ? how
    : words.sentences([how, words.say('feed.every', { count: Math.round(everyMs / 60_000) })])
}
