import { z } from 'zod'
import type { Lane } from '../../domain/customers/lane.ts'
import type { OperatorSubscription, Provisioning } from '../../domain/ports/operator-lane.ts'
import type { CustomerId, SubscriptionId } from '../../domain/shared/ids.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import type { PartnerCenterClient } from './client.ts'
import type { Answer } from '../shared/exchange.ts'
import { asJson } from '../shared/read-answer.ts'
import { isRefusal, staleTag } from './faults.ts'
import type { FollowLocation } from './follow-location.ts'
import { pagesOf } from './pages.ts'
import { customerPath } from './paths.ts'
import { readable } from './readable.ts'
import type { RequestIds } from './request-ids.ts'
import { subscriptionOf } from './subscription-of.ts'
import type { RawResource, Wanted } from './wanted.ts'
import { provisioningWire, subscriptionWire, type SubscriptionWire } from './wire.ts'

interface Resource {
  readonly raw: RawResource
  readonly read: SubscriptionWire
}

interface Subscriptions {
  list(customer: CustomerId): Promise<readonly OperatorSubscription[]>
  one(customer: CustomerId, subscription: SubscriptionId): Promise<OperatorSubscription>
  /** Reads afresh, changes what is wanted and nothing else; a subscription already there is left alone. */
  change(customer: CustomerId, subscription: SubscriptionId, wanted: Wanted, intent: string): Promise<void>
  provisioned(customer: CustomerId, subscription: SubscriptionId): Promise<Provisioning>
}

/** How soon to look again where a tag was stale twice: somebody else is writing, and will have ended. */
const staleTagMs = 5_000

/** A lane's subscriptions over its API (facts/partner-center 6). Everything throws `OutsideFault`. */
export function openSubscriptions(
  client: PartnerCenterClient,
  lane: Lane,
  requestIds: RequestIds,
  follow: FollowLocation,
): Subscriptions {
  async function get(path: string, id: SubscriptionId): Promise<Resource> {
    return client.read(resourceOf(id), await client.call({ method: 'GET', path }))
  }

  return {
    async list(customer) {
      const path = customerPath(customer, 'subscriptions')
      const found: OperatorSubscription[] = []
      for await (const page of pagesOf(client, path, subscriptionWire))
        found.push(...page.map((wire) => subscriptionOf(wire, lane)))
      return found
    },

    async one(customer, id) {
      return subscriptionOf((await get(customerPath(customer, 'subscriptions', id), id)).read, lane)
    },

    async change(customer, id, wanted, intent) {
      const path = customerPath(customer, 'subscriptions', id)
      for (let tries = 1; ; tries += 1) {
        const { raw, read } = await get(path, id)
        if (wanted.holds(read)) return
        try {
          const requestId = requestIds.of(intent)
          const body = wanted.applied(raw)
          const answer = await client.call({ method: 'PATCH', path, headers: ifMatch(read), body, requestId })
          // Any success but a 202 shows the resource (6.1). Without it, nobody knows who answered, and what was done.
          if (answer.status === 202) await follow(answer, isUnderWay(id, wanted))
          else client.read(resourceOf(id), answer)
          return
        } catch (cause) {
          if (!isRefusal(cause)) throw cause
          if (!cause.facts.afterSilence) requestIds.refused(intent)
          if (cause.facts.code === staleTag && tries === 1) continue
          // An earlier try whose answer was lost may be what the operator objects to.
          if (wanted.holds((await get(path, id)).read)) return
          // Not a state to wait out: the next look brings a fresh tag.
          throw cause.facts.code === staleTag ? new OutsideFault({ ...cause.facts, retryAfterMs: staleTagMs }) : cause
        }
      }
    },

    async provisioned(customer, id) {
      const path = customerPath(customer, 'subscriptions', id, 'provisioningstatus')
      const answer = await readable(client.call({ method: 'GET', path }))
      return answer === null ? 'unknown' : client.read(provisioningWire, answer).status
    },
  }
}

/** Asked at the subscription itself, or at its provisioning status (6.1); anything else is not worth asking again. */
function isUnderWay(id: SubscriptionId, wanted: Wanted): (seen: Answer) => boolean {
  return ({ text }) => {
    const body = asJson(text)
    const resource = resourceOf(id).safeParse(body)
    if (resource.success) return !wanted.holds(resource.data.read)
    return provisioningWire.safeParse(body).data?.status === 'pending'
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

/** Sent exactly when the operator gave an entity tag, in double quotes (facts/partner-center 4.3, 15). */
function ifMatch({ attributes }: SubscriptionWire): Readonly<Record<string, string>> {
  const tag = attributes?.etag ?? ''
  if (tag === '') return {}
  return { 'If-Match': /^(W\/)?".*"$/.test(tag) ? tag : `"${tag}"` }
}
