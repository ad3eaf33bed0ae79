import type { OutboxEntry } from '../outbox/outbox-entry.ts'
import type { OutsideFault } from '../shared/outside-fault.ts'
import { later, msOf, type Instant } from '../shared/time.ts'
import type { AskedChange, ServiceRequest } from './service-request.ts'

/** How long what passes by itself is waited out, before a person is asked. */
const patienceMs = 24 * 3_600_000
/** Tried at least so often, about an hour: what stood in a stopped lane for days has not been tried at all. */
const leastTries = 12
/** How soon a change looks whether the one before it is over. */
const turnMs = 5_000

/** Whether a promise that was made then is tried again after this fault. */
export function isTriedAgain(fault: OutsideFault, { attempts }: OutboxEntry, since: Instant, now: Instant): boolean {
  return fault.retryable && (attempts < leastTries || msOf(now) - msOf(since) < patienceMs)
}

/** Whether an earlier change on the same road is owed yet: they arrive in the order in which they were asked. */
export function hasEarlier({ changes }: ServiceRequest, { number, road }: AskedChange): boolean {
  return changes.some((each) => each.number < number && each.road === road && each.result.state === 'owed')
}

/** The promise while it waits for its turn. */
export function afterTheOthers(entry: OutboxEntry, now: Instant): OutboxEntry {
  return { ...entry, dueAt: later(now, turnMs) }
}
