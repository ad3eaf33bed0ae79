import { z } from 'zod'
import type { Lane } from '../../../domain/customers/lane.ts'
import type { Signal } from '../../../domain/fraud/signal.ts'
import type { FeedItem, FraudFeed, ResolvedReason } from '../../../domain/ports/fraud-feed.ts'
import { OutsideFault, unreadable } from '../../../domain/shared/outside-fault.ts'
import type { PartnerCenterClient } from '../client.ts'
import { isRefusal } from '../faults.ts'
import { derivedId, type RequestIds } from '../request-ids.ts'
import { eachTold } from './each-told.ts'
import { newestFirst } from './newest-first.ts'
import { isMadeUp, signalOf, type FeedShape } from './signal-of.ts'

/** facts/partner-center 9.1, in both models. */
const shape: FeedShape = {
  name: 'fraud-events',
  id: 'eventId',
  status: 'eventStatus',
  type: 'eventType',
  // In the published sample one pair is year 9999, the other says when it was.
  firstSeen: ['firstObserved', 'firstOccurrence', 'eventTime'],
  lastSeen: ['lastObserved', 'lastOccurrence', 'eventTime'],
  hits: ['hitCount'],
  resourceId: 'azureResourceId',
  resourceKind: 'type',
  historyAt: 'dateTime',
  alsoTold: {
    entityName: 'entityName',
    entityUrl: 'entityUrl',
    serviceName: 'serviceName',
    resourceName: 'resourceName',
    resourceGroupName: 'resourceGroupName',
    catalogOfferId: 'catalogOfferId',
    country: 'partnerCountry',
    valueAddedResellerFriendlyName: 'valueAddedResellerFriendlyName',
    resolvedBy: 'resolvedBy',
  },
}

const path = 'v1/fraudEvents'
const newModel = { 'X-NewEventsModel': 'true' }
const perPage = 200
/** More than all that is open anywhere: a list that goes on has no end, such as one whose items read otherwise each time. */
const mostPages = 500
/** How many events one call is told of; no limit is published. */
const perCall = 100

const words = { fraud: 'Fraud', ignore: 'Ignore' } as const satisfies Partial<Record<ResolvedReason, string>>

/**
 * Partner Center fraudEvents (facts/partner-center 9.1), in the newer model, in a person's name only (3.3). Whether it is
 * being retired (9.1) and whether US Government has it is unknown: a no is a fault to be told of like any other.
 */
export function openFraudEvents(client: PartnerCenterClient, lane: Lane, requestIds: RequestIds): FraudFeed {
  const service = `partner-center:${lane}`

  async function read(
    query: Readonly<Record<string, string>>,
    isKnown: (signal: Signal) => boolean = () => false,
  ): Promise<readonly Signal[]> {
    const found = new Map<string, Signal>()
    // How large a page may be is not said, so that a short one is not yet the last: that is one which brings nothing new.
    for (let page = 1; ; page += 1) {
      const before = found.size
      const paging = { PageSize: String(perPage), PageNumber: String(page) }
      const answer = await client.call({ method: 'GET', path, query: { ...query, ...paging }, headers: newModel })
      const shown = client.read(z.array(z.unknown()), answer).map((raw) => signalOf(raw, lane, shape))
      for (const signal of shown) found.set(signal.id, signal)
      if (found.size === before || shown.some(isKnown)) return [...found.values()]
      // Half a list is never passed off as the whole.
      if (page === mostPages) throw new OutsideFault({ service, kind: 'unreachable', code: unreadable })
    }
  }

  /** Never with no id at all: to the operator that means every event of the subscription (9.1). */
  async function tell(
    subscription: string,
    ids: readonly [string, ...string[]],
    ResolvedReason: string,
    intent: string,
  ): Promise<void> {
    // One answer is remembered for one id (4.1), and a verdict may take several calls.
    const own = derivedId(`${intent} ${subscription} ${ids.join(' ')}`)
    try {
      await client.call({
        method: 'POST',
        path: `${path}/subscription/${encodeURIComponent(subscription)}/status`,
        body: { EventIds: ids, EventStatus: 'Resolved', ResolvedReason },
        headers: newModel,
        requestId: requestIds.of(own),
      })
    } catch (cause) {
      if (isRefusal(cause) && !cause.facts.afterSilence) requestIds.refused(own)
      throw cause
    }
  }

  return {
    lane,
    name: 'fraud-events',
    takes: new Set(['fraud', 'ignore']),
    async open(isKnown) {
      const found = new Map<string, Signal>()
      for (const EventStatus of ['Active', 'Investigating'])
        for (const signal of await read({ EventStatus }, isKnown)) found.set(signal.id, signal)
      return newestFirst([...found.values()].filter(({ status }) => status !== 'resolved'))
    },
    async find(item) {
      const SubscriptionId = subscriptionOf(item)
      const of = SubscriptionId === null ? {} : { SubscriptionId }
      const isIt = ({ id }: Signal) => id.toLowerCase() === item.id.toLowerCase()
      const found = (await read(of)).find(isIt)
      // Whether resolved ones are among those asked for without a status is not said.
      return found ?? (await read({ ...of, EventStatus: 'Resolved' })).find(isIt) ?? null
    },
    async resolve(items, reason, intent) {
      if (reason === 'legitimate') throw new Error('fraudEvents does not take this word')
      const told = items.filter(({ id }) => id !== '' && !isMadeUp(id))
      const bySubscription = Map.groupBy(told, subscriptionOf)
      const orders = [...bySubscription].flatMap(([subscription, own]) =>
        subscription === null
          ? [async () => Promise.reject(new OutsideFault({ service, kind: 'refused', code: 'no-subscription' }))]
          : chunks(own.map(({ id }) => id)).map((ids) => () => tell(subscription, ids, words[reason], intent)),
      )
      await eachTold(orders)
      if (told.length < items.length) throw new OutsideFault({ service, kind: 'refused', code: 'no-id' })
    },
  }
}

/** An id looks like {subscription}_{entity} (9.1). */
function subscriptionOf({ id, subscription }: FeedItem): string | null {
  const found = subscription ?? id.split('_')[0] ?? ''
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(found) ? found.toLowerCase() : null
}

function chunks(ids: readonly string[]): readonly (readonly [string, ...string[]])[] {
  const [first, ...rest] = [...new Set(ids)].slice(0, perCall)
  if (first === undefined) return []
  return [[first, ...rest], ...chunks([...new Set(ids)].slice(perCall))]
}
