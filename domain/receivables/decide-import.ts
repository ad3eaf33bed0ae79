import type { Actor } from '../audit/audit-entry.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import type { Instant } from '../shared/time.ts'
import { mayApprove, mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import type { ActiveRecord } from './active-imports.ts'
import type { ImportEffect, ImportRecord } from './ledger-import.ts'

type NotAllowed = { readonly code: 'not-allowed' }
type AlreadyDecided = { readonly code: 'already-decided'; readonly record: ImportRecord }

/** What is settled about an import before anybody decides whether it may stand. */
export type ImportAsked = Omit<Extract<ImportRecord, { status: 'pending' }>, 'status'>

export type CommitRefusal =
  | NotAllowed
  /** A second person must say yes, so it must be known who the first one is. */
  | { readonly code: 'name-yourself'; readonly guard: ImportEffect['guard'] }

export type ConfirmRefusal = NotAllowed | AlreadyDecided | { readonly code: 'own-import' }
export type RejectRefusal = NotAllowed | AlreadyDecided
export type UndoRefusal = NotAllowed | { readonly code: 'not-active'; readonly record: ImportRecord }

/** Whether somebody may import, and may do so alone; `staff` is null where only the console speaks. */
export function mayCommit(effect: ImportEffect, staff: Staff | null): CommitRefusal | null {
  if (staff !== null && !mayAsk(staff.roles, 'import ledger')) return { code: 'not-allowed' }
  if (effect.guard.length > 0 && staff === null) return { code: 'name-yourself', guard: effect.guard }
  return null
}

/** An import that needs nobody else is active at once. */
export function settled(asked: ImportAsked, now: Instant): ImportRecord {
  if (asked.effect.guard.length > 0) return { ...asked, status: 'pending' }
  return { ...asked, status: 'active', confirmedBy: null, activeAt: now }
}

/** A second person's yes: never the one who imported. */
export function confirmImport(
  record: ImportRecord,
  facts: { readonly by: Staff; readonly now: Instant },
): Outcome<ActiveRecord, ConfirmRefusal> {
  if (record.status !== 'pending') return refused({ code: 'already-decided', record })
  if (record.staff === facts.by.id) return refused({ code: 'own-import' })
  if (!mayApprove(facts.by.roles, 'import ledger')) return refused({ code: 'not-allowed' })
  return granted({ ...record, status: 'active', confirmedBy: facts.by.id, activeAt: facts.now })
}

/** A no; whoever imported may take it back as well. */
export function rejectImport(
  record: ImportRecord,
  facts: { readonly by: Staff; readonly now: Instant },
): Outcome<ImportRecord, RejectRefusal> {
  if (record.status !== 'pending') return refused({ code: 'already-decided', record })
  if (record.staff !== facts.by.id && !mayApprove(facts.by.roles, 'import ledger')) {
    return refused({ code: 'not-allowed' })
  }
  return granted({ ...record, status: 'rejected', rejectedBy: facts.by.id, endedAt: facts.now })
}

/** Takes an active import back, whole. `staff` is null where only the console speaks. */
export function undoImport(
  record: ImportRecord,
  facts: { readonly by: Actor; readonly staff: Staff | null; readonly now: Instant },
): Outcome<ImportRecord, UndoRefusal> {
  if (record.status !== 'active') return refused({ code: 'not-active', record })
  if (facts.staff !== null && !mayAsk(facts.staff.roles, 'import ledger')) return refused({ code: 'not-allowed' })
  return granted({ ...askedOf(record), status: 'undone', undoneBy: facts.by, endedAt: facts.now })
}

function askedOf(record: ActiveRecord): ImportAsked {
  const { id, file, sha256, scope, complete, asOf, rows, effect, by, staff, at } = record
  return { id, file, sha256, scope, complete, asOf, rows, effect, by, staff, at }
}
