import { canonical, type Actor } from '../audit/audit-entry.ts'
import { saveOf } from '../cases/decide-case.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import type { VersionRefusal } from '../shared/versioned.ts'
import type { Staff } from '../staff/staff.ts'
import { isActive, type ActiveImports, type ActiveRecord, type FreshImport } from './active-imports.ts'
import { replacesEarlier } from './apply-import.ts'
import { mayCommit, type CommitRefusal } from './decide-import.ts'
import { draftImport, type ImportDraft, type ImportParts, type IncomingLedger } from './draft-import.ts'
import { consequencesOf } from './import-consequences.ts'
import { sameScope } from './import-scope.ts'
import { keepImport } from './keep-import.ts'
import { dataAsOf, type ImportRecord } from './ledger-import.ts'
import type { PlanRefusal } from './plan-import.ts'

/** What became of books that were read. */
export type Taken =
  /** A new import: active, or pending where it would change so much that somebody must say yes. */
  | { readonly kind: 'imported'; readonly record: ImportRecord }
  /** They say what they said before; the import that said it. */
  | { readonly kind: 'unchanged'; readonly record: ImportRecord }

export type TakeRefusal = PlanRefusal | CommitRefusal | VersionRefusal

interface Taking {
  readonly incoming: IncomingLedger
  readonly by: Actor
  readonly staff: Staff | null
  readonly active: ActiveImports
  readonly believe: (fresh: FreshImport) => void
}

/** Takes over what was pulled, within a turn of the imports. */
export async function takePulled(
  { incoming, by, staff, active, believe }: Taking,
  parts: ImportParts,
): Promise<Outcome<Taken, TakeRefusal>> {
  const at = parts.now()
  const drafted = await draftImport(incoming, active, at, parts)
  if (!drafted.ok) return drafted
  const draft = drafted.value
  const refusal = mayCommit(draft.plan.effect, staff, by)
  if (refusal) return refused(refusal)

  const before = saysTheSame(draft, active) ? await lastPullOf(incoming, active, parts) : null
  if (before === null) {
    const { record, fresh } = await keepImport({ incoming, draft, active, by, staff, at }, parts)
    believe(fresh)
    return granted({ kind: 'imported', record })
  }
  const { id, value, version } = before
  const books = incoming.pulled?.books
  const pulled = value.pulled && (books === undefined ? value.pulled : { ...value.pulled, books })
  const record = { ...value, ...(pulled && { pulled }), readAgain: incoming.asOf }
  if (incoming.asOf > dataAsOf(value)) {
    const { endRequestsOf } = parts
    const facts = { what: 'read-again', by, at, active, rematched: [], endRequestsOf } as const
    const { audit, also } = await consequencesOf(record, { ...facts, named: staff?.id ?? null })
    await parts.store.commit({
      ...also,
      save: [saveOf('ledger-import', id, record, version), ...(also?.save ?? [])],
      audit,
    })
  }
  return granted({ kind: 'unchanged', record })
}

/** Nothing would change: no document, no customer's name, and neither who belongs to whom nor who looks after whom. */
function saysTheSame({ imported, plan: { effect } }: ImportDraft, { ledger }: ActiveImports): boolean {
  const { opened, changed, closed } = effect
  if (opened + changed + closed > 0 || effect.rematched.length > 0) return false
  // Somebody may have come to be known since, whom the books named all along.
  if (effect.owners && effect.owners.assigned > 0) return false
  if (imported.accounts.some((account) => canonical(account) !== canonical(ledger.accounts.get(account.key))))
    return false
  const matches = new Map(imported.matches.map((match) => [match.account, match]))
  return imported.accounts.every(({ key }) => matches.get(key)?.tenantId === ledger.matches.get(key)?.tenantId)
}

/** The import in force that the same books gave last, if all they say rests on it alone. */
async function lastPullOf({ scope, pulled }: IncomingLedger, { inForce }: ActiveImports, { store }: ImportParts) {
  const [last, ...others] = inForce.filter((imported) => sameScope(imported.scope, scope)).toReversed()
  if (!last || others.length > 0 || !replacesEarlier(last)) return null
  const found = await store.get('ledger-import', last.id)
  if (!found || !isActive(found.value) || found.value.pulled?.source !== pulled?.source) return null
  return { ...found, value: found.value satisfies ActiveRecord }
}
