import { daysBetween, type Day } from '../../../domain/shared/time.ts'
import type { BooksSwitches } from './switches.ts'
import { decimal, remainingOf, type BooksWorld } from './world.ts'

const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * The aged accounts receivable (12.1). As the published source has it: a row for each customer, in local currency whatever
 * it names; current is what falls due today or later; the third period takes all that is older; a Total row of nobody.
 */
export function agedList(world: BooksWorld, today: Day, switches: BooksSwitches): readonly object[] {
  const { customers, local } = world.seed
  const rows = customers.map(({ number, displayName, currency = local }) => {
    const amounts = bucketsOf(world, number, today)
    const currencyCode = currency === local && switches.localCurrency === 'empty' ? '' : currency
    return { customerId: idOf(number), customerNumber: number, name: displayName, currencyCode, amounts }
  })
  const total = rows.reduce((sums, { amounts }) => sums.map((sum, at) => sum + (amounts[at] ?? 0)), [0, 0, 0, 0])
  const totals = { customerId: nobody, customerNumber: '', name: 'Total', currencyCode: '', amounts: total }
  return [...rows, ...(switches.totalRow ? [totals] : [])].map(({ amounts, ...row }) => {
    const [current = 0, period1 = 0, period2 = 0, period3 = 0] = amounts
    return {
      ...row,
      balanceDue: decimal(current + period1 + period2 + period3, local),
      currentAmount: decimal(current, local),
      period1Label: '',
      period1Amount: decimal(period1, local),
      period2Label: '',
      period2Amount: decimal(period2, local),
      period3Label: '',
      period3Amount: decimal(period3, local),
      agedAsOfDate: today,
      periodLengthFilter: '30D',
    }
  })
}

/** Made of the number, so that it is the same at every call. */
export function idOf(number: string): string {
  return `00000000-0000-4000-8000-${[...number]
    .map((sign) => sign.charCodeAt(0).toString(16))
    .join('')
    .padStart(12, '0')
    .slice(-12)}`
}

/** Minor units of local currency: current, and the three periods of thirty days. */
function bucketsOf({ seed, invoices, memos, entries }: BooksWorld, customer: string, today: Day): readonly number[] {
  const { local, rates } = seed
  const open = [
    ...invoices
      .filter(({ billTo, status }) => billTo === customer && (status === 'Posted' || status === 'Corrective'))
      .map((invoice) => ({ ...invoice, amount: remainingOf(invoice) })),
    ...memos
      .filter((memo) => memo.customer === customer)
      .map((memo) => ({ due: memo.date, currency: memo.currency, amount: -remainingOf(memo) })),
    ...entries.filter((entry) => entry.customer === customer),
  ]
  const buckets = [0, 0, 0, 0]
  for (const { due, currency, amount } of open) {
    const late = daysBetween(due as Day, today)
    const bucket = late <= 0 ? 0 : Math.min(3, Math.ceil(late / 30))
    const rate = currency === local ? 1 : (rates[currency] ?? 1)
    // A foreign amount is kept in local currency at the rate of its posting, rounded.
    const inLocal = currency === local ? amount : Math.round(decimal(amount, currency) * rate * 100)
    buckets[bucket] = (buckets[bucket] ?? 0) + inLocal
  }
  return buckets
}
