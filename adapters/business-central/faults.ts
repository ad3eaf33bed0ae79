import { z } from 'zod'
import { OutsideFault, unreadable, type FaultKind } from '../../domain/shared/outside-fault.ts'
import { later, type Clock } from '../../domain/shared/time.ts'
import type { Answer } from '../shared/exchange.ts'
import { asJson } from '../shared/read-answer.ts'
import { retryAfter } from '../shared/retry-after.ts'

export const service = 'business-central'

// The API's own shape, and the sign-in endpoint's.
const errorBody = z.object({
  error: z.union([z.string(), z.object({ code: z.string().nullish(), message: z.string().nullish() })]),
  error_description: z.string().nullish(),
})

/** What an answer that is not a success means to us. */
export function faultOf(answer: Answer, now: Clock): OutsideFault {
  const { status } = answer
  const body = errorBody.safeParse(asJson(answer.text)).data
  const error = typeof body?.error === 'string' ? { code: body.error, message: body.error_description } : body?.error
  const code = isForeign(answer) ? unreadable : (error?.code ?? undefined)
  const retryAfterMs = retryAfter(answer.headers.get('Retry-After'), now)
  const description = error?.message?.slice(0, 1024)
  return new OutsideFault({
    service,
    kind: kindOf(status, code),
    status,
    ...(code !== undefined && { code }),
    ...(description !== undefined && { description }),
    ...(answer.correlationId !== undefined && { correlationId: answer.correlationId }),
    ...(retryAfterMs !== null && { retryAfterMs, waitUntil: later(now(), retryAfterMs) }),
  })
}

/** By the status, and by the families of codes that the documentation names. */
function kindOf(status: number, code = ''): FaultKind {
  if (status === 429) return 'throttled'
  // 408 and 504 are what it says when a request ran too long.
  if (status >= 500 || status === 408 || code === unreadable) return 'unreachable'
  if (status === 401 || status === 403 || /^Auth(entication|orization)_/.test(code)) return 'unauthorised'
  if (status === 404 || code === 'Internal_CompanyNotFound') return 'not-found'
  return 'refused'
}

/** A page from a proxy, or from an address that is another's: the API never redirects, and says no in JSON or not at all. */
function isForeign({ status, text }: Answer): boolean {
  if (status >= 500 || status === 401 || status === 408 || status === 429) return false
  return status < 400 || /^\s*</.test(text)
}
