import { z } from 'zod'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { later, msOf, type Instant } from '../../domain/shared/time.ts'
import type { Endpoints } from './endpoints.ts'
import { exchange } from '../shared/exchange.ts'
import { faultOf } from './faults.ts'
import { readAnswer } from '../shared/read-answer.ts'
import type { RefreshTokens } from './refresh-tokens.ts'
import type { PartnerCenterConfig, Surroundings } from './settings.ts'

/** The lane's access token, fetched when needed and kept until shortly before it expires. */
export interface Tokens {
  /** In whose name: the app's alone, or a person's who gave consent (App+User). */
  readonly signsInAs: 'app' | 'person'
  /** Throws `OutsideFault`. Whoever asks while a token is under way waits for the same one. */
  current(): Promise<string>
  /** The operator no longer takes this token; one that has replaced it already is left alone. */
  drop(token: string): void
}

/** Runs what is handed in one after the other. */
export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>

export function oneAtATime(): InTurn {
  let last: Promise<unknown> = Promise.resolve()
  return async (work) => {
    const mine = last.then(work)
    last = mine.catch(() => undefined)
    return mine
  }
}

// v1.0 gives expires_in as text (facts/partner-center 3.1).
const tokenBody = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive(),
  refresh_token: z.string().min(1).nullish(),
})

/**
 * Signs in with the lane's refresh token where there is one (App+User), else as the app alone (facts/partner-center 3.1,
 * 3.2). Nothing is fetched before the first call. Whoever signs in elsewhere with the same refresh token shares `inTurn`:
 * used twice at once, it may be refused the second time.
 */
export function openTokens(
  service: string,
  config: PartnerCenterConfig,
  endpoints: Endpoints,
  outside: Surroundings,
  refreshTokens: RefreshTokens,
  inTurn: InTurn = oneAtATime(),
): Tokens {
  const url = new URL(`${encodeURIComponent(config.tenantId)}/oauth2/token`, endpoints.login)
  let held: { readonly token: string; readonly until: Instant } | null = null
  let refused: { readonly fault: OutsideFault; readonly until: Instant } | null = null
  let underWay: Promise<string> | null = null

  async function fetchToken(): Promise<string> {
    const { clientId: client_id, clientSecret: client_secret } = config
    const refreshToken = refreshTokens.current
    const grant =
      refreshToken === null
        ? { grant_type: 'client_credentials' }
        : { grant_type: 'refresh_token', refresh_token: refreshToken }
    const answer = await exchange(outside, service, url, {
      method: 'POST',
      headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...grant, client_id, client_secret, resource: endpoints.audience }).toString(),
    })
    if (answer.status !== 200) {
      const fault = ourTrouble(faultOf(service, answer, outside.now))
      const { kind, retryAfterMs } = fault.facts
      const holds = fault.retryable ? kind === 'throttled' && retryAfterMs : outside.timings.refusedMs
      if (holds) refused = { fault, until: later(outside.now(), holds) }
      throw fault
    }
    const { access_token: token, expires_in: seconds, refresh_token: rotated } = readAnswer(service, tokenBody, answer)
    // The old one may be refused from now on: the new one is kept before anything else is done.
    if (refreshToken !== null && rotated != null && rotated !== refreshToken) await refreshTokens.rotate(rotated)
    held = { token, until: later(outside.now(), seconds * 1000 - outside.timings.tokenMarginMs) }
    return token
  }

  /** The same fault, a little later. */
  function again({ facts }: OutsideFault): OutsideFault {
    const left = facts.waitUntil === undefined ? null : msOf(facts.waitUntil) - msOf(outside.now())
    return new OutsideFault({ ...facts, ...(left !== null && { retryAfterMs: left }) })
  }

  return {
    get signsInAs() {
      return refreshTokens.current === null ? 'app' : 'person'
    },
    async current() {
      if (held !== null && outside.now() < held.until) return held.token
      if (refused !== null && outside.now() < refused.until) throw again(refused.fault)
      underWay ??= (refreshTokens.current === null ? fetchToken() : inTurn(fetchToken)).finally(() => (underWay = null))
      return underWay
    },
    drop(token) {
      if (held?.token === token) held = null
    },
  }
}

/** Whatever the sign-in endpoint refuses, it is our credential that it refuses. */
function ourTrouble(fault: OutsideFault): OutsideFault {
  return fault.retryable ? fault : new OutsideFault({ ...fault.facts, kind: 'unauthorised' })
}
