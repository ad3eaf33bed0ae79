import type { Lane } from '../../domain/customers/lane.ts'
import type { LicenceCount, OperatorCost } from '../../domain/ports/operator-lane.ts'
import type { CustomerId } from '../../domain/shared/ids.ts'
import { minorDigits, money } from '../../domain/shared/money.ts'
import type { z } from 'zod'
import type { PartnerCenterClient } from './client.ts'
import { pagesOf } from './pages.ts'
import { customerPath } from './paths.ts'
import { readable } from './readable.ts'
import { costWire, licenceWire } from './wire.ts'

interface CustomerFacts {
  licences(customer: CustomerId): Promise<readonly LicenceCount[] | null>
  costs(customer: CustomerId): Promise<readonly OperatorCost[] | null>
}

/** What the operator tells of a customer beside its subscriptions; null where it does not let us read it. */
export function openCustomerFacts(client: PartnerCenterClient, lane: Lane): CustomerFacts {
  async function all<Item extends z.ZodType>(path: string, item: Item): Promise<readonly z.output<Item>[]> {
    const found: z.output<Item>[] = []
    for await (const page of pagesOf(client, path, item)) found.push(...page)
    return found
  }

  return {
    async licences(customer) {
      // facts/partner-center 2.2: in China licences are the customer's own matter.
      if (lane === 'china') return null
      const found = await readable(all(customerPath(customer, 'subscribedskus'), licenceWire))
      return (
        found?.map(({ productSku: { name, skuPartNumber, id }, consumedUnits, totalUnits }) => ({
          product: name || skuPartNumber || id,
          assigned: consumedUnits,
          total: totalUnits,
        })) ?? null
      )
    },

    async costs(customer) {
      const found = await readable(all(customerPath(customer, 'servicecosts', 'mostrecent', 'lineitems'), costWire))
      return found?.flatMap(costOf) ?? null
    },
  }
}

/** Nothing for a line that names no subscription, such as a one-time purchase. */
function costOf({
  subscriptionId,
  afterTaxTotal,
  currencyCode,
  startDate,
  endDate,
}: z.output<typeof costWire>): readonly OperatorCost[] {
  if (subscriptionId === '') return []
  // Published samples carry binary fractions: 17.219999999999999.
  const minor = Math.round(afterTaxTotal * 10 ** minorDigits(currencyCode))
  const amount = money(minor, currencyCode)
  return [{ subscription: subscriptionId.toLowerCase(), amount, from: startDate, to: endDate }]
}
