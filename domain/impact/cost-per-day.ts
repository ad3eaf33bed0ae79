import type { OperatorCost } from '../ports/operator-lane.ts'
import type { SubscriptionId } from '../shared/ids.ts'
import { money, type Currency, type Money } from '../shared/money.ts'
import { daysBetween, type Day } from '../shared/time.ts'

/** The newest billed period of one subscription. */
interface BilledPeriod {
  /** Its last day. */
  readonly to: Day
  /** What a day of it costs, by currency, in parts of minor units. */
  readonly perDay: ReadonlyMap<Currency, number>
}

/** Null where costs are not readable, none is known, or the newest are no costs at all. */
export function newestPeriod(subscription: SubscriptionId, costs: readonly OperatorCost[] | null): BilledPeriod | null {
  const own = (costs ?? []).filter((each) => each.subscription === subscription.toLowerCase() && each.to >= each.from)
  const last = own.reduce<Day | null>((day, { to }) => (day === null || to > day ? to : day), null)
  const sums = new Map<Currency, number>()
  for (const { amount, from, to } of own) {
    if (to !== last) continue
    const perDay = amount.minor / (daysBetween(from, to) + 1)
    sums.set(amount.currency, (sums.get(amount.currency) ?? 0) + perDay)
  }
  const perDay = new Map([...sums].filter(([, minor]) => minor > 0))
  return last === null || perDay.size === 0 ? null : { to: last, perDay }
}

/**
 * What one subscription costs the partner a day, in whole minor units, by its newest billed period; one sum for each
 * currency, never added across. Null where costs are not readable, none is known, or the newest are no costs at all.
 */
export function costPerDay(
  subscription: SubscriptionId,
  costs: readonly OperatorCost[] | null,
): readonly Money[] | null {
  const found = newestPeriod(subscription, costs)
  return found && [...found.perDay].map(([currency, minor]) => money(Math.round(minor), currency))
}
