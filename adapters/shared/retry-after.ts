import { msOf, type Clock } from '../../domain/shared/time.ts'

/** Nobody is kept away for longer by one header: until then nothing at all would be asked in the account's name. */
const longestWaitMs = 3_600_000

/** What a `Retry-After` header asks for, in ms and an hour at most; null where it asks for nothing that can be read. */
export function retryAfter(header: string | null, now: Clock): number | null {
  if (header === null) return null
  if (/^\d+$/.test(header)) return Math.min(Number(header) * 1000, longestWaitMs)
  // HTTP's other form is a date; Date.parse alone would take almost anything for one.
  const ms = /^[A-Z][a-z]{2}, .* GMT$/.test(header) ? Date.parse(header) - msOf(now()) : Number.NaN
  return Number.isFinite(ms) ? Math.min(Math.max(0, ms), longestWaitMs) : null
}
