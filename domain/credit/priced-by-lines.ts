import type { OperatorSubscription } from '../ports/operator-lane.ts'
import type { Receivable } from '../receivables/open-item.ts'
import type { Currency } from '../shared/money.ts'
import { addDays, type Day } from '../shared/time.ts'

/** How long one bill lasts, by the operator's word for the billing cycle; other words say nothing. */
const cycleDays: Readonly<Record<string, number>> = { monthly: 30, annual: 365, triennial: 1095 }

/**
 * What a subscription costs a day by the newest open invoice whose lines carry its id: what the customer is charged, which
 * is an estimate of what the partner pays. `to`: the last day that this invoice seems to cover. Null where no line does,
 * or nobody says how long a bill lasts.
 */
export function pricedByLines(
  { id, billingCycle }: Pick<OperatorSubscription, 'id' | 'billingCycle'>,
  invoices: readonly Receivable[],
): { readonly perDay: ReadonlyMap<Currency, number>; readonly to: Day } | null {
  const days = cycleDays[billingCycle?.toLowerCase() ?? '']
  if (days === undefined) return null
  const own = invoices.flatMap((invoice) => {
    const lines = invoice.lines.filter(({ subscription }) => subscription?.toLowerCase() === id.toLowerCase())
    return lines.length === 0 ? [] : [{ from: invoice.issued ?? invoice.due, lines }]
  })
  const newest = own.reduce<Day | null>((day, { from }) => (day === null || from > day ? from : day), null)
  if (newest === null) return null
  const sums = new Map<Currency, number>()
  for (const { from, lines } of own) {
    if (from !== newest) continue
    for (const { amount } of lines) sums.set(amount.currency, (sums.get(amount.currency) ?? 0) + amount.minor)
  }
  const perDay = new Map(
    [...sums].filter(([, minor]) => minor > 0).map(([currency, minor]) => [currency, minor / days]),
  )
  return perDay.size === 0 ? null : { perDay, to: addDays(newest, days - 1) }
}
