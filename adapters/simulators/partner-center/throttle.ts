import { msOf, type Instant } from '../../../domain/shared/time.ts'
import { errorAnswer, type WireAnswer } from './wire-answer.ts'

/** Counts the partner's requests by the minute (facts/partner-center 4.6). */
export interface Throttle {
  /** The 429 of a request too many, in shape C; null while the minute has room. */
  admit(limit: number, now: Instant): WireAnswer | null
}

const minute = 60_000

export function openThrottle(): Throttle {
  let began = Number.NEGATIVE_INFINITY
  let count = 0
  return {
    admit(limit, now) {
      const at = msOf(now)
      if (at - began >= minute) {
        began = at
        count = 0
      }
      count += 1
      return count <= limit ? null : tooMany(Math.max(1, Math.ceil((began + minute - at) / 1000)))
    },
  }
}

export function tooMany(retryAfterSeconds: number): WireAnswer {
  const text = `Rate limit is exceeded. Try again in ${retryAfterSeconds} seconds.`
  return { ...errorAnswer('C', 429, 429, text), headers: { 'Retry-After': String(retryAfterSeconds) } }
}
