import type { Agreement } from '../agreements/agreement.ts'
import { standingUnder } from '../agreements/standing-under.ts'
import { mayCountSince } from '../agreements/in-force.ts'
import { whoseToday } from '../agreements/whose-today.ts'
import type { Customer, Match, OperatorCustomer } from '../customers/customer.ts'
import { idToday, joinCustomers, type CustomerDirectory } from '../customers/customer-directory.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import { dunningStage, type StageFinding } from '../policy/dunning-stage.ts'
import { movedRungs } from '../policy/moved-rungs.ts'
import { ladderFor } from '../policy/rungs-for.ts'
import type { FinalNotice } from '../policy/final-notice.ts'
import type { DeskStore, Kind, Records } from '../ports/desk-store.ts'
import type { OperatorDirectory } from '../ports/operator-directory.ts'
import type { CustomerId } from '../shared/ids.ts'
import { addDays, dayAt, type Clock, type Day } from '../shared/time.ts'
import type { Ledger, Told } from './ledger.ts'
import type { Standing } from './standing.ts'
import { standingLater } from './standing-later.ts'

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
  /** The last day of which the ledger knows, of this customer, all that was paid; null as above. */
  readonly toldUntil: Day | null
}

/** One day of the books: customers joined, each standing and stage worked out once, when it is asked for. A value. */
export interface BooksOfDay {
  readonly day: Day
  readonly directory: CustomerDirectory
  readonly ledgerAsOf: Day | null
  /** Null for an unknown customer; a customer without items has an empty standing. */
  of(id: CustomerId): CustomerStanding | null
  /** Everything ever agreed that is a customer's today, in force or not, in the order in which it was recorded. */
  recordedOf(id: CustomerId): readonly Agreement[]
  /** Every customer with open items. */
  readonly withItems: readonly CustomerStanding[]
}

/** Gives the books of today to whoever asks. */
export interface StandingBook {
  /** The books as they are now; the same value until ledger, customers, matches, notices, agreements or the day change. */
  today(): Promise<BooksOfDay>
  /** Works out tomorrow's books, a part between two pauses, so that nobody waits for all of them after midnight. */
  lookAhead(pause: () => Promise<void>): Promise<void>
}

interface StandingBookParts {
  readonly ledger: () => Ledger
  readonly operators: OperatorDirectory
  readonly store: DeskStore
  readonly policy: CollectionsPolicy
  readonly now: Clock
}

/** How many customers are worked out between two pauses: some ms. */
const atOnce = 200

/** Keeps the books from one question to the next, so that only what changed in between is worked out again. */
export function createStandingBook({ ledger, operators, store, policy, now }: StandingBookParts): StandingBook {
  const matches = listOf('match', store)
  const notices = listOf('final-notice', store)
  const agreements = listOf('agreement', store)
  const ruling = versionOf(policy)
  let books: BooksOfDay | null = null
  let ahead: BooksOfDay | null = null
  const factsNow = async (): Promise<BookFacts> => {
    const [confirmed, given, agreed] = await Promise.all([matches(), notices(), agreements()])
    const day = dayAt(now(), policy.calendar.timeZone)
    const recorded = { confirmed, notices: given, agreements: agreed }
    return { day, ledger: ledger(), operators: operators.customers(), ...recorded, policy: ruling() }
  }
  return {
    async today() {
      const facts = await factsNow()
      if (ahead?.day === facts.day) {
        books = ahead
        ahead = null
      }
      books = openBooks(facts, books)
      return books
    },
    async lookAhead(pause) {
      const facts = await factsNow()
      const tomorrow = openBooks({ ...facts, day: addDays(facts.day, 1) }, books)
      for (const [at, { id }] of tomorrow.directory.all.entries()) {
        tomorrow.of(id)
        if (at % atOnce === 0) await pause()
      }
      ahead = tomorrow
    },
  }
}

/** What rules now, as a value: the same object until another version of the policy is in force. */
function versionOf(policy: CollectionsPolicy): () => CollectionsPolicy {
  let kept = { ...policy }
  return () => {
    if (kept.rungs !== policy.rungs) kept = { ...policy }
    return kept
  }
}

/** All records of a kind; the same list until one of them changes. */
function listOf<K extends Kind>(kind: K, store: DeskStore): () => Promise<readonly Records[K][]> {
  let kept: { readonly revision: number; readonly values: readonly Records[K][] } | null = null
  return async () => {
    const revision = await store.revision(kind)
    if (kept?.revision === revision) return kept.values
    const values = (await store.list(kind)).map(({ value }) => value)
    kept = { revision, values }
    return values
  }
}

/** All that the books of a day are worked out from: values, so that the same object is the same fact. */
export interface BookFacts {
  readonly day: Day
  readonly ledger: Ledger
  /** The operators' customers. */
  readonly operators: readonly OperatorCustomer[]
  /** Matches that a person confirmed. */
  readonly confirmed: readonly Match[]
  readonly notices: readonly FinalNotice[]
  readonly agreements: readonly Agreement[]
  readonly policy: CollectionsPolicy
}

/** How books came about; known to those that follow. */
interface Workings {
  readonly facts: BookFacts
  /** Of customers with open items, as far as anybody asked; of an earlier day where nobody has asked since. */
  readonly worked: Map<CustomerId, CustomerStanding>
}

const workings = new WeakMap<BooksOfDay, Workings>()

/**
 * Works out the books of one day from facts alone. Books from `before` change nothing of what is found, only what it
 * costs: under the same policy only those are worked out again whose own facts changed, and on a later day those whom it
 * brings something: a debt that falls due, or an agreement to be judged.
 */
export function openBooks(facts: BookFacts, before: BooksOfDay | null = null): BooksOfDay {
  const old = before && workings.get(before)
  if (before && old && isSame(facts, old.facts)) return before
  const { day, ledger, policy } = facts
  const directory = directoryOf(facts, before, old?.facts)
  const noticesOf = Map.groupBy(facts.notices, ({ customer }) => customer)
  const agreementsOf = Map.groupBy(facts.agreements, (one) => whoseToday(one, directory))
  const work = (customer: Customer): CustomerStanding => {
    const items = customer.accounts.flatMap(({ key }) => ledger.items.get(key)?.map(({ item }) => item) ?? [])
    const notices = noticesOf.get(customer.id) ?? []
    const told = toldOf(customer, ledger)
    const recorded = agreementsOf.get(customer.id) ?? []
    const under = standingUnder(recorded, { day, ...told, items }, notices, ladderFor(policy, customer))
    return { customer, ...under, notices, ledgerAsOf: told.asOf, toldUntil: told.toldUntil }
  }

  const rungs = movedRungs(policy, day)
  /** The same customer on a later day; null where that is to be worked out. */
  const carry = (known: CustomerStanding): CustomerStanding | null => {
    const { customer, notices, standing: before } = known
    if (agreementsOf.get(customer.id)?.some((one) => mayCountSince(one, before.day))) return null
    const standing = standingLater(before, day)
    if (!standing) return null
    if (!rungs.moves(before, notices)) return { ...known, standing }
    return { ...known, standing, finding: dunningStage(ladderFor(policy, customer), standing, notices) }
  }

  const worked = new Map(old?.facts.policy === policy ? old.worked : [])
  if (before && old && worked.size > 0) {
    for (const customer of changedCustomers(facts, directory, old.facts, before.directory)) worked.delete(customer)
    for (const customer of customersBooked(directory, ledger, old.facts.ledger)) {
      const known = worked.get(customer.id)
      if (!known) continue
      const { asOf: ledgerAsOf, toldUntil } = toldOf(customer, ledger)
      if (!hasSameItems(customer, ledger, old.facts.ledger)) worked.delete(customer.id)
      else if (known.ledgerAsOf === ledgerAsOf && known.toldUntil === toldUntil) continue
      // As of another day an agreement may be judged otherwise.
      else if (agreementsOf.has(customer.id)) worked.delete(customer.id)
      else worked.set(customer.id, { ...known, ledgerAsOf, toldUntil })
    }
  }
  const owes = ({ accounts }: Customer) => accounts.some(({ key }) => ledger.items.has(key))
  const standingOf = (customer: Customer): CustomerStanding => {
    const known = worked.get(customer.id)
    if (known?.standing.day === day) return known
    const standing = (known && carry(known)) ?? work(customer)
    if (owes(customer)) worked.set(customer.id, standing)
    return standing
  }

  let withItems: readonly CustomerStanding[] | null = null
  const books: BooksOfDay = {
    day,
    directory,
    ledgerAsOf: ledger.asOf,
    get withItems() {
      return (withItems ??= directory.all.filter(owes).map(standingOf))
    },
    recordedOf: (id) => agreementsOf.get(id) ?? [],
    of: (id) => {
      const customer = directory.byId(id)
      return customer && standingOf(customer)
    },
  }
  workings.set(books, { facts, worked })
  return books
}

function directoryOf(facts: BookFacts, before: BooksOfDay | null, old: BookFacts | undefined): CustomerDirectory {
  const { ledger, operators, confirmed } = facts
  const { accounts, matches } = ledger
  const isSameGround =
    old?.ledger.accounts === accounts &&
    old.ledger.matches === matches &&
    old.operators === operators &&
    old.confirmed === confirmed
  if (before && isSameGround) return before.directory
  const said = new Map(confirmed.map((match) => [match.account, match]))
  return joinCustomers(accounts.values(), operators, matches, said, before?.directory)
}

/** Whoever is another than before, or has other notices or agreements. */
function* changedCustomers(
  facts: BookFacts,
  directory: CustomerDirectory,
  old: BookFacts,
  before: CustomerDirectory,
): Iterable<CustomerId> {
  if (directory !== before) for (const { id } of before.all) if (directory.byId(id) !== before.byId(id)) yield id
  for (const { customer } of changed(facts.notices, old.notices)) yield idToday(customer, directory)
  for (const one of changed(facts.agreements, old.agreements)) yield whoseToday(one, directory)
}

/** What is in only one of two lists. */
function* changed<One extends object>(is: readonly One[], was: readonly One[]): Iterable<One> {
  if (is === was) return
  const [before, now] = [new Set(was), new Set(is)]
  for (const one of was) if (!now.has(one)) yield one
  for (const one of is) if (!before.has(one)) yield one
}

/** Whoever owns an account whose items the ledger lists anew. */
function* customersBooked(directory: CustomerDirectory, ledger: Ledger, old: Ledger): Iterable<Customer> {
  if (ledger.items === old.items) return
  const ownerOf = function* (account: string) {
    const owner = directory.ofAccount(account)
    if (owner) yield owner
  }
  for (const [account, items] of ledger.items) if (old.items.get(account) !== items) yield* ownerOf(account)
  for (const account of old.items.keys()) if (!ledger.items.has(account)) yield* ownerOf(account)
}

function hasSameItems({ accounts }: Customer, ledger: Ledger, old: Ledger): boolean {
  return accounts.every(({ key }) => {
    const [is, was] = [ledger.items.get(key), old.items.get(key)]
    return is === was || (is?.length === was?.length && is?.every(({ item }, at) => item === was?.[at]?.item))
  })
}

/** Whether two have the same facts: the very same, or lists of the very same. */
function isSame(a: BookFacts, b: BookFacts): boolean {
  return (Object.keys(a) as (keyof BookFacts)[]).every((name) => {
    const [one, other] = [a[name], b[name]]
    if (one === other || !Array.isArray(one) || !Array.isArray(other)) return one === other
    return one.length === other.length && one.every((each, at) => each === other[at])
  })
}

/** What the ledger can tell of a customer: as much as its oldest item. */
function toldOf({ accounts }: Customer, ledger: Ledger): Told {
  let oldest: Day | null = null
  let oldestPart: Day | null = null
  for (const { key } of accounts)
    for (const { asOf, partDay } of ledger.items.get(key) ?? []) {
      if (oldest === null || asOf < oldest) oldest = asOf
      if (partDay && (oldestPart === null || asOf < oldestPart)) oldestPart = asOf
    }
  if (oldest === null && accounts.length > 0) {
    oldest = ledger.asOf
    oldestPart = ledger.partDay ? ledger.asOf : null
  }
  return { asOf: oldest, toldUntil: oldestPart === oldest && oldest !== null ? addDays(oldest, -1) : oldest }
}
