import sinon from 'sinon'
import { openPartnerCenterLane } from '../../../adapters/partner-center/partner-center-lane.ts'
import type { PartnerCenterConfig, PartnerCenterDeps } from '../../../adapters/partner-center/settings.ts'
import type { PartnerCenterSimulator } from '../../../adapters/simulators/partner-center-simulator.ts'
import { isLoopback } from '../../../adapters/shared/loopback.ts'
import type { OperatorLane } from '../../../domain/ports/operator-lane.ts'
import { countedIds, guidOf, standingClock } from '../simulators/a-seed.ts'

export const intent = guidOf(1)
export const anotherIntent = guidOf(2)

/** Dependencies in which nobody waits: a pause is noted, and moves the clock. */
export function instantDeps(over: Partial<PartnerCenterDeps> = {}) {
  const pauses: number[] = []
  const clock = standingClock()
  const deps: PartnerCenterDeps = {
    fetch,
    now: clock.now,
    newId: countedIds(),
    async sleep(ms) {
      pauses.push(ms)
      clock.move(ms)
    },
    ...over,
  }
  return { deps, pauses }
}

/** The real client, talking to a simulator as the demo does: loopback only. */
export function laneAt(
  { lane, connection }: PartnerCenterSimulator,
  over: Partial<PartnerCenterDeps> = {},
  config: Partial<PartnerCenterConfig> = {},
): OperatorLane {
  const appOnly = { ...connection, refreshToken: undefined }
  return openPartnerCenterLane({ lane, ...appOnly, allow: isLoopback, ...config }, instantDeps(over).deps)
}

export const aConfig: PartnerCenterConfig = {
  lane: 'global',
  tenantId: 'partner.example',
  clientId: 'desk',
  clientSecret: 'hush',
}

export interface Said {
  readonly url: URL
  readonly method: string
  readonly headers: Headers
  readonly body: string
}

/** The next answer; `null` breaks the connection. */
export type Scripted = (() => Response | Promise<Response>) | null

/** A stand-in for fetch: signs in by itself, then answers as scripted, the last answer again and again. */
export function scriptedFetch(...answers: readonly Scripted[]) {
  const said: Said[] = []
  const signIns: Said[] = []
  let at = 0
  const stub = sinon.stub<Parameters<typeof fetch>, ReturnType<typeof fetch>>().callsFake(async (input, init) => {
    if (!(input instanceof URL)) throw new Error('the client calls with a URL')
    const body = typeof init?.body === 'string' ? init.body : ''
    const heard = { url: input, method: init?.method ?? 'GET', headers: new Headers(init?.headers), body }
    init?.signal?.throwIfAborted()
    if (input.pathname.endsWith('/oauth2/token')) {
      signIns.push(heard)
      return json({ access_token: `token-${signIns.length}`, expires_in: '3599' })()
    }
    said.push(heard)
    const answer = answers[Math.min(at, answers.length - 1)]
    at += 1
    if (answer == null) throw new TypeError('fetch failed')
    return answer()
  })
  return { fetch: stub, said, signIns }
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): () => Response {
  return () => new Response(JSON.stringify(body), { status, headers })
}
