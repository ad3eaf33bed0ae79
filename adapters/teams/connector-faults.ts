import { z } from 'zod'
import { OutsideFault, type FaultKind } from '../../domain/shared/outside-fault.ts'
import { UntrustedServiceUrl } from './connector-factory.ts'

const answered = z.object({
  statusCode: z.number(),
  code: z.string().optional(),
  message: z.string(),
  response: z.object({ headers: z.custom<{ get(name: string): string | undefined }>() }).optional(),
})

/** What went wrong, as a fault; what can only be our own mistake (400, 413, a slip in the code) stays an error. */
export function asFault(cause: unknown, nowMs: number): Error {
  if (cause instanceof OutsideFault) return cause
  if (cause instanceof UntrustedServiceUrl) return fault('refused', { code: 'UntrustedServiceUrl', cause })
  const { data: answer } = answered.safeParse(cause)
  if (!answer) return unanswered(cause)
  const { statusCode: status, code, message } = answer
  const kind = kindOf(status)
  if (kind === null) return new Error(`Teams did not take the message: ${status} ${code ?? ''}`, { cause })
  const asked = answer.response?.headers.get('retry-after')
  return fault(kind, {
    status,
    description: message,
    cause,
    ...(code === undefined ? {} : { code }),
    ...(asked === undefined ? {} : { retryAfterMs: waitOf(asked, nowMs) }),
  })
}

function kindOf(status: number): FaultKind | null {
  if (status === 401) return 'unauthorised'
  // MessageWritesBlocked, BotNotInConversationRoster and their like: blocked, uninstalled, or forbidden by policy.
  if (status === 403) return 'refused'
  if (status === 404 || status === 410) return 'not-found'
  // Teams answers 412 where two writes met; like 429 it passes.
  if (status === 412 || status === 429) return 'throttled'
  return status >= 500 || status === 408 ? 'unreachable' : null
}

function fault(kind: FaultKind, facts: Omit<ConstructorParameters<typeof OutsideFault>[0], 'kind' | 'service'>) {
  return new OutsideFault({ service: 'teams', kind, ...facts })
}

/** Seconds or a date; nothing sensible counts as none. An hour is the longest window Teams counts in. */
function waitOf(asked: string, nowMs: number): number {
  const ms = /^\d+$/.test(asked) ? Number(asked) * 1_000 : Date.parse(asked) - nowMs
  return Number.isNaN(ms) ? 0 : Math.min(3_600_000, Math.max(0, ms))
}

/** What Node and undici call a network that failed; other codes (a full disk, a slip of ours) say nothing of Teams. */
const networkCode = /^(?:ECONN\w+|ENOTFOUND|EAI_\w+|ETIMEDOUT|EPIPE|EPROTO|E(?:HOST|NET)UNREACH|UND_ERR_\w+)$/

/** No answer of Teams: the network failed, time ran out, or the sign-in service gave us no token. */
function unanswered(cause: unknown): Error {
  const { name, code, errorCode } = (cause ?? {}) as { name?: unknown; code?: unknown; errorCode?: unknown }
  if (typeof errorCode === 'string')
    return fault(/^(?:network_error|endpoints_resolution_error)$/.test(errorCode) ? 'unreachable' : 'unauthorised', {
      cause,
    })
  // The connector's own error; its code may be any the network has, a certificate's too.
  if (name === 'AbortError' || name === 'RestError' || networkCode.test(String(code)))
    return fault('unreachable', { cause })
  return cause instanceof Error ? cause : new Error('Teams could not be spoken to', { cause })
}
