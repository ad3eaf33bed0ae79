import type { LedgerAccount, OperatorCustomer } from '../customers/customer.ts'
import { isStillCalled } from '../customers/still-called.ts'
import type { Lane } from '../customers/lane.ts'
import type { ImportedMatch } from './ledger-import.ts'
import type { OpenItem } from './open-item.ts'

/** What is known when accounts are matched. */
interface MatchFacts {
  readonly customers: readonly OperatorCustomer[]
  /** Matches of earlier imports: a number of the same books seen before is the same customer still. */
  readonly stored: ReadonlyMap<string, ImportedMatch>
  /** Accounts as the ledger knew them before, by key. */
  readonly known: ReadonlyMap<string, Pick<LedgerAccount, 'name'>>
  /** Lanes that the ledger itself names for an account's items. */
  readonly lanes: ReadonlyMap<string, ReadonlySet<Lane>>
}

/**
 * The accounts whose operator customer is certain: by the tenant id the ledger carries, else by a verified domain
 * that is unique over all lanes, else by the number stored with an earlier match. A name proves nothing.
 */
export function matchAccounts(accounts: readonly LedgerAccount[], facts: MatchFacts): readonly ImportedMatch[] {
  const tenants = uniqueBy(facts.customers, ({ tenantId }) => tenantId.toLowerCase())
  const domains = uniqueBy(facts.customers, ({ domain }) => domain.toLowerCase())
  return accounts.flatMap((account): readonly ImportedMatch[] => {
    const found = certain(account, tenants, domains) ?? storedMatch(account, facts)
    return found && fits(found.lane, facts.lanes.get(account.key)) ? [found] : []
  })
}

/** Lanes named by items, per account. */
export function lanesOfAccounts(items: readonly OpenItem[]): ReadonlyMap<string, ReadonlySet<Lane>> {
  const lanes = new Map<string, Set<Lane>>()
  for (const { account, lane } of items) {
    if (lane === null) continue
    const known = lanes.get(account)
    if (known) known.add(lane)
    else lanes.set(account, new Set([lane]))
  }
  return lanes
}

function certain(account: LedgerAccount, tenants: Unique, domains: Unique): ImportedMatch | null {
  if (account.tenantId !== null) return match(account, tenants.get(account.tenantId.toLowerCase()), 'tenant-id')
  if (account.domain !== null) return match(account, domains.get(account.domain.toLowerCase()), 'domain')
  return null
}

/**
 * A tenant id that nobody has speaks against an older match, and so does another name: numbers are given anew. A
 * missing or unknown domain does not.
 */
function storedMatch(account: LedgerAccount, { stored, known }: MatchFacts): ImportedMatch | null {
  const found = stored.get(account.key)
  if (!found || !isStillCalled(found.name ?? known.get(account.key)?.name, account)) return null
  if (account.tenantId !== null && found.tenantId.toLowerCase() !== account.tenantId.toLowerCase()) return null
  return { ...found, name: account.name }
}

function match(
  account: LedgerAccount,
  customer: OperatorCustomer | null | undefined,
  how: ImportedMatch['how'],
): ImportedMatch | null {
  if (!customer) return null
  return { account: account.key, lane: customer.lane, tenantId: customer.tenantId, how, name: account.name }
}

/** A customer belongs to exactly one lane: an account billed in another, or in two, is not this customer. */
function fits(lane: Lane, named: ReadonlySet<Lane> | undefined): boolean {
  return named === undefined || (named.size === 1 && named.has(lane))
}

/** By key; null where several share it. */
type Unique = ReadonlyMap<string, OperatorCustomer | null>

function uniqueBy(customers: readonly OperatorCustomer[], key: (customer: OperatorCustomer) => string): Unique {
  const found = new Map<string, OperatorCustomer | null>()
  for (const customer of customers) found.set(key(customer), found.has(key(customer)) ? null : customer)
  return found
}
