import type { Lane } from '../customers/lane.ts'
import type { Signal } from '../fraud/signal.ts'
import { order } from '../outbox/orders.ts'
import type { OutboxEntry } from '../outbox/outbox-entry.ts'
import type { Commit, DeskStore } from '../ports/desk-store.ts'
import type { OperatorDirectory } from '../ports/operator-directory.ts'
import type { CustomerId, NewId } from '../shared/ids.ts'
import { never } from '../shared/outcome.ts'
import { dayAt, later, type Clock, type Instant, type TimeZone } from '../shared/time.ts'
import { untilFresh } from '../shared/versioned.ts'
import { blankWebhook, type LaneWebhook } from './lane-webhook.ts'
import { looksSince } from './looks-since.ts'
import { eventKind, type EventEnd, type WebhookEvent } from './webhook-event.ts'

/** What an event leads to; each throws `OutsideFault` where it must be tried again. */
export interface FollowSteps {
  /** Looks at the lane's feeds of suspicious use at once. */
  readonly lookAtFeeds: (lane: Lane) => Promise<void>
  readonly lookAt: (lane: Lane, customer: CustomerId) => Promise<void>
  readonly takeSignals: (lane: Lane, signals: readonly Signal[]) => Promise<unknown>
}

interface FollowParts extends FollowSteps {
  readonly store: DeskStore
  readonly operators: Pick<OperatorDirectory, 'customers'>
  readonly timeZone: TimeZone
  readonly now: Clock
  readonly newId: NewId
}

/** Longer than an answer to our own question takes. */
const testAwaitedMs = 3_600_000
/** When a lane's last event came is known to the minute: many in a row are one write. */
const noteEveryMs = 60_000
/** A clock that differs from ours by less is right. */
const skewMs = 10 * 60_000

/** Which types were told of on which day. Id of a `digest`. */
const toldId = 'unknown-events'

/** Follows one event and keeps its promise; safe to be done twice. */
export function eventFollower(parts: FollowParts): (entry: OutboxEntry, id: string) => Promise<void> {
  const { store, operators, timeZone, now, newId } = parts
  const looks = looksSince<Lane>(now)

  return async (entry, id) => {
    const event = (await store.get('webhook-event', id))?.value
    if (!event || event.ended !== null) return store.commit({ settle: [entry.id] })
    const as = await followed(event, id)
    const at = now()
    await untilFresh(async () => {
      const found = await store.get('webhook-event', id)
      const save = found
        ? [
            {
              kind: 'webhook-event',
              id,
              value: { ...found.value, ended: { as, at } },
              basedOn: found.version,
            } as const,
          ]
        : []
      const noted = await noteArrival(event)
      const told = as === 'unknown' ? await tellOnce(event, at) : {}
      await store.commit({
        ...told,
        save: [...save, ...(noted.save ?? []), ...(told.save ?? [])],
        settle: [entry.id],
      })
    })
  }

  async function followed(event: WebhookEvent, id: string): Promise<EventEnd> {
    const { lane, name, customer, receivedAt } = event
    const kind = eventKind(name)
    switch (kind) {
      case 'fraud':
        await looks(lane, receivedAt, () => parts.lookAtFeeds(lane))
        return 'followed'
      case 'subscription':
        if (customer === null) return 'noted'
        if (!isOurs(lane, customer)) return 'stray'
        await parts.lookAt(lane, customer)
        return 'followed'
      case 'usage-threshold':
        if (customer === null) return 'noted'
        // Anybody can have the operator send events here that are about customers of theirs: those raise nothing.
        if (!isOurs(lane, customer)) return 'stray'
        await parts.takeSignals(lane, [usageThreshold(event, id, customer)])
        return 'followed'
      case 'test':
        return 'followed'
      case 'irrelevant':
        return 'noted'
      case 'unknown':
        return 'unknown'
      default:
        return never(kind)
    }
  }

  function isOurs(lane: Lane, customer: CustomerId): boolean {
    return operators.customers().some((known) => known.lane === lane && known.tenantId.toLowerCase() === customer)
  }

  /** The lane's record after this event; nothing where it would say the same. */
  async function noteArrival(event: WebhookEvent): Promise<Pick<Commit, 'save'>> {
    const { lane, receivedAt } = event
    const found = await store.get('webhook', lane)
    const before = found?.value ?? blankWebhook(lane)
    const proven = eventKind(event.name) === 'test' ? provenBy(event, before) : null
    const isNew = before.lastEventAt === null || before.lastEventAt <= later(receivedAt, -noteEveryMs)
    if (!isNew && proven === null) return {}
    const value: LaneWebhook = {
      ...before,
      lastEventAt: isNew ? receivedAt : before.lastEventAt,
      ...(proven !== null && {
        provenAt: proven,
        test: before.test && { ...before.test, over: true },
        trouble: before.trouble?.what === 'registration' ? before.trouble : null,
      }),
    }
    return { save: [{ kind: 'webhook', id: lane, value, basedOn: found?.version ?? null }] }
  }

  /** Each type is told of once a day, and written into the audit trail, where it stays. */
  async function tellOnce({ lane, name, customer }: WebhookEvent, at: Instant): Promise<Commit> {
    const day = dayAt(at, timeZone)
    const key = `${day} ${lane} ${name.toLowerCase()}`
    const found = await store.get('digest', toldId)
    const told = found?.value.told ?? []
    if (told.includes(key)) return {}
    const value = { told: [...told.filter((each) => each.startsWith(day)), key] }
    return {
      save: [{ kind: 'digest', id: toldId, value, basedOn: found?.version ?? null }],
      audit: [
        {
          at,
          by: 'desk',
          what: 'webhook.unknown',
          about: `lane:${lane}`,
          lane,
          details: { event: name, ...(customer !== null && { customer }) },
        },
      ],
      outbox: [order(newId, { kind: 'announce-news', news: { kind: 'unknown-event', lane, name } }, at)],
    }
  }
}

/**
 * Since when a test event proves the road; null where it proves nothing new. One without a date proves it only while
 * one is awaited: its copies cannot be told from it.
 */
function provenBy({ changedAt, receivedAt }: WebhookEvent, { test, provenAt }: LaneWebhook): Instant | null {
  const awaited = test !== null && test.askedAt > later(receivedAt, -testAwaitedMs)
  if (changedAt === null && !awaited) return null
  const at = changedAt === null || changedAt > later(receivedAt, -skewMs) ? receivedAt : changedAt
  return provenAt === null || at > provenAt ? at : null
}

/** The operator's own word for spending beyond the budget that was set (facts/partner-center 9.5, 10.3). */
function usageThreshold({ lane, receivedAt, changedAt }: WebhookEvent, id: string, customer: CustomerId): Signal {
  const at = changedAt ?? receivedAt
  return {
    // Neither feed has it, so nobody is told how it ended.
    source: 'desk',
    id: `usage-threshold:${id}`,
    lane,
    customer,
    customerName: null,
    subscription: null,
    subscriptionName: null,
    type: 'usageThreshold',
    suspicion: 'fraud',
    severity: 'unknown',
    confidence: 'unknown',
    status: 'active',
    title: null,
    description: null,
    firstSeenAt: at,
    lastSeenAt: at,
    hits: null,
    resources: [],
    country: null,
    isTest: false,
    resolvedReason: null,
    details: {},
  }
}
