import { DelegateBackoff, handleWhen, retry } from 'cockatiel'
import type { z } from 'zod'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { endpointsOf } from './endpoints.ts'
import { exchange, type Answer } from './exchange.ts'
import { faultOf } from './faults.ts'
import { readAnswer } from './read-answer.ts'
import { surroundings, type PartnerCenterConfig, type PartnerCenterDeps } from './settings.ts'
import { openTokens, type Tokens } from './token.ts'

interface Call {
  readonly method: 'GET' | 'PATCH' | 'POST'
  /** Below the operator's root, each segment encoded: `v1/customers/…`. */
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  /** The `MS-RequestId`; without one, each call has its own. */
  readonly requestId?: string
}

/** The operator's API of one lane: one call at a time, with everything that belongs to every call. */
export interface PartnerCenterClient {
  /** Answers only successes; everything else is thrown as `OutsideFault`, after such quick retries as make sense. */
  call(call: Call): Promise<Answer>
  /** A success's body by its schema, else a fault. */
  read<Schema extends z.ZodType>(schema: Schema, answer: Answer): z.output<Schema>
}

/** The lane's sign-in: one for all its clients, since a refresh token that was used once may be refused afterwards. */
export function signIn(config: PartnerCenterConfig, deps: PartnerCenterDeps): Tokens {
  return openTokens(serviceOf(config), config, endpointsOf(config.lane, config), surroundings(deps))
}

/** Throws an ordinary error when the configured addresses cannot be used. */
export function openClient(
  config: PartnerCenterConfig,
  deps: PartnerCenterDeps,
  tokens = signIn(config, deps),
): PartnerCenterClient {
  const service = serviceOf(config)
  const endpoints = endpointsOf(config.lane, config)
  const outside = surroundings(deps)
  const { timings } = outside

  async function send(call: Call, requestId: string, token: string, within: AbortSignal): Promise<Answer> {
    const url = new URL(call.path, endpoints.api)
    for (const [key, value] of Object.entries(call.query ?? {})) url.searchParams.set(key, value)
    const body = call.body === undefined ? undefined : JSON.stringify(call.body)
    // facts/partner-center 4.1
    const headers = {
      ...call.headers,
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      Authorization: `Bearer ${token}`,
      Accept: 'application/json',
      'MS-RequestId': requestId,
      'MS-CorrelationId': outside.newId(),
      'MS-Contract-Version': 'v1',
      'MS-PartnerCenter-Application': config.application ?? 'Partner Desk',
      'X-Locale': config.locale ?? 'en-US',
    }
    return exchange(outside, service, url, { method: call.method, headers, body }, within)
  }

  async function attempt(call: Call, requestId: string, within: AbortSignal): Promise<Answer> {
    const token = await tokens.current()
    let answer = await send(call, requestId, token, within)
    if (answer.status === 401) {
      // An answer about the token, not about the request: the request keeps its id.
      tokens.drop(token)
      answer = await send(call, requestId, await tokens.current(), within)
    }
    if (answer.status < 200 || answer.status > 299) throw faultOf(service, answer, outside.now)
    return answer
  }

  /** How long to wait before trying again; null when trying again here makes no sense. */
  function pauseAfter(cause: unknown, retries: number): number | null {
    const wait = timings.retryWaitsMs[retries]
    if (!(cause instanceof OutsideFault) || wait === undefined) return null
    const { kind, retryAfterMs } = cause.facts
    if ((retryAfterMs ?? 0) > timings.patienceMs) return null
    if (kind === 'unreachable') return Math.max(wait, retryAfterMs ?? 0)
    return kind === 'throttled' ? (retryAfterMs ?? null) : null
  }

  const policy = retry(
    handleWhen((cause) => pauseAfter(cause, 0) !== null),
    // The pause itself is made below, where the call's own deadline can end it.
    { maxAttempts: timings.retryWaitsMs.length, backoff: new DelegateBackoff(() => 0) },
  )

  return {
    async call(call) {
      const requestId = call.requestId ?? outside.newId()
      const within = outside.timeout(timings.totalMs)
      let failed: OutsideFault | null = null
      return policy.execute(async ({ attempt: retries }) => {
        if (failed !== null) {
          await outside.sleep(pauseAfter(failed, retries - 1) ?? 0, within).catch(() => undefined)
          if (within.aborted) throw failed
        }
        try {
          return await attempt(call, requestId, within)
        } catch (cause) {
          if (!(cause instanceof OutsideFault)) throw cause
          const silent = failed?.facts.kind === 'unreachable' || failed?.facts.afterSilence === true
          failed = silent ? new OutsideFault({ ...cause.facts, afterSilence: true, cause }) : cause
          throw failed
        }
      }, within)
    },
    read: (schema, answer) => readAnswer(service, schema, answer),
  }
}

function serviceOf({ lane }: PartnerCenterConfig): string {
  return `partner-center:${lane}`
}
