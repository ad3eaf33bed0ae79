import type { Agreement, MoneyAgreement } from '../agreements/agreement.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import type { DeskStore } from '../ports/desk-store.ts'
import type { BooksOfDay, StandingBook } from '../receivables/standing-book.ts'
import type { CustomerId } from '../shared/ids.ts'
import { dayAt } from '../shared/time.ts'
import { dueToday, type DueRow } from './due.ts'
import { idsOf } from '../customers/ids-of.ts'
import type { Skip } from './skip.ts'
import type { SkipDesk } from './skip-desk.ts'

/** The day's work as it stands now. */
export interface WorkOfDay {
  readonly books: BooksOfDay
  /** In the order in which it is best done. */
  readonly rows: readonly DueRow[]
  /** Who would be part of it and was left out, with who decided so. */
  readonly skipped: readonly { readonly row: DueRow; readonly skip: Skip }[]
}

/** What is to be done today, worked out anew each time it is asked for. */
export interface DueDesk {
  today(): Promise<WorkOfDay>
}

export function createDueDesk(parts: {
  readonly store: DeskStore
  readonly book: StandingBook
  readonly policy: CollectionsPolicy
  readonly skips: Pick<SkipDesk, 'on'>
}): DueDesk {
  const { store, book, policy, skips } = parts
  const zone = policy.calendar.timeZone
  return {
    async today() {
      const books = await book.today()
      const [suspensions, endings, held, agreements, letters, skipsOfDay] = await Promise.all([
        store.list('suspension', { open: true }),
        store.list('ending', { open: true }),
        store.list('held'),
        store.list('agreement'),
        store.list('reminder'),
        skips.on(books.day),
      ])
      const brokenToday = agreements
        .map(({ value }) => value)
        .filter(isMoney)
        .filter(({ state }) => 'asOf' in state && state.status !== 'kept' && dayAt(state.at, zone) === books.day)
      const written = Map.groupBy(
        letters.map(({ value }) => value),
        ({ customer }) => customer,
      )
      const rows = dueToday(books, policy, {
        underWay: customers(suspensions.filter(({ value }) => value.reason === 'non-payment')),
        ending: customers(endings),
        heldForDebt: customers(held.filter(({ value }) => value.holds.some(({ reason }) => reason === 'non-payment'))),
        brokenToday,
        lettersTo: (customer) => idsOf(customer).flatMap((id) => written.get(id) ?? []),
      })
      const skipOf = ({ of }: DueRow) =>
        idsOf(of.customer)
          .flatMap((id) => skipsOfDay.get(id) ?? [])
          .at(0)
      return {
        books,
        rows: rows.filter((row) => !skipOf(row)),
        skipped: rows.flatMap((row) => {
          const skip = skipOf(row)
          return skip ? [{ row, skip }] : []
        }),
      }
    },
  }
}

/** Paid marks are nobody's promise. */
function isMoney(agreement: Agreement): agreement is Exclude<MoneyAgreement, { kind: 'paid-mark' }> {
  return agreement.kind === 'promise' || agreement.kind === 'plan'
}

function customers(stored: readonly { readonly value: { readonly customer: CustomerId } }[]): ReadonlySet<CustomerId> {
  return new Set(stored.map(({ value }) => value.customer))
}
