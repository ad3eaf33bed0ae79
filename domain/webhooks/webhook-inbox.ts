import type { Lane } from '../customers/lane.ts'
import { order } from '../outbox/orders.ts'
import { StaleWrite, type DeskStore } from '../ports/desk-store.ts'
import type { NewId } from '../shared/ids.ts'
import type { Clock } from '../shared/time.ts'
import { copiesUntil, customerIn, isOutOfTime, type WebhookNotice } from './webhook-event.ts'

/** What the door answers by: kept for sure, known already, or signed too long ago. */
export type Received = 'kept' | 'copy' | 'out-of-time'

/** More than a day's worst storm; older ones that were followed go first, and a copy of them is only one more hint. */
const mostKept = 5_000

/** Takes in what an operator's signature vouches for, each event once. */
export interface WebhookInbox {
  /** Resolves once the event is kept for good, with the promise to follow it. `key`: what its copies have in common. */
  receive(lane: Lane, key: string, notice: WebhookNotice): Promise<Received>
  /** Forgets events that were followed, once a copy of them would not be let in any more. */
  tidy(): Promise<void>
}

export function createWebhookInbox(parts: {
  readonly store: DeskStore
  readonly now: Clock
  readonly newId: NewId
}): WebhookInbox {
  const { store, now, newId } = parts
  return {
    async receive(lane, key, notice) {
      const at = now()
      if (isOutOfTime(notice, at)) return 'out-of-time'
      if (await store.get('webhook-event', key)) return 'copy'
      const { name, resource, changedAt } = notice
      const value = { lane, name, customer: customerIn(resource), changedAt, receivedAt: at, ended: null }
      try {
        await store.commit({
          save: [{ kind: 'webhook-event', id: key, value, basedOn: null }],
          outbox: [order(newId, { kind: 'follow-event', event: key }, at)],
        })
        return 'kept'
      } catch (fault) {
        // The same event twice at the same moment: the other one has it.
        if (fault instanceof StaleWrite) return 'copy'
        throw fault
      }
    },

    async tidy() {
      const at = now()
      const ended = (await store.list('webhook-event')).filter(({ value }) => value.ended !== null)
      const over = ended.filter(({ value }, index) => copiesUntil(value) < at || index < ended.length - mostKept)
      if (over.length === 0) return
      await store
        .commit({ remove: over.map(({ id, version }) => ({ kind: 'webhook-event', id, basedOn: version })) })
        .catch((fault: unknown) => {
          // The next time will do.
          if (!(fault instanceof StaleWrite)) throw fault
        })
    },
  }
}
