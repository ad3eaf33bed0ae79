import type { CaseId } from '../shared/ids.ts'
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
  const carried = [...keys].flatMap((key) => ledger.accounts.get(key) ?? [])
  const senders = emailSenders(
    inForce,
    new Set(carried.flatMap(({ key, email }) => (email === undefined ? [] : [key]))),
  )
  return {
    ...incoming,
    accounts: [
      ...incoming.accounts,
      ...carried.map((account) => {
        const from = senders.get(account.key)
        return from === undefined ? account : { ...account, emailFrom: from }
      }),
    ],
    matches: [...incoming.matches, ...[...keys].flatMap((key) => proven.get(key) ?? [])],
  }
}

/** The import behind the address of each of these accounts: the newest that names the account, or whom it took it from. */
export function emailSenders(inForce: readonly LedgerImport[], keys: ReadonlySet<string>): ReadonlyMap<string, CaseId> {
  const found = new Map<string, CaseId>()
  for (const { id, accounts } of inForce)
    for (const { key, email, emailFrom } of accounts)
      if (keys.has(key) && email !== undefined) found.set(key, emailFrom ?? id)
  return found
}
