import { z } from 'zod'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { later, type Instant } from '../../domain/shared/time.ts'
import { exchange } from '../shared/exchange.ts'
import { readAnswer } from '../shared/read-answer.ts'
import { faultOf, service } from './faults.ts'
import type { BusinessCentralConfig, Endpoints, Surroundings } from './settings.ts'

/** The app's access token, fetched when needed and kept until shortly before it expires. */
export interface AppTokens {
  /** Throws `OutsideFault`. Whoever asks while a token is under way waits for the same one. */
  current(): Promise<string>
  /** It is no longer taken; one that has replaced it already is left alone. */
  drop(token: string): void
}

const tokenBody = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() })

/** Signs in as the app alone (client credentials); nothing is fetched before the first call. */
export function openAppTokens(
  { clientId: client_id, clientSecret: client_secret }: BusinessCentralConfig,
  { token: url, scope }: Endpoints,
  outside: Surroundings,
): AppTokens {
  let held: { readonly token: string; readonly until: Instant } | null = null
  let underWay: Promise<string> | null = null

  async function fetchToken(): Promise<string> {
    const answer = await exchange(outside, service, url, {
      method: 'POST',
      headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id, client_secret, scope }).toString(),
    })
    if (answer.status !== 200) {
      const fault = faultOf(answer, outside.now)
      // Whatever the sign-in refuses, it is our credential that it refuses.
      throw fault.retryable ? fault : new OutsideFault({ ...fault.facts, kind: 'unauthorised' })
    }
    const { access_token: token, expires_in: seconds } = readAnswer(service, tokenBody, answer)
    held = { token, until: later(outside.now(), seconds * 1000 - outside.timings.tokenMarginMs) }
    return token
  }

  return {
    async current() {
      if (held !== null && outside.now() < held.until) return held.token
      underWay ??= fetchToken().finally(() => (underWay = null))
      return underWay
    },
    drop(token) {
      if (held?.token === token) held = null
    },
  }
}
