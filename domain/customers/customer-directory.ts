import type { CustomerId } from '../shared/ids.ts'
import { sameValue } from '../shared/same-value.ts'
import type { Customer, LedgerAccount, Match, OperatorCustomer } from './customer.ts'
import { isStillCalled } from './still-called.ts'

/** Every customer the ledger or an operator knows, the two sides joined. A value. */
export interface CustomerDirectory {
  readonly all: readonly Customer[]
  byId(id: CustomerId): Customer | null
  /** Whose ledger account it is; accounts matched to nobody are customers of their own. */
  ofAccount(account: string): Customer | null
}

/** The id of a customer that only the ledger knows. */
export function unmatchedId(account: string): CustomerId {
  return `account:${account}`
}

/** The id today of somebody of whom things were recorded under another: before the account was matched. */
export function idToday(id: CustomerId, directory: Pick<CustomerDirectory, 'ofAccount'>): CustomerId {
  return (id.startsWith('account:') && directory.ofAccount(id.slice('account:'.length))?.id) || id
}

/**
 * Joins both sides. A confirmed match goes before one made at import; a match to an operator customer that is not
 * listed (any more) counts for nothing, nor does one to an account that has another name since, so that nobody is ever
 * acted upon under a guessed identity. Whoever is as in the directory `before` is the very same value, and so is the
 * directory where all are.
 */
export function joinCustomers(
  accounts: Iterable<LedgerAccount>,
  operatorCustomers: readonly OperatorCustomer[],
  imported: ReadonlyMap<string, Match>,
  confirmed: ReadonlyMap<string, Match>,
  before: CustomerDirectory | null = null,
): CustomerDirectory {
  const operators = new Map(operatorCustomers.map((customer) => [customer.tenantId, customer]))
  const joined = new Map<CustomerId, { operator: OperatorCustomer | null; accounts: LedgerAccount[] }>()
  const owner = new Map<string, CustomerId>()
  for (const customer of operatorCustomers) joined.set(customer.tenantId, { operator: customer, accounts: [] })
  for (const account of accounts) {
    const match = [confirmed.get(account.key), imported.get(account.key)].find(
      (one) => one !== undefined && isStillCalled(one.name, account),
    )
    const own = operators.get(account.tenantId?.toLowerCase() ?? '')
    const operator = match ? operators.get(match.tenantId) : own?.knownFrom === 'ledger' ? own : undefined
    const id =
      operator && (match?.lane ?? operator.lane) === operator.lane ? operator.tenantId : unmatchedId(account.key)
    const known = joined.get(id)
    if (known) known.accounts.push(account)
    else joined.set(id, { operator: null, accounts: [account] })
    owner.set(account.key, id)
  }

  const all: Customer[] = []
  const byId = new Map<CustomerId, Customer>()
  for (const [id, { operator, accounts: own }] of joined) {
    const fresh = {
      id,
      name: operator?.name ?? own[0]?.name ?? id,
      lane: operator?.lane ?? null,
      operator,
      accounts: own,
    }
    const known = before?.byId(id)
    const customer = known && isSame(fresh, known) ? known : fresh
    all.push(customer)
    byId.set(id, customer)
  }
  if (before?.all.length === all.length && all.every((customer, at) => customer === before.all[at])) return before
  return {
    all,
    byId: (id) => byId.get(id) ?? null,
    ofAccount: (account) => byId.get(owner.get(account) ?? '') ?? null,
  }
}

/** Name and lane follow from the rest. */
function isSame(a: Customer, b: Customer): boolean {
  return (
    sameValue(a.operator, b.operator) &&
    a.accounts.length === b.accounts.length &&
    a.accounts.every((account, at) => account === b.accounts[at])
  )
}
