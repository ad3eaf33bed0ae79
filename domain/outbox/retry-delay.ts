import type { OutsideFault } from '../shared/outside-fault.ts'
import { later, type Instant } from '../shared/time.ts'
import type { OutboxEntry } from './outbox-entry.ts'

const seconds = 1000
const minutes = 60 * seconds
const hours = 60 * minutes

/**
 * How long to wait before the next try, in ms. The outside's own word goes first, up to an hour: one bad header must
 * not put a promise off beyond all patience. A state that passes by itself (a renewal window lasts up to 24 h,
 * facts/partner-center 6.3) is looked at hourly; silence backs off to ten minutes.
 */
export function retryDelay(fault: OutsideFault, attempts: number): number {
  if (fault.facts.retryAfterMs !== undefined) return Math.min(Math.max(fault.facts.retryAfterMs, seconds), hours)
  if (fault.facts.kind === 'busy') return hours
  return Math.min(5 * seconds * 2 ** Math.min(attempts, 10), 10 * minutes)
}

/** How soon an accepted act is looked at again, in ms. */
export function confirmDelay(attempts: number): number {
  return Math.min(2 * seconds * 2 ** Math.min(attempts, 10), 15 * minutes)
}

/** How soon an act looks again that waits for people, or for our own account, in ms: no operator is asked for it. */
export const laneLookMs = minutes

/** After this many ms an approval is too old to begin acting on it: whoever gave it looked at another day. */
export const approvalHolds = 48 * hours

/** After this many ms a fault that would pass is taken as final, and people are asked. */
export function patience(fault: OutsideFault): number {
  return fault.facts.kind === 'busy' ? 48 * hours : 24 * hours
}

/** The promise as it is tried again after a fault that passes. */
export function tryAgain(entry: OutboxEntry, fault: OutsideFault, now: Instant): OutboxEntry {
  return { ...entry, attempts: entry.attempts + 1, dueAt: later(now, retryDelay(fault, entry.attempts)) }
}
