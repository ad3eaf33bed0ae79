import type { Actor } from '../audit/audit-entry.ts'
import { caseId } from '../cases/case.ts'
import { saveOf } from '../cases/decide-case.ts'
import { order } from '../outbox/orders.ts'
import type { Instant } from '../shared/time.ts'
import type { Staff } from '../staff/staff.ts'
import { activeFrom, type ActiveImports, type FreshImport } from './active-imports.ts'
import { askImport, importEnd } from './decide-import.ts'
import type { ImportDraft, ImportParts, IncomingLedger } from './draft-import.ts'
import { consequencesOf } from './import-consequences.ts'
import { ownersByImport, withOwners } from './owners-by-import.ts'
import type { ImportRecord } from './ledger-import.ts'

/** Who imports what, and on which ground it was worked out. */
interface Keeping {
  readonly incoming: IncomingLedger
  readonly draft: ImportDraft
  readonly active: ActiveImports
  readonly by: Actor
  readonly staff: Staff | null
  readonly at: Instant
}

/**
 * Keeps an import and commits it: active at once, or pending where a second person must say yes. Somebody else's change
 * of the imports meanwhile makes it stale.
 */
export async function keepImport(
  { incoming, draft, active, by, staff, at }: Keeping,
  parts: ImportParts,
): Promise<{ readonly record: ImportRecord; readonly fresh: FreshImport }> {
  const { store, archive, newId, endRequestsOf } = parts
  const { ledger } = draft.plan
  const id = caseId('ledger-import', await store.nextNumber('L'))
  const { file, rows, scope, complete, asOf, pulled } = incoming
  const imported = { ...draft.imported, id }
  const sha256 = await archive.keep(imported)
  const owners = await ownersByImport(imported, ledger, parts)
  const effect = withOwners(draft.plan.effect, owners)
  const asked = { id, file, sha256, scope, complete, asOf, rows, effect, by, staff: staff?.id ?? null, at }
  const record = askImport({ ...asked, ...(pulled && { pulled }) }, activeFrom(active, at))
  const { audit, orders, also } = await consequencesOf(record, {
    ...(record.status === 'active' ? { what: 'activated', active } : { what: 'proposed', active: null }),
    by,
    at,
    ...(record.status === 'active'
      ? { rematched: effect.rematched, owning: owners.write({ by, at, newId }) }
      : { rematched: [] }),
    endRequestsOf,
  })
  await store.commit({
    ...also,
    save: [saveOf('ledger-import', id, record, null), ...(also?.save ?? [])],
    audit,
    outbox: [
      ...orders.map((what) => order(newId, what, at)),
      ...(record.status === 'pending' ? [order(newId, { kind: 'expire-case', case: id }, importEnd(record))] : []),
    ],
  })
  return { record, fresh: { imported, ledger } }
}
