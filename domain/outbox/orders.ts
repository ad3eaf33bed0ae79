import type { NewId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import type { Order, OutboxEntry } from './outbox-entry.ts'

/** A new promise, due at a moment. */
export function order(newId: NewId, what: Order, dueAt: Instant): OutboxEntry {
  return { id: newId(), order: what, dueAt, attempts: 0 }
}
