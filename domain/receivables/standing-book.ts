import type { Agreement } from '../agreements/agreement.ts'
import { standingUnder } from '../agreements/standing-under.ts'
import type { Customer, Match } from '../customers/customer.ts'
import { joinCustomers, unmatchedId, type CustomerDirectory } from '../customers/customer-directory.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import type { StageFinding } from '../policy/dunning-stage.ts'
import { ladderFor } from '../policy/rungs-for.ts'
import type { FinalNotice } from '../policy/final-notice.ts'
import type { DeskStore, Stored } from '../ports/desk-store.ts'
import type { OperatorDirectory } from '../ports/operator-directory.ts'
import type { CustomerId } from '../shared/ids.ts'
import { dayAt, type Clock, type Day } from '../shared/time.ts'
import type { Ledger } from './ledger.ts'
import type { Standing } from './standing.ts'

/** Everything the desk knows of one customer's money today. */
export interface CustomerStanding {
  readonly customer: Customer
  readonly standing: Standing
  readonly finding: StageFinding
  readonly notices: readonly FinalNotice[]
  /** Those in force today, in the order in which they were recorded. */
  readonly agreements: readonly Agreement[]
  /** The oldest as-of day behind this standing; null where the ledger says nothing of the customer. */
  readonly ledgerAsOf: Day | null
}

/** One day of the books: customers joined, standings and stages worked out once. A value. */
export interface BooksOfDay {
  readonly day: Day
  readonly directory: CustomerDirectory
  readonly ledgerAsOf: Day | null
  /** Null for an unknown customer; a customer without items has an empty standing. */
  of(id: CustomerId): CustomerStanding | null
  /** Every customer with open items. */
  readonly withItems: readonly CustomerStanding[]
}

/** Gives the books of today to whoever asks. */
export interface StandingBook {
  /** The books as they are now; the same value until ledger, customers, matches, notices, agreements or the day change. */
  today(): Promise<BooksOfDay>
}

interface StandingBookParts {
  readonly ledger: () => Ledger
  readonly operators: OperatorDirectory
  readonly store: DeskStore
  readonly policy: CollectionsPolicy
  readonly now: Clock
}

export function createStandingBook({ ledger, operators, store, policy, now }: StandingBookParts): StandingBook {
  let kept: { readonly key: string; readonly books: BooksOfDay } | null = null
  return {
    async today() {
      const [matches, notices, agreements] = await Promise.all([
        store.list('match'),
        store.list('final-notice'),
        store.list('agreement'),
      ])
      const day = dayAt(now(), policy.calendar.timeZone)
      const current = ledger()
      const records = [matches, notices, agreements].map(signature)
      const key = [day, current.revision, operators.revision, ...records].join('|')
      if (kept?.key !== key) {
        const confirmed = new Map(matches.map(({ value }) => [value.account, value]))
        const recorded = { notices: values(notices), agreements: values(agreements) }
        kept = { key, books: openBooks(day, current, operators, confirmed, recorded, policy) }
      }
      return kept.books
    },
  }
}

/** Works out the books of one day from facts alone. */
export function openBooks(
  day: Day,
  ledger: Ledger,
  operators: Pick<OperatorDirectory, 'customers'>,
  confirmed: ReadonlyMap<string, Match>,
  recorded: { readonly notices: readonly FinalNotice[]; readonly agreements: readonly Agreement[] },
  policy: CollectionsPolicy,
): BooksOfDay {
  const directory = joinCustomers(ledger.accounts.values(), operators.customers(), ledger.matches, confirmed)
  const noticesOf = Map.groupBy(recorded.notices, ({ customer }) => customer)
  const agreementsOf = Map.groupBy(recorded.agreements, ({ customer }) => customer)
  const standingOf = (customer: Customer): CustomerStanding => {
    const items = customer.accounts.flatMap(({ key }) => ledger.items.get(key) ?? [])
    const notices = noticesOf.get(customer.id) ?? []
    const known = customer.accounts.length > 0
    const ledgerAsOf = items.reduce<Day | null>(
      (oldest, { asOf }) => (oldest === null || asOf < oldest ? asOf : oldest),
      known && items.length === 0 ? ledger.asOf : null,
    )
    const owes = { day, asOf: ledgerAsOf, items: items.map(({ item }) => item) }
    // Some were recorded before its account was matched.
    const ids = new Set([customer.id, ...customer.accounts.map(({ key }) => unmatchedId(key))])
    const agreed = [...ids].flatMap((id) => agreementsOf.get(id) ?? [])
    const under = standingUnder(agreed, owes, notices, ladderFor(policy, customer))
    return { customer, ...under, notices, ledgerAsOf }
  }
  const withItems = new Map<CustomerId, CustomerStanding>()
  for (const customer of directory.all) {
    if (customer.accounts.some(({ key }) => ledger.items.has(key))) withItems.set(customer.id, standingOf(customer))
  }
  return {
    day,
    directory,
    ledgerAsOf: ledger.asOf,
    withItems: [...withItems.values()],
    of: (id) => {
      const customer = directory.byId(id)
      return customer && (withItems.get(id) ?? standingOf(customer))
    },
  }
}

function values<Value>(stored: readonly Stored<Value>[]): readonly Value[] {
  return stored.map(({ value }) => value)
}

/** Changes whenever a record is added, changed or removed. */
function signature(stored: readonly Stored<unknown>[]): string {
  return stored.map(({ id, version }) => `${id}:${version}`).join(',')
}
