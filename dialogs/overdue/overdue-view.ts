import type { Customer } from '../../domain/customers/customer.ts'
import { ageingBuckets, type AgeingBucket } from '../../domain/receivables/ageing.ts'
import type { BooksOfDay, CustomerStanding } from '../../domain/receivables/standing-book.ts'
import type { Currency } from '../../domain/shared/money.ts'
import type { OverdueFilters } from '../understanding/intent.ts'
import { overdueCustomers } from './filter-overdue.ts'

/** What is overdue in one currency, by age; minor units. */
export interface CurrencyAgeing {
  readonly currency: Currency
  readonly customers: number
  readonly buckets: Readonly<Record<AgeingBucket, number>>
}

/** Everybody who is overdue as asked, and their ageing; the currency with most customers first. */
interface OverdueView {
  readonly customers: readonly CustomerStanding[]
  readonly ageing: readonly CurrencyAgeing[]
}

/** People ask the same few questions over and over, page by page: this many answers are kept for the books of a day. */
const kept = 32
const views = new WeakMap<BooksOfDay, Map<string, OverdueView>>()

/** The view of a question, worked out once for each value of the books; what depends on who asks, each time. */
export function overdueView(
  books: BooksOfDay,
  filters: OverdueFilters,
  isMine: (customer: Customer) => boolean,
): OverdueView {
  if (filters.mine) return viewOf(overdueCustomers(books, filters, isMine))
  let known = views.get(books)
  if (!known) views.set(books, (known = new Map<string, OverdueView>()))
  const key = JSON.stringify([filters.overDays, filters.fromDays, filters.lane, filters.above])
  const found = known.get(key)
  if (found) return found
  const view = viewOf(overdueCustomers(books, filters, isMine))
  if (known.size >= kept) known.delete(known.keys().next().value ?? '')
  known.set(key, view)
  return view
}

function viewOf(customers: readonly CustomerStanding[]): OverdueView {
  return { customers, ageing: ageingOf(customers) }
}

function ageingOf(customers: readonly CustomerStanding[]): readonly CurrencyAgeing[] {
  const sums = new Map<Currency, { customers: number; buckets: Record<AgeingBucket, number> }>()
  for (const { standing } of customers) {
    for (const { currency, overdue, buckets } of standing.currencies) {
      if (overdue === 0) continue
      let sum = sums.get(currency)
      if (!sum) sums.set(currency, (sum = { customers: 0, buckets: emptyBuckets() }))
      sum.customers += 1
      for (const bucket of ageingBuckets) sum.buckets[bucket] += buckets[bucket]
    }
  }
  return [...sums]
    .map(([currency, sum]) => ({ currency, ...sum }))
    .sort((a, b) => b.customers - a.customers || (a.currency < b.currency ? -1 : 1))
}

function emptyBuckets(): Record<AgeingBucket, number> {
  return { current: 0, '1-30': 0, '31-60': 0, '61-90': 0, 'over-90': 0 }
}
