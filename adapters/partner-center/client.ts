import { DelegateBackoff, handleWhen, retry } from 'cockatiel'
import type { z } from 'zod'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { msOf } from '../../domain/shared/time.ts'
import { endpointsOf, graphEndpointsOf, type Endpoints } from './endpoints.ts'
import { exchange, type Answer } from '../shared/exchange.ts'
import { faultOf } from './faults.ts'
import { readAnswer } from '../shared/read-answer.ts'
import { openRateBudget, type CalledFor, type RateBudget } from './rate-budget.ts'
import { unkeptRefreshTokens, type RefreshTokens } from './refresh-tokens.ts'
import { surroundings, type PartnerCenterConfig, type PartnerCenterDeps } from './settings.ts'
import { oneAtATime, openTokens, type InTurn, type Tokens } from './token.ts'

interface Call {
  readonly method: 'GET' | 'PATCH' | 'POST' | 'PUT'
  /** Below the host's root, each segment encoded: `v1/customers/…`. */
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** The `MS-RequestId`; without one, each call has its own. */
  readonly requestId?: string
  /** Ends the call before its own time is over. */
  readonly within?: AbortSignal
}

/** When a call has taken too long, its retries included. */
interface Deadline {
  readonly by: number
  readonly signal: AbortSignal
}

/** The operator's API of one lane: one call at a time, with everything that belongs to every call. */
export interface PartnerCenterClient {
  /** Answers only successes; everything else is thrown as `OutsideFault`, after such quick retries as make sense. */
  call(call: Call): Promise<Answer>
  /** A success's body by its schema, else a fault. */
  read<Schema extends z.ZodType>(schema: Schema, answer: Answer): z.output<Schema>
}

/** Which of a lane's hosts is called: Partner Center, or Microsoft Graph with tokens and a count of its own. */
export type Host = 'partner-center' | 'graph'

/** What all clients of a partner account at one host share. */
export interface Access {
  readonly host: Host
  /** A refresh token that was used once may be refused afterwards. */
  readonly tokens: Tokens
  readonly budget: RateBudget
  readonly refreshTokens: RefreshTokens
  readonly inTurn: InTurn
}

/** Calls nobody yet. Throws an ordinary error when the configured addresses cannot be used. */
export function openAccess(
  config: PartnerCenterConfig,
  deps: PartnerCenterDeps,
  refreshTokens = unkeptRefreshTokens(config.refreshToken ?? null),
): Access {
  return accessTo('partner-center', config, deps, refreshTokens, oneAtATime())
}

/** The same account at the lane's Microsoft Graph. Calls nobody yet; throws like {@link openAccess}. */
export function openGraphAccess(
  config: PartnerCenterConfig,
  deps: PartnerCenterDeps,
  { refreshTokens, inTurn }: Pick<Access, 'refreshTokens' | 'inTurn'> = {
    refreshTokens: unkeptRefreshTokens(config.refreshToken ?? null),
    inTurn: oneAtATime(),
  },
): Access {
  return accessTo('graph', config, deps, refreshTokens, inTurn)
}

function accessTo(
  host: Host,
  config: PartnerCenterConfig,
  deps: PartnerCenterDeps,
  refreshTokens: RefreshTokens,
  inTurn: InTurn,
): Access {
  const service = serviceOf(host, config)
  const outside = surroundings(deps)
  return {
    host,
    tokens: openTokens(service, config, hostEndpoints(host, config), outside, refreshTokens, inTurn),
    budget: openRateBudget({ service, perMinute: config.requestsPerMinute, ...outside }),
    refreshTokens,
    inTurn,
  }
}

/** Throws an ordinary error when the configured addresses cannot be used. */
export function openClient(
  config: PartnerCenterConfig,
  deps: PartnerCenterDeps,
  { host, tokens, budget } = openAccess(config, deps),
  calledFor: CalledFor = 'person',
): PartnerCenterClient {
  const service = serviceOf(host, config)
  const endpoints = hostEndpoints(host, config)
  const outside = surroundings(deps)
  const { timings } = outside

  async function send(call: Call, requestId: string, token: string, { by, signal }: Deadline): Promise<Answer> {
    // A call that gets its turn so late that no attempt fits any more is not begun.
    await budget.take(calledFor, Math.max(0, by - timings.attemptMs - msOf(outside.now())), signal)
    const url = new URL(call.path, endpoints.api)
    for (const [key, value] of Object.entries(call.query ?? {})) url.searchParams.set(key, value)
    const body = call.body === undefined ? undefined : JSON.stringify(call.body)
    const headers = {
      ...call.headers,
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      Authorization: `Bearer ${token}`,
      Accept: 'application/json',
      ...(host === 'graph' ? { 'client-request-id': outside.newId() } : ownHeaders(requestId)),
    }
    return exchange(outside, service, url, { method: call.method, headers, body }, signal)
  }

  // facts/partner-center 4.1
  const ownHeaders = (requestId: string) => ({
    'MS-RequestId': requestId,
    'MS-CorrelationId': outside.newId(),
    'MS-Contract-Version': 'v1',
    'MS-PartnerCenter-Application': config.application ?? 'Partner Desk',
    'X-Locale': config.locale ?? 'en-US',
  })

  /** A sign-in may be under way for somebody more patient; it goes on without us. */
  async function tokenWithin({ signal }: Deadline): Promise<string> {
    const token = tokens.current()
    return new Promise((resolve, reject) => {
      const giveUp = () => reject(new OutsideFault({ service, kind: 'unreachable', code: 'timed-out' }))
      signal.addEventListener('abort', giveUp, { once: true })
      if (signal.aborted) giveUp()
      void token.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp))
    })
  }

  async function attempt(call: Call, requestId: string, within: Deadline): Promise<Answer> {
    const token = await tokenWithin(within)
    let answer = await send(call, requestId, token, within)
    if (answer.status === 401) {
      // An answer about the token, not about the request: the request keeps its id.
      tokens.drop(token)
      answer = await send(call, requestId, await tokenWithin(within), within)
    }
    if (answer.status >= 200 && answer.status <= 299) return answer
    const fault = faultOf(service, answer, outside.now)
    if (answer.status === 429) {
      const { retryAfterMs } = fault.facts
      budget.rest(retryAfterMs ?? 0)
      outside.onThrottled(config.lane, retryAfterMs ?? null)
    }
    throw fault
  }

  /** How long to wait before trying again; null when trying again here makes no sense. */
  function pauseAfter(cause: unknown, retries: number): number | null {
    const wait = timings.retryWaitsMs[retries]
    if (!(cause instanceof OutsideFault) || wait === undefined) return null
    const { kind, status, retryAfterMs } = cause.facts
    if ((retryAfterMs ?? 0) > timings.patienceMs) return null
    if (kind === 'unreachable') return Math.max(wait, retryAfterMs ?? 0)
    // Without an answer it was our own budget, which has waited as long as it may.
    return status === 429 ? (retryAfterMs ?? null) : null
  }

  const policy = retry(
    handleWhen((cause) => pauseAfter(cause, 0) !== null),
    // The pause itself is made below, where the call's own deadline can end it.
    { maxAttempts: timings.retryWaitsMs.length, backoff: new DelegateBackoff(() => 0) },
  )

  return {
    async call(call) {
      const requestId = call.requestId ?? outside.newId()
      const total = outside.timeout(timings.totalMs)
      const signal = call.within === undefined ? total : AbortSignal.any([total, call.within])
      const within = { by: msOf(outside.now()) + timings.totalMs, signal }
      let failed: OutsideFault | null = null
      return policy.execute(async ({ attempt: retries }) => {
        if (failed !== null) {
          await outside.sleep(pauseAfter(failed, retries - 1) ?? 0, signal).catch(() => undefined)
          if (signal.aborted) throw failed
        }
        try {
          return await attempt(call, requestId, within)
        } catch (cause) {
          if (!(cause instanceof OutsideFault)) throw cause
          const silent = failed?.facts.kind === 'unreachable' || failed?.facts.afterSilence === true
          failed = silent ? new OutsideFault({ ...cause.facts, afterSilence: true, cause }) : cause
          throw failed
        }
      }, signal)
    },
    read: (schema, answer) => readAnswer(service, schema, answer),
  }
}

function serviceOf(host: Host, { lane }: PartnerCenterConfig): string {
  return `${host}:${lane}`
}

function hostEndpoints(host: Host, config: PartnerCenterConfig): Endpoints {
  return host === 'graph' ? graphEndpointsOf(config.lane, config) : endpointsOf(config.lane, config)
}
