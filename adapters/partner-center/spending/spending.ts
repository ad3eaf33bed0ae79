import { z } from 'zod'
import type { Lane } from '../../../domain/customers/lane.ts'
import type { Spending, SpendingBudget } from '../../../domain/ports/spending.ts'
import type { CustomerId } from '../../../domain/shared/ids.ts'
import { minorDigits, type Money } from '../../../domain/shared/money.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import type { PartnerCenterClient } from '../client.ts'
import type { Answer } from '../../shared/exchange.ts'
import { isRefusal } from '../faults.ts'
import { pagesOf } from '../pages.ts'
import { customerPath } from '../paths.ts'
import { readable } from '../readable.ts'
import type { RequestIds } from '../request-ids.ts'
import { budgetWire, moneyOf, named, usageWire, type Usage } from './usage-wire.ts'

/** Azure spending in one lane (facts/partner-center 9.5): Global and US Government, estimates about a day late. */
export function openSpending(client: PartnerCenterClient, lane: Lane, requestIds: RequestIds): Spending {
  const service = `partner-center:${lane}`

  /** Takes a person's credential (3.3); it alone names the currency. Null where it is kept from us. */
  async function usageOf(customer: CustomerId): Promise<Usage | null> {
    const answer = await readable(client.call({ method: 'GET', path: customerPath(customer, 'usagesummary') }))
    return answer === null ? null : client.read(usageWire, answer)
  }

  async function recordsOf(): Promise<readonly Usage[]> {
    const found: Usage[] = []
    for await (const page of pagesOf(client, 'v1/customers/usagerecords', z.unknown()))
      // One that cannot be read keeps nothing from us but itself.
      found.push(...page.flatMap((raw) => usageWire.safeParse(raw).data ?? []))
    return found
  }

  const budgetIn = (answer: Answer) => client.read(budgetWire, { ...answer, text: named(answer.text) }).amount

  return {
    async budget(customer) {
      const usage = await usageOf(customer)
      if (usage === null) return null
      const answer = await readable(client.call({ method: 'GET', path: customerPath(customer, 'usagebudget') }))
      // The summary may show a budget as it was a day ago.
      return told(answer === null ? usage : { ...usage, budget: budgetIn(answer) }, null)
    },

    async budgets() {
      const records = await readable(recordsOf())
      return (
        records?.flatMap((usage) => {
          const budget = told(usage, usage.percentUsed)
          return budget === null || usage.customer === '' ? [] : [{ customer: usage.customer, ...budget }]
        }) ?? null
      )
    },

    async setBudget(customer, amount, intent) {
      if (amount !== null) await mustBeTheirs(customer, amount)
      // docs: update-a-customer-s-usage-spending-budget: PascalCase, and a number without a currency.
      const Amount = amount === null ? null : amount.minor / 10 ** minorDigits(amount.currency)
      const body = { Amount, Attributes: { ObjectType: 'SpendingBudget' } }
      const path = customerPath(customer, 'usagebudget')
      try {
        await client.call({ method: 'PATCH', path, body, requestId: requestIds.of(intent) })
      } catch (cause) {
        if (isRefusal(cause) && !cause.facts.afterSilence) requestIds.refused(intent)
        throw cause
      }
    },
  }

  /** The number is taken for the customer's own currency, whatever was meant: 500 euros are not 500 yen. */
  async function mustBeTheirs(customer: CustomerId, { currency }: Money): Promise<void> {
    const theirs = (await usageOf(customer))?.currency ?? null
    if (theirs === currency) return
    const code = theirs === null ? 'currency-unknown' : 'currency-differs'
    throw new OutsideFault({ service, kind: 'refused', code, ...(theirs !== null && { description: theirs }) })
  }
}

/** Null where the currency is not known: a budget without one would read as none. */
function told({ budget, totalCost, currency }: Usage, percentSaid: number | null): SpendingBudget | null {
  if (currency === null) return null
  const amount = budget === null ? null : moneyOf(budget, currency)
  const used = totalCost === null ? null : moneyOf(totalCost, currency)
  if (budget !== null && amount === null) return null
  // In records without a budget 0 is said, which is no share of anything.
  const percentUsed = budget === null || budget <= 0 ? null : (percentSaid ?? share(totalCost, budget))
  return { amount, used, percentUsed }
}

function share(used: number | null, budget: number): number | null {
  return used === null ? null : Math.round((used / budget) * 10_000) / 100
}
