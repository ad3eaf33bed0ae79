import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import type { PartnerCenterClient } from './client.ts'
import type { Answer } from '../shared/exchange.ts'
import type { Surroundings } from './settings.ts'

/**
 * Waits a little for what a 202 has only accepted, where its `Location` says how to ask. A hint: whether the change
 * holds is seen by reading the resource, so that no trouble of this asking is ever a fault of the act.
 */
export type FollowLocation = (accepted: Answer, isUnderWay: (seen: Answer) => boolean) => Promise<void>

/** Asks as often, and waits as long, as one would for an answer that does not come. */
export function locationFollower(
  client: PartnerCenterClient,
  api: URL,
  { sleep, timeout, timings }: Surroundings,
): FollowLocation {
  return async (accepted, isUnderWay) => {
    const place = placeOf(accepted.headers.get('Location') ?? '', api)
    if (place === null) return
    const within = timeout(timings.patienceMs)
    for (const pause of timings.retryWaitsMs) {
      await sleep(pause, within).catch(() => undefined)
      if (within.aborted) return
      try {
        const seen = await client.call({ method: 'GET', ...place, within })
        if (seen.status !== 202 && !isUnderWay(seen)) return
      } catch (cause) {
        if (!(cause instanceof OutsideFault)) throw cause
        return
      }
    }
  }
}

/**
 * Only at the operator's own address: a token goes nowhere else. Its own links leave the version out (facts/partner-center
 * 4.4), and so does the published `Location`.
 */
function placeOf(location: string, api: URL) {
  if (location === '' || !URL.canParse(location, api.href)) return null
  const { origin, pathname, searchParams } = new URL(location, api)
  if (origin !== api.origin || !pathname.startsWith(api.pathname)) return null
  const below = pathname.slice(api.pathname.length)
  const path = below.startsWith('customers/') ? `v1/${below}` : below
  return path.startsWith('v1/') ? { path, query: Object.fromEntries(searchParams) } : null
}
