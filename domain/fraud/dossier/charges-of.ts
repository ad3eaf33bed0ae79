import type { OperatorCost } from '../../ports/operator-lane.ts'
import { money, type Currency } from '../../shared/money.ts'
import type { Day } from '../../shared/time.ts'
import type { Charges } from './dossier.ts'

/** The billed lines that touch some days, oldest first, and which days the bills speak of. */
export function chargesOf(
  costs: readonly OperatorCost[],
  days: { readonly from: Day; readonly to: Day },
): Extract<Charges, { known: true }> {
  const lines = costs
    .filter(({ from, to }) => from <= days.to && to >= days.from)
    .sort((one, other) => compare(one.from, other.from) || compare(one.subscription, other.subscription))
  const sums = new Map<Currency, number>()
  for (const { amount } of lines) sums.set(amount.currency, (sums.get(amount.currency) ?? 0) + amount.minor)
  const from = costs.map((each) => each.from).sort(compare)[0]
  const to = costs
    .map((each) => each.to)
    .sort(compare)
    .at(-1)
  return {
    known: true,
    lines,
    sums: [...sums].map(([currency, minor]) => money(minor, currency)),
    told: from === undefined || to === undefined ? null : { from, to },
  }
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
