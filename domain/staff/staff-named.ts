import { accountKey, type Staff } from './staff.ts'

/** A name as it is compared: case, width and spaces make nobody another person. */
export function nameAsCompared(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
}

/**
 * Tells whom a written name means: exactly the name of one of them, or how they sign in, which is their id here or the
 * user id of an account. Null where it is nobody's, or that of several.
 */
export function staffNamed(everybody: readonly Staff[]): (name: string) => Staff | null {
  const known = new Map<string, Staff | null>()
  for (const one of everybody) {
    const { id, name, accounts } = one
    const ways = [id, name, ...accounts.flatMap((account) => [account.user, accountKey(account)])]
    for (const way of new Set(ways.map(nameAsCompared))) known.set(way, known.has(way) ? null : one)
  }
  return (name) => known.get(nameAsCompared(name)) ?? null
}
