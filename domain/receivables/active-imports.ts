import type { DeskStore, Stored } from '../ports/desk-store.ts'
import type { ImportArchive } from '../ports/import-archive.ts'
import type { CaseId } from '../shared/ids.ts'
import { later, type Instant } from '../shared/time.ts'
import { foldImports, replacesEarlier } from './apply-import.ts'
import { sameScope } from './import-scope.ts'
import { emptyLedger, type Ledger } from './ledger.ts'
import { stillProven } from './proven-matches.ts'
import type { ImportRecord, ImportScope, LedgerImport } from './ledger-import.ts'

/** An import that counts, also while somebody asks to take it back. */
export type ActiveRecord = Extract<ImportRecord, { status: 'active' | 'undo-asked' }>

/** The imports that make today's ledger, and the ledger they make. A value. */
export interface ActiveImports {
  /** Ids of all active imports in their order; another key, another ledger. */
  readonly key: string
  readonly ids: ReadonlySet<CaseId>
  readonly inForce: readonly LedgerImport[]
  readonly ledger: Ledger
  /** The record of the newest; every change of the set writes it again, so that of two at once one is stale. */
  readonly head: Stored<ActiveRecord> | null
}

/** An import that was just believed, and the ledger it was planned to make. */
export interface FreshImport {
  readonly imported: LedgerImport
  readonly ledger: Ledger
}

/** Before the first one. */
export const noImports: ActiveImports = { key: '', ids: new Set(), inForce: [], ledger: emptyLedger, head: null }

/**
 * Reads which imports are active and loads those still in force, newest first: what a later complete list replaced
 * is not even read. What is `known` to be in force is not loaded again, and neither is a `fresh` import; where it is
 * all that came after what is known, the ledger planned with it is taken as it is. `without` leaves one out, to see
 * what its undoing would do.
 */
export async function loadActive(
  parts: { readonly store: DeskStore; readonly archive: ImportArchive },
  known: ActiveImports,
  { fresh = null, without = null }: { readonly fresh?: FreshImport | null; readonly without?: CaseId | null } = {},
): Promise<ActiveImports> {
  const records = (await parts.store.list('ledger-import'))
    .filter((stored): stored is Stored<ActiveRecord> => isActive(stored.value) && stored.id !== without)
    .sort(inOrder)
  const head = records.at(-1) ?? null
  const ids = new Set(records.map(({ id }) => id))
  const key = records.map(({ id, value: { readAgain } }) => (readAgain ? `${id}@${readAgain}` : id)).join(' ')
  if (key === known.key) return { ...known, head }

  const atHand = new Map([...known.inForce, ...(fresh ? [fresh.imported] : [])].map((one) => [one.id, one]))
  const replaced: ImportScope[] = []
  const inForce: LedgerImport[] = []
  for (const { id, value } of records.toReversed()) {
    if (replaced.some((scope) => sameScope(scope, value.scope))) continue
    const kept = atHand.get(id) ?? (await parts.archive.load(id, value.sha256))
    const imported = stillProven(asReadAgain(kept, value), ids)
    if (replacesEarlier(imported)) replaced.push(imported.scope)
    inForce.unshift(imported)
  }
  const isPlanned = fresh !== null && key === `${known.key} ${fresh.imported.id}`.trim()
  return { key, ids, inForce, ledger: isPlanned ? fresh.ledger : foldImports(inForce), head }
}

/**
 * When an import that is believed now becomes active: after all others, also where the clock was set back meanwhile, or
 * the older list would win.
 */
export function activeFrom({ head }: ActiveImports, now: Instant): Instant {
  return head && head.value.activeAt >= now ? later(head.value.activeAt, 1) : now
}

/** Whether an import counts now. */
export function isActive(record: ImportRecord): record is ActiveRecord {
  return record.status === 'active' || record.status === 'undo-asked'
}

/** The import, as of the last day on which its books said the same; what the desk reads itself is never of a day that is over. */
function asReadAgain(imported: LedgerImport, { readAgain = imported.asOf, pulled }: ActiveRecord): LedgerImport {
  if (readAgain > imported.asOf) return { ...imported, asOf: readAgain, partDay: true }
  return pulled && !imported.partDay ? { ...imported, partDay: true } : imported
}

/** In the order they became active; numbers decide within one millisecond. */
function inOrder(a: Stored<ActiveRecord>, b: Stored<ActiveRecord>): number {
  if (a.value.activeAt !== b.value.activeAt) return a.value.activeAt < b.value.activeAt ? -1 : 1
  return Number(a.id.replace(/\D/g, '')) - Number(b.id.replace(/\D/g, ''))
}
