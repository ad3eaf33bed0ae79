import type { FeedState } from '../../domain/fraud/feed-desk.ts'
import { lanes } from '../../domain/customers/lane.ts'
import { gravestFirst } from '../../domain/routes/fraud-routes.ts'
import type { OpenDesk } from '../open-desk.ts'
import { look, ok, saidBy, wrong, type Finding } from './finding.ts'

/** Of each feed of suspicious use how it does and how often it is looked at, and of each lane who is told. */
export async function feedFindings({ desk }: Pick<OpenDesk, 'desk'>): Promise<readonly Finding[]> {
  const states = (await desk.lanes.all()).filter(({ status }) => status !== 'not-configured')
  const known = new Set(states.map(({ lane }) => lane))
  const routes = await Promise.all(
    lanes
      .filter((lane) => known.has(lane))
      .map(async (lane): Promise<Finding> => {
        const open = await desk.routes.uncovered(lane)
        if (open.length === 0) return ok(`fraud route ${lane}: every alert has a channel`)
        const which = open.length === gravestFirst.length ? 'any alert' : `alerts of severity ${open.join(', ')}`
        return look(
          `fraud route ${lane}: no channel at every hour for ${which}; each fraud lead is told. In a channel, say “route fraud here”`,
        )
      }),
  )
  return [...(await desk.feeds.states()).map(feedFinding), ...routes]
}

function feedFinding({ lane, feed, okAt, triedAt, everyMs, trouble }: FeedState): Finding {
  const name = `fraud feed ${lane}/${feed}`
  // A doctor that opened the store by itself has looked at nothing.
  if (triedAt === null) return ok(`${name}: looked at by the running desk only`)
  const often = everyMs === null ? '' : `, every ${Math.round(everyMs / 60_000)} min`
  if (trouble === null) return ok(`${name}: read ${triedAt}${often}`)
  return wrong(`${name}: ${saidBy(trouble)}; last read ${okAt ?? 'never'}${often}`)
}
