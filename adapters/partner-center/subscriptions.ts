import { z } from 'zod'
import type { Lane } from '../../domain/customers/lane.ts'
import type { OperatorSubscription } from '../../domain/ports/operator-lane.ts'
import type { CustomerId, SubscriptionId } from '../../domain/shared/ids.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import type { PartnerCenterClient } from './client.ts'
import { staleTag } from './faults.ts'
import { pagesOf } from './pages.ts'
import { openRequestIds } from './request-ids.ts'
import { subscriptionOf } from './subscription-of.ts'
import { subscriptionWire, type SubscriptionWire } from './wire.ts'

interface Resource {
  /** Exactly as received: a change sends the whole of it back, since what is left out is reset (facts/partner-center 6.1). */
  readonly raw: Readonly<Record<string, unknown>>
  readonly read: SubscriptionWire
}

interface Subscriptions {
  list(customer: CustomerId): Promise<readonly OperatorSubscription[]>
  one(customer: CustomerId, subscription: SubscriptionId): Promise<OperatorSubscription>
  /** Reads afresh, changes the status and nothing else; a subscription already there is left alone. */
  change(
    customer: CustomerId,
    subscription: SubscriptionId,
    status: 'suspended' | 'active',
    intent: string,
  ): Promise<void>
}

/** How soon to look again where a tag was stale twice: somebody else is writing, and will have ended. */
const staleTagMs = 5_000

/** A lane's subscriptions over its API (facts/partner-center 6). Everything throws `OutsideFault`. */
export function openSubscriptions(client: PartnerCenterClient, lane: Lane): Subscriptions {
  const requestIds = openRequestIds()

  async function get(path: string, id: SubscriptionId): Promise<Resource> {
    return client.read(resourceOf(id), await client.call({ method: 'GET', path }))
  }

  return {
    async list(customer) {
      const path = pathOf(customer)
      const found: OperatorSubscription[] = []
      for await (const page of pagesOf(client, path, subscriptionWire))
        found.push(...page.map((wire) => subscriptionOf(wire, lane)))
      return found
    },

    async one(customer, id) {
      return subscriptionOf((await get(pathOf(customer, id), id)).read, lane)
    },

    async change(customer, id, status, intent) {
      const path = pathOf(customer, id)
      for (let tries = 1; ; tries += 1) {
        const { raw, read } = await get(path, id)
        if (read.status === status) return
        try {
          const requestId = requestIds.of(intent)
          const body = { ...raw, ['Status' in raw ? 'Status' : 'status']: status }
          const answer = await client.call({ method: 'PATCH', path, headers: ifMatch(read), body, requestId })
          // Any success but a 202 shows the resource (6.1). Without it, nobody knows who answered, and what was done.
          if (answer.status !== 202) client.read(resourceOf(id), answer)
          return
        } catch (cause) {
          if (!isRefusal(cause)) throw cause
          if (!cause.facts.afterSilence) requestIds.refused(intent)
          if (cause.facts.code === staleTag && tries === 1) continue
          // An earlier try whose answer was lost may be what the operator objects to.
          if ((await get(path, id)).read.status === status) return
          // Not a state to wait out: the next look brings a fresh tag.
          throw cause.facts.code === staleTag ? new OutsideFault({ ...cause.facts, retryAfterMs: staleTagMs }) : cause
        }
      }
    },
  }
}

/** A body that is this very subscription. */
function resourceOf(id: SubscriptionId) {
  return z.record(z.string(), z.unknown()).transform((raw, context): Resource => {
    const read = subscriptionWire.safeParse(raw)
    if (read.success && read.data.id.toLowerCase() === id.toLowerCase()) return { raw, read: read.data }
    context.addIssue(read.error?.message ?? 'another subscription came back')
    return z.NEVER
  })
}

function pathOf(customer: CustomerId, subscription?: SubscriptionId): string {
  const ids = subscription === undefined ? [customer] : [customer, subscription]
  // A dot segment would name another resource.
  if (ids.some((id) => /^\.{0,2}$/.test(id))) throw new Error('not an id of a customer or subscription')
  const [owner, item] = ids.map(encodeURIComponent)
  return item === undefined ? `v1/customers/${owner}/subscriptions` : `v1/customers/${owner}/subscriptions/${item}`
}

/** Sent exactly when the operator gave an entity tag, in double quotes (facts/partner-center 4.3, 15). */
function ifMatch({ attributes }: SubscriptionWire): Readonly<Record<string, string>> {
  const tag = attributes?.etag ?? ''
  if (tag === '') return {}
  return { 'If-Match': /^(W\/)?".*"$/.test(tag) ? tag : `"${tag}"` }
}

/** The operator understood and said no: nothing was carried out by this request. */
function isRefusal(cause: unknown): cause is OutsideFault {
  return cause instanceof OutsideFault && cause.facts.kind !== 'unreachable' && cause.facts.kind !== 'throttled'
}
