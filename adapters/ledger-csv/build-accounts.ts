import type { LedgerAccount } from '../../domain/customers/customer.ts'
import { nameAsCompared } from '../../domain/staff/staff-named.ts'
import type { AccountFacts } from './read-account.ts'
import type { Note } from '../../domain/receivables/understanding.ts'

/** One account per key, whatever the order of its rows; where rows contradict each other, neither is believed. */
export function buildAccounts(facts: Iterable<AccountFacts>): {
  readonly accounts: readonly LedgerAccount[]
  readonly notes: readonly Note[]
} {
  const found = new Map<string, LedgerAccount>()
  const contradictory = new Set<string>()
  const byName = new Set<string>()
  // Null for what is not exactly one address: beside it, another row's is not sure to be theirs.
  const addresses = new Map<string, Set<string | null>>()
  const owners = new Map<string, { readonly said: string; readonly agreed: boolean }>()
  const differ = (key: string, a: string | null, b: string | null): string | null => {
    if (a !== null && b !== null && a !== b) contradictory.add(key)
    return a ?? b
  }
  for (const { key, number, name, domain, tenantId, country, email, wrongEmail, owner, byName: isByName } of facts) {
    if (isByName) byName.add(key)
    if (email !== null || wrongEmail) addresses.set(key, (addresses.get(key) ?? new Set()).add(email))
    if (owner !== null) owners.set(key, agreedOn(owner, owners.get(key)))
    const known = found.get(key)
    if (known?.name === name && known.domain === domain && known.tenantId === tenantId && known.country === country) {
      continue
    }
    found.set(key, {
      key,
      number,
      name: known ? betterName(known.name, name, number) : name,
      domain: known ? differ(key, known.domain, domain) : domain,
      tenantId: known ? differ(key, known.tenantId, tenantId) : tenantId,
      country: known ? smaller(known.country, country) : country,
    })
  }
  for (const key of contradictory) {
    const account = found.get(key)
    if (account) found.set(key, { ...account, domain: null, tenantId: null })
  }
  const leftOut: string[] = []
  for (const [key, [email = null, ...others]] of addresses) {
    const account = found.get(key)
    if (email === null || others.length > 0) leftOut.push(key)
    else if (account) found.set(key, { ...account, email })
  }
  const disputed: string[] = []
  for (const [key, { said, agreed }] of owners) {
    const account = found.get(key)
    if (!agreed) disputed.push(key)
    else if (account) found.set(key, { ...account, owner: said })
  }
  const accounts = [...found.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
  const differing: readonly Note[] =
    contradictory.size > 0 ? [{ code: 'identities-differ', accounts: [...contradictory].sort() }] : []
  const unaddressed: readonly Note[] =
    leftOut.length > 0 ? [{ code: 'addresses-left-out', accounts: leftOut.sort() }] : []
  const unowned: readonly Note[] = disputed.length > 0 ? [{ code: 'owners-differ', accounts: disputed.sort() }] : []
  const named: readonly Note[] = byName.size > 0 ? [{ code: 'numbers-from-names', accounts: byName.size }] : []
  return { accounts, notes: [...named, ...differing, ...unaddressed, ...unowned] }
}

/** The same person is the same in any writing; of two writings the one that sorts first, whatever the order of rows. */
function agreedOn(owner: string, before: { readonly said: string; readonly agreed: boolean } | undefined) {
  if (before === undefined) return { said: owner, agreed: true }
  const said = before.said < owner ? before.said : owner
  return { said, agreed: before.agreed && nameAsCompared(owner) === nameAsCompared(before.said) }
}

/** A name that is not just the number; of two, the one that sorts first. */
function betterName(a: string, b: string, number: string): string {
  if (a === number || b === number) return a === number ? b : a
  return a < b ? a : b
}

function smaller(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  return a < b ? a : b
}
