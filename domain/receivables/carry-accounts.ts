import type { Ledger } from './ledger.ts'
import type { LedgerImport } from './ledger-import.ts'
import { sameScope } from './import-scope.ts'
import { provenMatches } from './proven-matches.ts'
import { replacesEarlier } from './apply-import.ts'

/**
 * A complete list takes over the accounts of the imports it replaces, so that a customer who has paid everything
 * stays known with its match when those imports are no longer read.
 */
export function carryAccounts(incoming: LedgerImport, inForce: readonly LedgerImport[], ledger: Ledger): LedgerImport {
  if (!replacesEarlier(incoming)) return incoming
  const listed = new Set(incoming.accounts.map(({ key }) => key))
  const replaced = inForce.filter(({ scope }) => sameScope(scope, incoming.scope))
  const keys = new Set(replaced.flatMap(({ accounts }) => accounts.map(({ key }) => key)).filter((k) => !listed.has(k)))
  if (keys.size === 0) return incoming
  const proven = provenMatches(inForce, ledger)
  return {
    ...incoming,
    accounts: [...incoming.accounts, ...[...keys].flatMap((key) => ledger.accounts.get(key) ?? [])],
    matches: [...incoming.matches, ...[...keys].flatMap((key) => proven.get(key) ?? [])],
  }
}
