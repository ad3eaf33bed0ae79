import { sameValue } from '../shared/same-value.ts'
import type { DatedItem, Ledger } from './ledger.ts'
import type { LedgerImport } from './ledger-import.ts'
import { itemKey } from './open-item.ts'

/**
 * The same import, made of what the ledger holds wherever that says the same: most of a daily list was in the one
 * before, need not be held twice, and is known by identity to have changed nothing.
 */
export function knownAlready(imported: LedgerImport, ledger: Ledger): LedgerImport {
  const accounts = imported.accounts.map((account) => orKnown(account, ledger.accounts.get(account.key)))
  const items = [...imported.items]
  // One account after the other, so that nothing piles up; the order of the list stays.
  for (const [account, places] of Map.groupBy(items.keys(), (at) => items[at]?.account ?? '')) {
    const known = new Map(ledger.items.get(account)?.map(({ item }) => [itemKey(item), item]))
    for (const at of places) {
      const item = items[at]
      if (item) items[at] = orKnown(item, known.get(itemKey(item)))
    }
  }
  const matches = imported.matches.map((match) => orKnown(match, ledger.matches.get(match.account)))
  return { ...imported, accounts, items, matches }
}

/** The same ledger, made of the parts of the one before that are the same: whoever kept both sees what changed. */
export function keptFrom(before: Ledger, ledger: Ledger): Ledger {
  const items = new Map<string, readonly DatedItem[]>()
  for (const [account, dated] of ledger.items) {
    const was = before.items.get(account)
    items.set(account, was && isSame(dated, was) ? was : dated)
  }
  return {
    ...ledger,
    items: orWas(items, before.items),
    accounts: orWas(ledger.accounts, before.accounts),
    matches: orWas(ledger.matches, before.matches),
  }
}

function isSame(dated: readonly DatedItem[], was: readonly DatedItem[]): boolean {
  return (
    dated.length === was.length &&
    dated.every(
      ({ item, asOf, partDay }, at) => item === was[at]?.item && asOf === was[at].asOf && partDay === was[at].partDay,
    )
  )
}

/** Their order counts: an account's customer is found in it. */
function orWas<Value>(is: ReadonlyMap<string, Value>, was: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  if (is.size !== was.size) return is
  const others = was.entries()
  for (const [key, value] of is) {
    const { value: other } = others.next()
    if (other?.[0] !== key || other[1] !== value) return is
  }
  return was
}

function orKnown<Value>(value: Value, known: Value | undefined): Value {
  return known !== undefined && sameValue(value, known) ? known : value
}
