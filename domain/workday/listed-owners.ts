import type { Customer, LedgerAccount } from '../customers/customer.ts'
import { idToday, type CustomerDirectory } from '../customers/customer-directory.ts'
import type { Stored } from '../ports/desk-store.ts'
import type { CaseId, CustomerId, StaffId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import type { Staff } from '../staff/staff.ts'
import { inEffect, isByPerson, type Assignment } from './assignment.ts'
import type { AssignmentsOf } from './kept-assignments.ts'

/** What is known when a list's column for who looks after a customer is weighed. */
export interface OwnerFacts {
  /** Whose account is whose once the deed is done, and what the accounts say by then. */
  readonly directory: CustomerDirectory
  /** The one colleague a name means, who may look after customers; null where there is none. */
  readonly colleague: (name: string) => Staff | null
  readonly assignmentsOf: AssignmentsOf
}

/** What an import of a list says of its accounts. */
export interface Listing {
  readonly id: CaseId
  readonly accounts: readonly LedgerAccount[]
}

/** A customer who is somebody's anew; mostly somebody else's than before. */
export interface OwnerChange {
  readonly customer: CustomerId
  readonly before: StaffId | null
  readonly owner: StaffId | null
  /** The import whose list names the owner; null where what was kept before counts again. */
  readonly by: CaseId | null
}

/** What an import, or taking it back, does to who looks after whom. */
export interface ListedOwners {
  readonly changes: readonly OwnerChange[]
  /** Whom a person gave to another colleague than the list does: they stay theirs. */
  readonly leftAlone: readonly CustomerId[]
  /** Whose accounts name different colleagues: nothing changes for them. */
  readonly disputed: readonly CustomerId[]
  /** Names that mean no one colleague, as they are written. */
  readonly unknown: readonly string[]
  /** What counts no more, whatever comes after. */
  readonly obsolete: readonly Stored<Assignment>[]
}

export const noListedOwners: ListedOwners = { changes: [], leftAlone: [], disputed: [], unknown: [], obsolete: [] }

/**
 * Whom the list of an import names for its customers. A name that means nobody changes nothing, and neither does an
 * empty cell: a column gives customers to people and never takes them away. Whom a person assigned stays theirs.
 */
export function listedOwners({ id, accounts }: Listing, facts: OwnerFacts): ListedOwners {
  const { directory, colleague, assignmentsOf } = facts
  const named = accounts.filter(saysOwner)
  const customers = new Set(named.flatMap(({ key }) => directory.ofAccount(key) ?? []))
  const unknown = new Set(named.flatMap(({ owner = '' }) => (colleague(owner) ? [] : [owner])))
  const changes: OwnerChange[] = []
  const leftAlone: CustomerId[] = []
  const disputed: CustomerId[] = []
  for (const customer of customers) {
    const owner = ownerNamed(customer, colleague)
    if (owner === 'several') disputed.push(customer.id)
    if (owner === null || owner === 'several') continue
    const now = inEffect(assignmentsOf(customer).map(({ value }) => value))
    if (now?.owner === owner.id) continue
    if (isByPerson(now)) leftAlone.push(customer.id)
    else changes.push({ customer: customer.id, before: now?.owner ?? null, owner: owner.id, by: id })
  }
  return { changes, leftAlone, disputed, unknown: [...unknown].sort(), obsolete: [] }
}

/** An import that is still in force when another one is taken back. */
export interface Standing extends Listing {
  /** From when it counts. */
  readonly since: Instant
}

/**
 * Who looks after whom once an import is taken back: what it named goes with it, and what counted before counts again,
 * unless a later import names somebody too. `left` in their order.
 */
export function unlistedOwners(
  turned: CaseId,
  left: readonly Standing[],
  kept: readonly Stored<Assignment>[],
  { directory, colleague, assignmentsOf }: OwnerFacts,
): ListedOwners {
  const obsolete = kept.filter(({ value }) => value.import === turned)
  const namedBy = new Map(left.flatMap((one) => one.accounts.filter(saysOwner).map(({ key }) => [key, one])))
  const changeOf = (id: CustomerId): OwnerChange | null => {
    const customer = directory.byId(id) ?? { id, accounts: [] }
    const all = assignmentsOf(customer).map(({ value }) => value)
    const was = inEffect(all)
    if (was?.import !== turned) return null
    const again = inEffect(all.filter((one) => one.import !== turned))
    const naming = customer.accounts.flatMap(({ key }) => namedBy.get(key) ?? []).at(-1)
    // A later import that names the same colleague wrote nothing down; of an older one, only what is kept no more is missed.
    const counts = naming !== undefined && (naming.since > was.at || again === null)
    const listed = counts ? ownerNamed(customer, colleague) : null
    const before = was.owner
    if (naming && listed && listed !== 'several') return { customer: id, before, owner: listed.id, by: naming.id }
    const owner = again?.owner ?? null
    return owner === before ? null : { customer: id, before, owner, by: null }
  }
  const touched = new Set(obsolete.map(({ value }) => idToday(value.customer, directory)))
  const changes = [...touched].flatMap((id) => changeOf(id) ?? [])
  return { ...noListedOwners, changes, obsolete }
}

/** The one colleague whom the ledger's accounts of a customer name; names that mean nobody say nothing. */
export function ownerNamed(
  { accounts }: Pick<Customer, 'accounts'>,
  colleague: OwnerFacts['colleague'],
): Staff | 'several' | null {
  const named = accounts.flatMap(({ owner }) => (owner === undefined ? [] : (colleague(owner) ?? [])))
  const [first = null, ...others] = named
  return others.some(({ id }) => id !== first?.id) ? 'several' : first
}

function saysOwner({ owner }: LedgerAccount): boolean {
  return owner !== undefined
}
