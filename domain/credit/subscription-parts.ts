import { newestPeriod } from '../impact/cost-per-day.ts'
import type { OperatorCost, OperatorSubscription } from '../ports/operator-lane.ts'
import { dayAt, daysBetween, type Day, type TimeZone } from '../shared/time.ts'
import { money, type Currency } from '../shared/money.ts'
import type { Receivable } from '../receivables/open-item.ts'
import type { KnownPart, UnknownPart } from './exposure.ts'
import { pricedByLines } from './priced-by-lines.ts'

/** What is known of what a customer has, beside the subscriptions themselves. */
export interface PriceFacts {
  readonly day: Day
  readonly zone: TimeZone
  /** What the operator billed the partner last; null where that cannot be read. */
  readonly costs: readonly OperatorCost[] | null
  /** The customer's open invoices. */
  readonly invoices: readonly Receivable[]
}

interface Parts {
  readonly known: readonly KnownPart[]
  readonly unknown: readonly UnknownPart[]
}

/** No term is that long: a far future end means that there is none (facts/partner-center 4.2). */
const longestTermDays = 5 * 366

/** What subscriptions have cost since the operator's last bill, and what the partner must keep paying for their terms. */
export function subscriptionParts(subscriptions: readonly OperatorSubscription[], facts: PriceFacts): Parts {
  const licences = subscriptions.filter(isBilled)
  const all = licences.flatMap((each) => [sinceLastBill(each, facts), untilTermEnd(each, facts)])
  return { known: all.flatMap(({ known }) => known), unknown: together(all.flatMap(({ unknown }) => unknown)) }
}

const nothing: Parts = { known: [], unknown: [] }

/** Azure is billed by use. What is out of service stays billed in new commerce, and may be at 21Vianet (6.3, 15). */
function isBilled({ status, model, plan }: OperatorSubscription): boolean {
  if (model === 'azure-plan' || plan !== undefined) return false
  return status === 'active' || (status === 'suspended' && model !== 'legacy')
}

/** The ledger shows only what is still open: it cannot tell since when nothing was invoiced. */
function sinceLastBill({ id }: OperatorSubscription, { day, costs }: PriceFacts): Parts {
  const billed = newestPeriod(id, costs)
  if (billed === null) return unknown('licences', 'no-price')
  return priced('licences', billed.perDay, Math.max(0, daysBetween(billed.to, day)), 'operator-bills')
}

/** Only new commerce is known to be paid until its term ends, whatever happens (facts/partner-center 6.3). */
function untilTermEnd(subscription: OperatorSubscription, { day, zone, costs, invoices }: PriceFacts): Parts {
  const { id, model, commitmentEnd } = subscription
  if (model === 'legacy') return nothing
  if (model !== 'new-commerce') return unknown('committed', 'model-unknown')
  const end = commitmentEnd === null ? null : dayAt(commitmentEnd, zone)
  if (end === null || daysBetween(day, end) > longestTermDays) return unknown('committed', 'no-term')
  if (end <= day) return nothing
  const billed = newestPeriod(id, costs)
  if (billed) return priced('committed', billed.perDay, daysAfter(later(day, billed.to), end), 'operator-bills')
  const lines = pricedByLines(subscription, invoices)
  if (lines) return priced('committed', lines.perDay, daysAfter(later(day, lines.to), end), 'ledger-lines')
  return unknown('committed', 'no-price')
}

function priced(
  part: KnownPart['part'],
  perDay: ReadonlyMap<Currency, number>,
  days: number,
  source: KnownPart['source'],
): Parts {
  const amounts = [...perDay].map(([currency, minor]) => money(Math.round(minor * days), currency))
  return { known: amounts.map((amount) => ({ part, source, amount, subscriptions: 1 })), unknown: [] }
}

function unknown(part: UnknownPart['part'], why: UnknownPart['why']): Parts {
  return { known: [], unknown: [{ part, why, subscriptions: 1 }] }
}

function daysAfter(from: Day, to: Day): number {
  return Math.max(0, daysBetween(from, to))
}

function later(one: Day, other: Day): Day {
  return one > other ? one : other
}

/** One for each part and reason. */
function together(unknown: readonly UnknownPart[]): readonly UnknownPart[] {
  return [...Map.groupBy(unknown, ({ part, why }) => `${part}|${why}`).values()].flatMap((group) => {
    const [first] = group
    return first ? [{ ...first, subscriptions: group.length }] : []
  })
}
