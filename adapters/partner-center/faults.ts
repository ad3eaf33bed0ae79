import { z } from 'zod'
import { baseInactive, missingAccess } from '../../domain/ports/operator-codes.ts'
import { OutsideFault, unreadable, type FaultKind } from '../../domain/shared/outside-fault.ts'
import { later, type Clock } from '../../domain/shared/time.ts'
import type { Answer } from '../shared/exchange.ts'
import { asJson } from '../shared/read-answer.ts'
import { retryAfter } from '../shared/retry-after.ts'
import { camel } from './wire.ts'

/** The operator's answer when an entity tag no longer matches (facts/partner-center 4.3). */
export const staleTag = '2055'

// facts/partner-center 3 and 6.6. What is not listed follows from the HTTP status.
const byCode: Readonly<Record<string, FaultKind>> = {
  // Our own token, role, programme or standing.
  '800001': 'unauthorised',
  '900420': 'unauthorised',
  ...Object.fromEntries(Object.keys(missingAccess).map((code) => [code, 'unauthorised'] as const)),
  // Microsoft Graph's words for the same.
  InvalidAuthenticationToken: 'unauthorised',
  Authorization_RequestDenied: 'unauthorised',
  Forbidden: 'unauthorised',
  // A 409 like those below, but waiting does not bring the base back.
  [baseInactive]: 'refused',
  // A state that passes. Some of these are or were 400.
  '2055': 'busy',
  '800060': 'busy',
  '800082': 'busy',
  '900277': 'busy',
  '900278': 'busy',
  '900279': 'busy',
  '900280': 'busy',
}

const codeOrNumber = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((code) => (code == null || code === '' ? undefined : String(code)))

/** Microsoft Graph puts what it says inside `error`. */
function unwrapped(body: unknown): unknown {
  const plain = camel(body)
  const inner = z.object({ error: z.record(z.string(), z.unknown()) }).safeParse(plain).data?.error
  return inner ?? plain
}

// The three shapes of 4.5, the one of the sign-in endpoint (`error`, `error_description`), and that of Microsoft Graph.
const errorBody = z.preprocess(
  unwrapped,
  z.object({
    code: codeOrNumber,
    error: codeOrNumber.catch(undefined),
    description: z.string().nullish().catch(null),
    message: z.string().nullish().catch(null),
    error_description: z.string().nullish().catch(null),
  }),
)

/** What an answer that is not a success means to us. */
export function faultOf(service: string, answer: Answer, now: Clock): OutsideFault {
  const body = errorBody.safeParse(asJson(answer.text)).data
  const code = isForeign(answer) ? unreadable : (body?.code ?? body?.error)
  // 4.5: up to 1024 characters.
  const description = (body?.description ?? body?.message ?? body?.error_description)?.slice(0, 1024)
  const retryAfterMs = retryAfter(answer.headers.get('Retry-After'), now)
  return new OutsideFault({
    service,
    kind: kindOf(answer.status, code),
    status: answer.status,
    ...(code !== undefined && { code }),
    ...(description !== undefined && { description }),
    ...(answer.correlationId !== undefined && { correlationId: answer.correlationId }),
    ...(retryAfterMs !== null && { retryAfterMs, waitUntil: later(now(), retryAfterMs) }),
  })
}

function kindOf(status: number, code: string | undefined): FaultKind {
  if (status === 429) return 'throttled'
  // 408: whoever is in between gave up waiting, and the call may have arrived.
  if (status >= 500 || status === 408) return 'unreachable'
  if (code === unreadable) return 'unreachable'
  const known = code !== undefined && Object.hasOwn(byCode, code) ? byCode[code] : undefined
  if (known !== undefined) return known
  if (status === 401) return 'unauthorised'
  if (status === 404) return 'not-found'
  // 6.3: around a renewal calls give 409, with a code nobody published.
  if (status === 409) return 'busy'
  return 'refused'
}

/**
 * Whether somebody else answered in the operator's place. It never redirects, and explains a no in JSON or not at all:
 * a page comes from a proxy, or from an address that is another's. With 401, 408, 429 and 5xx the status says enough.
 */
function isForeign({ status, text }: Answer): boolean {
  if (status >= 500 || status === 401 || status === 408 || status === 429) return false
  return status < 400 || /^\s*</.test(text)
}

/** The operator understood and said no: nothing was carried out by this request. */
export function isRefusal(cause: unknown): cause is OutsideFault {
  return cause instanceof OutsideFault && cause.facts.kind !== 'unreachable' && cause.facts.kind !== 'throttled'
}
