import { setTimeout as delay } from 'node:timers/promises'
import type { Lane } from '../../domain/customers/lane.ts'
import type { NewId } from '../../domain/shared/ids.ts'
import type { Clock } from '../../domain/shared/time.ts'
import type { EndpointOverrides } from './endpoints.ts'

/** One partner account at one operator. */
export interface PartnerCenterConfig extends EndpointOverrides {
  readonly lane: Lane
  /** The partner's own tenant. */
  readonly tenantId: string
  readonly clientId: string
  readonly clientSecret: string
  /** Set where calls are made in a person's name (App+User): the first of them, since each sign-in gives another. */
  readonly refreshToken?: string | undefined
  /** The calling app's name, as the operator sees it. */
  readonly application?: string | undefined
  readonly locale?: string | undefined
  /** Less than the operator takes, where other programs ask in the same account's name. */
  readonly requestsPerMinute?: number | undefined
}

/** How long the outside is waited for, in milliseconds. */
export interface Timings {
  /** How long one exchange may take, and one call with all its retries. */
  readonly attemptMs: number
  readonly totalMs: number
  /** Pauses before each quick retry (facts/partner-center 4.6). */
  readonly retryWaitsMs: readonly number[]
  /** The longest `Retry-After` that is waited for here; a longer one is handed to the caller. */
  readonly patienceMs: number
  /** How long before its expiry a token is no longer used. */
  readonly tokenMarginMs: number
  /** How long a sign-in that was refused is not tried again: whoever asks meanwhile gets the same answer. */
  readonly refusedMs: number
}

/** What the client needs from the world: time, ids and the wire; the rest has a sound default. */
export interface PartnerCenterDeps {
  readonly fetch: typeof fetch
  readonly now: Clock
  readonly newId: NewId
  /** Hears of each time an operator asked for less (429). */
  readonly onThrottled?: ((lane: Lane, retryAfterMs: number | null) => void) | undefined
  readonly sleep?: ((ms: number, signal: AbortSignal) => Promise<unknown>) | undefined
  /** A signal that aborts after so long. */
  readonly timeout?: ((ms: number) => AbortSignal) | undefined
  readonly timings?: Partial<Timings> | undefined
}

/** The same with nothing left open. */
export type Surroundings = {
  readonly [K in keyof PartnerCenterDeps]-?: Exclude<PartnerCenterDeps[K], undefined>
} & { readonly timings: Timings }

const defaultTimings: Timings = {
  attemptMs: 20_000,
  totalMs: 60_000,
  retryWaitsMs: [500, 1500, 3500],
  patienceMs: 5_000,
  tokenMarginMs: 300_000,
  refusedMs: 60_000,
}

/** Fills in the defaults: 20 s for one exchange, a minute for a call with its retries. */
export function surroundings({ onThrottled, sleep, timeout, timings, ...given }: PartnerCenterDeps): Surroundings {
  return {
    ...given,
    onThrottled: onThrottled ?? (() => undefined),
    sleep: sleep ?? ((ms, signal) => delay(ms, undefined, { signal })),
    timeout: timeout ?? ((ms) => AbortSignal.timeout(ms)),
    timings: { ...defaultTimings, ...timings },
  }
}
