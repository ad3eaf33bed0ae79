import type { Customer } from '../customers/customer.ts'
import { unmatchedId, type CustomerDirectory } from '../customers/customer-directory.ts'
import type { CustomerId } from '../shared/ids.ts'
import type { Currency } from '../shared/money.ts'
import { sameValue } from '../shared/same-value.ts'
import { inScope } from './import-scope.ts'
import type { Ledger } from './ledger.ts'
import type { ImportEffect, ImportScope, LedgerImport } from './ledger-import.ts'
import { itemKey, type OpenItem } from './open-item.ts'

const mostShown = 50

/** What tells who somebody is and what they owe, the same on both sides of an import. */
export interface Judgement {
  /** Whose account is whose in a ledger. */
  readonly join: (ledger: Ledger) => CustomerDirectory
  /** Whether a customer's items are old and large enough for suspension; a final notice plays no part. */
  readonly isDue: (items: readonly OpenItem[], customer: Customer) => boolean
}

/** What an import changes; the guard is for the rule to decide. */
export function effectOf(
  incoming: LedgerImport,
  before: Ledger,
  after: Ledger,
  judgement: Judgement,
): Omit<ImportEffect, 'guard'> {
  const [was, is] = [judgement.join(before), judgement.join(after)]
  // Only whoever owes something needs a match: accounts that were taken over, or that have paid, can wait.
  const listed = new Set(incoming.items.map(({ account }) => account))
  const unmatched = incoming.accounts
    .filter(({ key }) => listed.has(key) && is.ofAccount(key)?.operator == null)
    .map(({ key, name }) => ({ account: key, name }))
    .sort((a, b) => (a.account < b.account ? -1 : 1))
  const { scope } = incoming
  const owingBefore = owing(before, was, judgement, scope)
  const owingAfter = owing(after, is, judgement, scope)
  const ofScope = [...owingBefore, ...owingAfter].filter(([, owes]) => owes.inScope)
  return {
    ...changes(incoming, before, after),
    totals: totals(incoming, after),
    customers: new Set(ofScope.map(([id]) => id)).size,
    unmatched: unmatched.slice(0, mostShown),
    unmatchedCount: unmatched.length,
    newlyDue: [...owingAfter].filter(([id, { due }]) => due && !owingBefore.get(id)?.due).length,
    rematched: rematched(was, is, after),
  }
}

/** How many items of an import's scope are open. */
export function openInScope(ledger: Ledger, { scope }: Pick<LedgerImport, 'scope'>): number {
  return count(ledger, (item) => inScope(item, scope))
}

/** Accounts that belonged to an operator's customer and now belong to somebody else. */
function rematched(was: CustomerDirectory, is: CustomerDirectory, after: Ledger): ImportEffect['rematched'] {
  return [...after.accounts.keys()].flatMap((account) => {
    const from = was.ofAccount(account)
    const to = is.ofAccount(account)?.id ?? unmatchedId(account)
    return from?.operator && from.id !== to ? [{ account, from: from.id, to }] : []
  })
}

/** Whether somebody with anything open is due, by all of it, and whether any of it is of an import's scope. */
interface Owing {
  readonly due: boolean
  readonly inScope: boolean
}

/** Customers with anything open. One after the other, so that nothing piles up. */
function owing(
  ledger: Ledger,
  { all }: CustomerDirectory,
  { isDue }: Judgement,
  scope: ImportScope,
): ReadonlyMap<CustomerId, Owing> {
  const found = new Map<CustomerId, Owing>()
  for (const customer of all) {
    const items = customer.accounts.flatMap(({ key }) => ledger.items.get(key)?.map(({ item }) => item) ?? [])
    if (items.length === 0) continue
    found.set(customer.id, { due: isDue(items, customer), inScope: items.some((item) => inScope(item, scope)) })
  }
  return found
}

function changes({ scope }: LedgerImport, before: Ledger, after: Ledger) {
  const found = { opened: 0, changed: 0, closed: 0, unchanged: 0 }
  for (const account of new Set([...before.items.keys(), ...after.items.keys()])) {
    const was = new Map(before.items.get(account)?.map(({ item }) => [itemKey(item), item]))
    for (const { item } of after.items.get(account) ?? []) {
      const old = was.get(itemKey(item))
      was.delete(itemKey(item))
      if (!inScope(item, scope)) continue
      if (!old) found.opened += 1
      else if (sameValue(old, item)) found.unchanged += 1
      else found.changed += 1
    }
    found.closed += was.size
  }
  return found
}

function totals({ scope }: LedgerImport, after: Ledger): ImportEffect['totals'] {
  const sums = new Map<Currency, { minor: number; items: number }>()
  for (const dated of after.items.values()) {
    for (const { item } of dated) {
      if (!inScope(item, scope)) continue
      const sum = sums.get(item.open.currency) ?? { minor: 0, items: 0 }
      const signed = item.kind === 'invoice' ? item.open.minor : -item.open.minor
      sums.set(item.open.currency, { minor: sum.minor + signed, items: sum.items + 1 })
    }
  }
  return [...sums].map(([currency, sum]) => ({ currency, ...sum })).sort((a, b) => (a.currency < b.currency ? -1 : 1))
}

function count(ledger: Ledger, counts: (item: OpenItem) => boolean): number {
  let found = 0
  for (const dated of ledger.items.values()) for (const { item } of dated) if (counts(item)) found += 1
  return found
}
