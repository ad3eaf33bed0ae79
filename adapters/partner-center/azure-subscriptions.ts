import type { Lane } from '../../domain/customers/lane.ts'
import type { AzureSubscription } from '../../domain/ports/operator-lane.ts'
import type { CustomerId, SubscriptionId } from '../../domain/shared/ids.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import type { PartnerCenterClient } from './client.ts'
import { isRefusal } from './faults.ts'
import { pagesOf } from './pages.ts'
import { customerPath } from './paths.ts'
import type { RequestIds } from './request-ids.ts'
import { entitlementWire } from './wire.ts'

interface AzureSubscriptions {
  list(customer: CustomerId, plan: SubscriptionId): Promise<readonly AzureSubscription[]>
  one(customer: CustomerId, plan: SubscriptionId, id: SubscriptionId): Promise<AzureSubscription>
  /** Looks first; one already there is left alone. */
  change(
    customer: CustomerId,
    plan: SubscriptionId,
    id: SubscriptionId,
    to: 'inactive' | 'active',
    intent: string,
  ): Promise<void>
}

// facts/partner-center 7: `compromise` is the only reason the operator takes.
const orders = {
  inactive: { verb: 'cancel', body: { cancellationReason: 'compromise' } },
  active: { verb: 'reactivate', body: undefined },
} as const

/** The Azure subscriptions under the Azure plans of a lane (facts/partner-center 7). Everything throws `OutsideFault`. */
export function openAzureSubscriptions(
  client: PartnerCenterClient,
  lane: Lane,
  requestIds: RequestIds,
): AzureSubscriptions {
  const service = `partner-center:${lane}`

  async function list(customer: CustomerId, plan: SubscriptionId): Promise<readonly AzureSubscription[]> {
    // 2.2, 15: 21Vianet sells no Azure; its calls stay off.
    if (lane === 'china') return []
    const path = customerPath(customer, 'subscriptions', plan, 'azureEntitlements')
    const found: AzureSubscription[] = []
    for await (const page of pagesOf(client, path, entitlementWire))
      found.push(...page.map(({ id, friendlyName, status }) => ({ id, name: friendlyName || id, plan, status })))
    return found
  }

  /** From the list: for the call that reads one, the same page names POST and GET. */
  async function one(customer: CustomerId, plan: SubscriptionId, id: SubscriptionId): Promise<AzureSubscription> {
    const found = (await list(customer, plan)).find((each) => each.id.toLowerCase() === id.toLowerCase())
    if (found === undefined) throw new OutsideFault({ service, kind: 'not-found', code: '800111' })
    return found
  }

  return {
    list,
    one,
    async change(customer, plan, id, to, intent) {
      if ((await one(customer, plan, id)).status === to) return
      const { verb, body } = orders[to]
      const path = customerPath(customer, 'subscriptions', plan, 'azureEntitlements', id, verb)
      try {
        // It may still read as it was, for ten minutes: whoever answers says no more than that it was heard.
        const answer = await client.call({ method: 'POST', path, body, requestId: requestIds.of(intent) })
        if (answer.status !== 202) client.read(entitlementWire, answer)
      } catch (cause) {
        if (!isRefusal(cause)) throw cause
        if (!cause.facts.afterSilence) requestIds.refused(intent)
        // An earlier try whose answer was lost may be what the operator objects to.
        if ((await one(customer, plan, id)).status !== to) throw cause
      }
    },
  }
}
