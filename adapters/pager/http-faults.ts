import { OutsideFault, type FaultKind } from '../../domain/shared/outside-fault.ts'
import { msOf, type Instant } from '../../domain/shared/time.ts'

/** An answer other than 2xx as a fault. A redirect is refused: it would carry what is signed to another address. */
export function httpFault(
  service: string,
  { status, headers }: Pick<Response, 'status' | 'headers'>,
  at: Instant,
): OutsideFault {
  const kind = kindOf(status)
  const wait = kind === 'refused' || kind === 'unauthorised' ? null : waitMs(headers.get('Retry-After'), at)
  return new OutsideFault({
    service,
    kind,
    status,
    code: status >= 300 && status < 400 ? 'redirect' : `http-${status}`,
    ...(wait !== null && { retryAfterMs: wait }),
  })
}

function kindOf(status: number): FaultKind {
  if (status === 429) return 'throttled'
  if (status >= 500 || status === 408 || status === 425) return 'unreachable'
  return status === 401 || status === 403 ? 'unauthorised' : 'refused'
}

/** Seconds, or a date (RFC 9110 10.2.3). */
function waitMs(header: string | null, at: Instant): number | null {
  if (header === null) return null
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * 1000
  const until = Date.parse(header)
  return Number.isNaN(until) ? null : Math.max(0, until - msOf(at))
}
