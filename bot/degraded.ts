import type { Desk } from '../domain/desk.ts'
import { silenceId } from '../domain/fraud/silence.ts'

/**
 * What works only in part: `fraud-route:china` where alerts of a lane are told to each fraud lead, at some hour or of some
 * severity, as no channel is for them; `feed:…` and `channel:…` that fell silent. The desk serves all the same.
 */
export async function degraded({ lanes, routes, silences }: Pick<Desk, 'lanes' | 'routes' | 'silences'>) {
  const known = (await lanes.all()).filter(({ status }) => status !== 'not-configured')
  const open = await Promise.all(
    known.map(async ({ lane }) => ((await routes.uncovered(lane)).length > 0 ? [`fraud-route:${lane}`] : [])),
  )
  return [...open.flat(), ...(await silences.told()).map(({ of }) => silenceId(of))]
}
