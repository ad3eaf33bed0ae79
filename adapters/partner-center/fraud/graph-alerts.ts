import { z } from 'zod'
import type { Lane } from '../../../domain/customers/lane.ts'
import type { Signal } from '../../../domain/fraud/signal.ts'
import type { FeedItem, FraudFeed, ResolvedReason } from '../../../domain/ports/fraud-feed.ts'
import { OutsideFault, unreadable } from '../../../domain/shared/outside-fault.ts'
import type { PartnerCenterClient } from '../client.ts'
import { graphEndpointsOf, type Endpoints } from '../endpoints.ts'
import type { Answer } from '../../shared/exchange.ts'
import { eachTold } from './each-told.ts'
import { newestFirst } from './newest-first.ts'
import { isMadeUp, signalOf, type FeedShape } from './signal-of.ts'

/** facts/partner-center 9.2 */
const shape: FeedShape = {
  name: 'graph',
  id: 'id',
  status: 'status',
  type: 'alertType',
  firstSeen: ['firstObservedDateTime', 'detectedDateTime'],
  lastSeen: ['lastObservedDateTime', 'detectedDateTime'],
  hits: ['hitCount'],
  resourceId: 'resourceId',
  resourceKind: 'resourceType',
  historyAt: 'updatedDateTime',
  alsoTold: {
    catalogOfferId: 'catalogOfferId',
    valueAddedResellerTenantId: 'valueAddedResellerTenantId',
    resolvedBy: 'resolvedBy',
  },
}

const path = 'beta/security/partner/securityAlerts'

/** Whatever is not resolved, words this desk does not know included. */
const notResolved = { $filter: "status ne 'resolved'" }

const pageWire = z.object({ value: z.array(z.unknown()), '@odata.nextLink': z.string().nullish() })

/** More than all that is open anywhere: a list that goes on has no end. */
const mostPages = 500

type Page = Pick<Parameters<PartnerCenterClient['call']>[0], 'path' | 'query'>

/**
 * Microsoft Graph partner security alerts (facts/partner-center 9.2), which exist under `/beta` only; whether US Government
 * has them is unknown (9.3), so that a no there is a fault to be told of like any other. `client` speaks to Graph.
 */
export function openGraphAlerts(client: PartnerCenterClient, lane: Lane, endpoints: Endpoints): FraudFeed {
  const service = `graph:${lane}`

  async function pages(
    first: Page,
    mayGoOn: (page: readonly Signal[]) => boolean = () => true,
  ): Promise<readonly Signal[]> {
    const found = new Map<string, Signal>()
    const asked = new Set<string>()
    for (let page: Page | null = first; page !== null;) {
      asked.add(JSON.stringify(page))
      const answer = await client.call({ method: 'GET', ...page })
      const { value, '@odata.nextLink': next } = client.read(pageWire, answer)
      const shown = value.map((raw) => signalOf(raw, lane, shape))
      for (const signal of shown) found.set(signal.id, signal)
      if (!mayGoOn(shown)) break
      page = next == null ? null : following(next, answer)
      if (page !== null && (asked.has(JSON.stringify(page)) || asked.size === mostPages)) throw unclear(answer)
    }
    return [...found.values()]
  }

  /** Half a list is never passed off as the whole: an alert that is missing could be taken for one that has ended. */
  function unclear({ status, correlationId }: Answer): OutsideFault {
    const reference = correlationId === undefined ? {} : { correlationId }
    return new OutsideFault({ service, kind: 'unreachable', status, code: unreadable, ...reference })
  }

  /** Only at the host that is asked anyway, or at the published one a stand-in speaks for: a token goes nowhere else. */
  function following(link: string, answer: Answer): Page {
    const url = URL.parse(link)
    const root = [endpoints.api, graphEndpointsOf(lane).api].find(
      (known) => url?.origin === known.origin && url.pathname === `${known.pathname}${path}`,
    )
    if (url === null || root === undefined) throw unclear(answer)
    return { path, query: Object.fromEntries(url.searchParams) }
  }

  async function open(mayGoOn?: (page: readonly Signal[]) => boolean): Promise<readonly Signal[]> {
    try {
      return await pages({ path, query: notResolved }, mayGoOn)
    } catch (cause) {
      // Which properties can be filtered is nowhere said: where this one cannot, everything is read.
      if (!(cause instanceof OutsideFault) || (cause.facts.status !== 400 && cause.facts.status !== 501)) throw cause
      return pages({ path }, mayGoOn)
    }
  }

  return {
    lane,
    name: 'graph',
    takes: new Set(['fraud', 'legitimate', 'ignore']),
    async open(isKnown) {
      const found = await open(isKnown && ((page) => !page.some(isKnown)))
      return newestFirst(found.filter(({ status }) => status !== 'resolved'))
    },
    async find({ id }) {
      if (isMadeUp(id)) return (await open()).find((each) => each.id === id) ?? null
      try {
        const answer = await client.call({ method: 'GET', path: `${path}/${segment(id)}` })
        return signalOf(client.read(z.unknown(), answer), lane, shape)
      } catch (cause) {
        if (!(cause instanceof OutsideFault) || cause.facts.kind !== 'not-found') throw cause
        // A 404 may also say that there are no such alerts at all in this cloud: then it is not this one that has gone.
        await pages({ path, query: notResolved }, () => false)
        return null
      }
    },
    async resolve(items, reason) {
      await eachTold(items.map((item) => () => tell(item, reason)))
    },
  }

  async function tell({ id }: FeedItem, resolvedReason: ResolvedReason): Promise<void> {
    if (isMadeUp(id)) throw new OutsideFault({ service, kind: 'refused', code: 'no-id' })
    await client.call({ method: 'PATCH', path: `${path}/${segment(id)}`, body: { status: 'resolved', resolvedReason } })
  }
}

/** A dot segment would name another resource. */
function segment(id: string): string {
  if (/^\.{0,2}$/.test(id)) throw new Error('not an id of an alert')
  return encodeURIComponent(id)
}
