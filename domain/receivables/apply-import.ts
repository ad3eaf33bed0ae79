import type { LedgerAccount, Match } from '../customers/customer.ts'
import { inScope, sameScope } from './import-scope.ts'
import { emptyLedger, type DatedItem, type Ledger } from './ledger.ts'
import type { ClosedDocument, ImportScope, LedgerImport } from './ledger-import.ts'
import { itemKey, type OpenItem } from './open-item.ts'

let revisions = emptyLedger.revision

/** What all these imports together say, in their order. */
export function foldImports(imports: readonly LedgerImport[]): Ledger {
  return imports.reduce(applyImport, { ...emptyLedger, revision: (revisions += 1) })
}

/**
 * The ledger after one more import. What it lists replaces the document of the same key; what it shows with nothing
 * open is closed, and a complete list also closes what its scope no longer shows. Everything outside the scope stays as
 * it is. An account stays known after its last item was closed: it owes nothing, which is not the same as being unknown.
 */
export function applyImport(ledger: Ledger, imported: LedgerImport): Ledger {
  const listed = Map.groupBy(imported.items, ({ account }) => account)
  const closes = closingBy(imported)
  const closed = new Set(imported.closed.map(({ account }) => account))
  const items = new Map<string, readonly DatedItem[]>()
  for (const [account, before] of ledger.items) {
    const now = listed.get(account)
    if (!now && !imported.complete && !closed.has(account)) {
      items.set(account, before)
      continue
    }
    const replaced = new Set(now?.map(itemKey))
    const left = before.filter((dated) => !replaced.has(itemKey(dated.item)) && !closes(dated.item))
    if (left.length > 0) items.set(account, left)
  }
  for (const [account, now] of listed) {
    const { asOf } = imported
    const dated = now.map((item): DatedItem => (imported.partDay ? { item, asOf, partDay: true } : { item, asOf }))
    items.set(account, [...(items.get(account) ?? []), ...dated])
  }
  return {
    revision: (revisions += 1),
    items,
    ...identities(ledger, imported),
    ...newer(ledger, imported),
  }
}

/**
 * Imports that still say something: an earlier import of a scope whose complete list came later has nothing left to
 * add, unless that list left rows out. `imports` in their order, and so is the answer.
 */
export function inForce(imports: readonly LedgerImport[]): readonly LedgerImport[] {
  const spoken: ImportScope[] = []
  return imports
    .toReversed()
    .filter((imported) => {
      if (spoken.some((scope) => sameScope(scope, imported.scope))) return false
      if (replacesEarlier(imported)) spoken.push(imported.scope)
      return true
    })
    .toReversed()
}

/** Whether nothing of its scope's earlier imports can outlive this one. */
export function replacesEarlier({ complete, kept }: LedgerImport): boolean {
  return complete && kept.length === 0
}

/** What an import closes of what it does not list. */
export function closingBy({ scope, complete, kept, closed }: LedgerImport): (item: OpenItem) => boolean {
  const shown = new Set(closed.flatMap(keysOf))
  const documents = new Set(kept.map(({ account, number }) => (number === null ? account : `${account}|${number}`)))
  const isKept = ({ account, number }: OpenItem) => documents.has(account) || documents.has(`${account}|${number}`)
  return (item) => inScope(item, scope) && ((complete && !isKept(item)) || shown.has(itemKey(item)))
}

/** Where the list does not say which of the two it shows, it shows both. */
function keysOf({ account, number, kind }: ClosedDocument): readonly string[] {
  return (kind === null ? (['invoice', 'credit'] as const) : [kind]).map((one) =>
    itemKey({ account, number, kind: one }),
  )
}

/** Of two of one day the one that was read after it was over knows it whole. */
function newer(before: Pick<Ledger, 'asOf' | 'partDay'>, imported: LedgerImport): Pick<Ledger, 'asOf' | 'partDay'> {
  const { asOf, partDay } = imported
  const isNewer = before.asOf === null || before.asOf < asOf
  if (!isNewer && before.asOf !== asOf) return dayOf(before)
  return dayOf({ asOf, ...(partDay && (isNewer || before.partDay) && { partDay }) })
}

function dayOf({ asOf, partDay }: Pick<Ledger, 'asOf' | 'partDay'>): Pick<Ledger, 'asOf' | 'partDay'> {
  return partDay ? { asOf, partDay } : { asOf }
}

/** The newest import that names an account says everything about its identity, also that it is matched to nobody. */
function identities(
  ledger: Ledger,
  imported: LedgerImport,
): { accounts: ReadonlyMap<string, LedgerAccount>; matches: ReadonlyMap<string, Match> } {
  const accounts = new Map(ledger.accounts)
  const matches = new Map(ledger.matches)
  for (const account of imported.accounts) {
    accounts.set(account.key, account)
    matches.delete(account.key)
  }
  for (const match of imported.matches) matches.set(match.account, match)
  return { accounts, matches }
}
