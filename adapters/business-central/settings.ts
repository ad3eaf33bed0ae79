import { setTimeout as delay } from 'node:timers/promises'
import type { Clock, TimeZone } from '../../domain/shared/time.ts'
import { secureAddress } from '../shared/secure-address.ts'

/** The books of one company in Dynamics 365 Business Central. */
export interface BusinessCentralConfig {
  /** Of the organisation whose books these are: the partner's own. */
  readonly tenantId: string
  readonly clientId: string
  readonly clientSecret: string
  /** `Production`, or the name of a sandbox. */
  readonly environment: string
  /** Name or id; null where the environment holds one company only. */
  readonly company: string | null
  readonly apiUrl?: string | undefined
  readonly loginUrl?: string | undefined
  /** Says no to addresses that may not be called; a demo stays on this machine. */
  readonly allow?: ((url: URL) => boolean) | undefined
}

/** How long Business Central is waited for, in milliseconds. */
export interface Timings {
  /** It lets a request run for ten minutes; a page of ours is small, and is asked for again rather than waited for. */
  readonly attemptMs: number
  /** Pauses before each further try where it does not name one. */
  readonly retryWaitsMs: readonly number[]
  /** The longest `Retry-After` that is waited for. */
  readonly patienceMs: number
  /** How long before its expiry a token is no longer used. */
  readonly tokenMarginMs: number
}

/** What the books need from the world: time and the wire; the rest has a sound default. */
export interface BusinessCentralDeps {
  readonly fetch: typeof fetch
  readonly now: Clock
  /** Of the partner: the day of the books is the day there. */
  readonly timeZone: TimeZone
  readonly sleep?: ((ms: number) => Promise<unknown>) | undefined
  readonly timeout?: ((ms: number) => AbortSignal) | undefined
  readonly timings?: Partial<Timings> | undefined
  /** How many documents are asked for at once. */
  readonly pageSize?: number | undefined
}

/** The same with nothing left open. */
export type Surroundings = {
  readonly [K in keyof BusinessCentralDeps]-?: Exclude<BusinessCentralDeps[K], undefined>
} & { readonly timings: Timings }

const defaultTimings: Timings = {
  attemptMs: 120_000,
  retryWaitsMs: [2_000, 10_000, 30_000],
  patienceMs: 60_000,
  tokenMarginMs: 300_000,
}

export function surroundings({ sleep, timeout, timings, pageSize, ...given }: BusinessCentralDeps): Surroundings {
  return {
    ...given,
    sleep: sleep ?? ((ms) => delay(ms, undefined, { ref: false })),
    timeout: timeout ?? ((ms) => AbortSignal.timeout(ms)),
    timings: { ...defaultTimings, ...timings },
    // The server takes 20,000 of one kind; with the lines of each beside them, fewer.
    pageSize: pageSize ?? 1_000,
  }
}

/** Where the environment's API answers, and where one signs in. */
export interface Endpoints {
  readonly api: URL
  readonly token: URL
  /** Always the published root, also where a stand-in answers in its place. */
  readonly scope: string
}

const root = 'https://api.businesscentral.dynamics.com'

/** Throws an ordinary error, to be shown at start-up, when an address cannot or may not be used. */
export function endpointsOf({ tenantId, environment, apiUrl, loginUrl, allow }: BusinessCentralConfig): Endpoints {
  const api = secureAddress(apiUrl ?? root, allow)
  const login = secureAddress(loginUrl ?? 'https://login.microsoftonline.com', allow)
  const tenant = encodeURIComponent(tenantId)
  return {
    api: new URL(`v2.0/${tenant}/${encodeURIComponent(environment)}/api/v2.0/`, api),
    token: new URL(`${tenant}/oauth2/v2.0/token`, login),
    scope: `${root}/.default`,
  }
}
