import type { Customer } from '../../domain/customers/customer.ts'
import { ageingSums, type AgeingSums } from '../../domain/receivables/ageing-sums.ts'
import type { BooksOfDay, CustomerStanding } from '../../domain/receivables/standing-book.ts'
import type { OverdueFilters } from '../understanding/intent.ts'
import { overdueCustomers } from './filter-overdue.ts'

/** Everybody who is overdue as asked, and their ageing; the currency with most customers first. */
interface OverdueView {
  readonly customers: readonly CustomerStanding[]
  readonly ageing: readonly AgeingSums[]
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
  return { customers, ageing: ageingSums(customers.map(({ standing }) => standing)) }
}
