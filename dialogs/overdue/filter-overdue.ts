import type { Customer } from '../../domain/customers/customer.ts'
import { dunningStages } from '../../domain/policy/collections-policy.ts'
import type { BooksOfDay, CustomerStanding } from '../../domain/receivables/standing-book.ts'
import { isOverdue, oldestDaysPastDue } from '../../domain/receivables/standing.ts'
import type { Currency } from '../../domain/shared/money.ts'
import type { OverdueFilters } from '../understanding/intent.ts'

/**
 * Who is overdue, as asked: the stage that is furthest on first, then the oldest debt. With an amount asked for, the
 * largest sum in its currency comes first; sums of different currencies are never compared.
 */
export function overdueCustomers(
  books: BooksOfDay,
  filters: OverdueFilters,
  isMine: (customer: Customer) => boolean,
): readonly CustomerStanding[] {
  const { above } = filters
  const wanted = sortedByStage(books).filter(fitting(filters, isMine))
  return above === null ? wanted : wanted.sort((a, b) => owedIn(b, above.currency) - owedIn(a, above.currency))
}

/** Whether a customer is among those asked for. */
export function fitting(
  { overDays, fromDays, lane, above, mine }: OverdueFilters,
  isMine: (customer: Customer) => boolean,
): (of: CustomerStanding) => boolean {
  return (of) =>
    (overDays === null || oldestDaysPastDue(of.standing) > overDays) &&
    (fromDays === null || oldestDaysPastDue(of.standing) >= fromDays) &&
    (lane === null || of.customer.lane === lane) &&
    (!mine || isMine(of.customer)) &&
    (above === null || owedIn(of, above.currency) > above.minor)
}

function owedIn({ standing }: CustomerStanding, wanted: Currency): number {
  return standing.currencies.find(({ currency }) => currency === wanted)?.overdue ?? 0
}

const sorted = new WeakMap<BooksOfDay, readonly CustomerStanding[]>()

/** All overdue customers of a day in their order, worked out once for each value of the books. */
function sortedByStage(books: BooksOfDay): readonly CustomerStanding[] {
  let known = sorted.get(books)
  if (!known) {
    known = books.withItems
      .filter(({ standing }) => isOverdue(standing))
      .map((of) => ({ of, stage: dunningStages.indexOf(of.finding.stage), days: oldestDaysPastDue(of.standing) }))
      .sort(furthestFirst)
      .map(({ of }) => of)
    sorted.set(books, known)
  }
  return known
}

interface Ranked {
  readonly of: CustomerStanding
  readonly stage: number
  readonly days: number
}

function furthestFirst(a: Ranked, b: Ranked): number {
  return b.stage - a.stage || b.days - a.days || (a.of.customer.name < b.of.customer.name ? -1 : 1)
}
