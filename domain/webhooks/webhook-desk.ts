import type { Lane } from '../customers/lane.ts'
import type { OutboxEntry } from '../outbox/outbox-entry.ts'
import type { DeskStore } from '../ports/desk-store.ts'
import type { OperatorDirectory } from '../ports/operator-directory.ts'
import type { WebhooksOf } from '../ports/operator-webhooks.ts'
import type { NewId } from '../shared/ids.ts'
import type { OutsideFault } from '../shared/outside-fault.ts'
import type { Clock, Instant, TimeZone } from '../shared/time.ts'
import { eventFollower, type FollowSteps } from './follow-event.ts'
import { registrationKeeper } from './keep-registered.ts'
import { blankWebhook, isProven, pollEveryMs, type LaneWebhook } from './lane-webhook.ts'
import { createWebhookInbox, type WebhookInbox } from './webhook-inbox.ts'

export interface WebhookDeskParts extends FollowSteps {
  readonly store: DeskStore
  readonly operators: Pick<OperatorDirectory, 'customers'>
  readonly webhooksOf: WebhooksOf
  readonly timeZone: TimeZone
  readonly now: Clock
  readonly newId: NewId
}

/** How a lane's road of events stands, as people are told. */
export interface RoadOfEvents {
  readonly lane: Lane
  readonly record: LaneWebhook
  /** A test event arrived within the last day. */
  readonly proven: boolean
  /** How often the lane's feeds are asked because of that, in ms. */
  readonly pollEveryMs: number
  /** Types this desk has never heard of, with how many came and when the last did. */
  readonly unknown: readonly { readonly name: string; readonly count: number; readonly lastAt: Instant }[]
}

/** What operators tell by themselves. */
export interface WebhookDesk extends WebhookInbox {
  /** Follows one event and keeps its promise. */
  follow(entry: OutboxEntry, id: string): Promise<void>
  /** Keeps the lane's operator sending events to `address`; null: there is none. Answers what went wrong outside. */
  keepRegistered(lane: Lane, address: string | null): Promise<OutsideFault | null>
  road(lane: Lane): Promise<RoadOfEvents>
  /** Whether a test event arrived in the lane within the last day. */
  provenWithin24h(lane: Lane): Promise<boolean>
}

export function createWebhookDesk(parts: WebhookDeskParts): WebhookDesk {
  const { store, now } = parts
  const recordOf = async (lane: Lane) => (await store.get('webhook', lane))?.value ?? null
  return {
    ...createWebhookInbox(parts),
    follow: eventFollower(parts),
    keepRegistered: registrationKeeper(parts),
    async road(lane) {
      const record = await recordOf(lane)
      const unknown = new Map<string, { name: string; count: number; lastAt: Instant }>()
      for (const { value } of await store.list('webhook-event')) {
        if (value.lane !== lane || value.ended?.as !== 'unknown') continue
        const count = (unknown.get(value.name)?.count ?? 0) + 1
        unknown.set(value.name, { name: value.name, count, lastAt: value.receivedAt })
      }
      return {
        lane,
        record: record ?? blankWebhook(lane),
        proven: isProven(record, now()),
        pollEveryMs: pollEveryMs(record, now()),
        unknown: [...unknown.values()],
      }
    },
    provenWithin24h: async (lane) => isProven(await recordOf(lane), now()),
  }
}
