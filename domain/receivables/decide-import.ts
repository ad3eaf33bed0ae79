import type { Actor } from '../audit/audit-entry.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { later, type Instant } from '../shared/time.ts'
import { mayApprove, mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import { isActive, type ActiveRecord } from './active-imports.ts'
import type { ImportEffect, ImportRecord } from './ledger-import.ts'

type NotAllowed = { readonly code: 'not-allowed' }
type AlreadyDecided = { readonly code: 'already-decided'; readonly record: ImportRecord }

/** What is settled about an import before anybody decides whether it may stand. */
type ImportAsked = Omit<Extract<ImportRecord, { status: 'pending' }>, 'status'>

/** A second person must say yes, so it must be known who the first one is. */
type NameYourself = { readonly code: 'name-yourself'; readonly guard: ImportEffect['guard'] }

export type CommitRefusal = NotAllowed | NameYourself
export type ConfirmRefusal =
  NotAllowed | AlreadyDecided | { readonly code: 'own-import' } | { readonly code: 'expired' }
export type RejectRefusal = NotAllowed | AlreadyDecided
export type UndoRefusal =
  NotAllowed | NameYourself | { readonly code: 'not-active' | 'undo-asked-before'; readonly record: ImportRecord }

/** Whether somebody may import, and may do so alone; `staff` is null where only the console speaks. */
export function mayCommit(effect: ImportEffect, staff: Staff | null, by: Actor): CommitRefusal | null {
  if (staff !== null && !mayAsk(staff.roles, 'import ledger')) return { code: 'not-allowed' }
  // What the desk reads by itself nobody asked for: whoever says yes is not the one who asked.
  if (effect.guard.length > 0 && staff === null && by !== 'desk') return { code: 'name-yourself', guard: effect.guard }
  return null
}

/** An import as it is kept first: active at once where it needs nobody else. */
export function askImport(asked: ImportAsked, now: Instant): ImportRecord {
  if (asked.effect.guard.length > 0) return { ...asked, status: 'pending' }
  return { ...asked, status: 'active', confirmedBy: null, activeAt: now }
}

/** A second person's yes: never the one who imported. */
export function confirmImport(
  record: ImportRecord,
  facts: { readonly by: Staff; readonly now: Instant },
): Outcome<ActiveRecord, ConfirmRefusal> {
  if (record.status !== 'pending') return refused({ code: 'already-decided', record })
  if (facts.now >= importEnd(record)) return refused({ code: 'expired' })
  if (record.staff === facts.by.id) return refused({ code: 'own-import' })
  if (!mayApprove(facts.by.roles, 'import ledger')) return refused({ code: 'not-allowed' })
  return granted({ ...record, status: 'active', confirmedBy: facts.by.id, activeAt: facts.now })
}

/** When a question about an import that nobody answered is over: by then the books of that day are old news. */
export function importEnd({ at }: { readonly at: Instant }): Instant {
  return later(at, 7 * 24 * 3_600_000)
}

/** Nobody decided in time: it never counts, or counts on; null when there is nothing to expire yet, or any more. */
export function expireImport(record: ImportRecord, now: Instant): ImportRecord | null {
  if (record.status === 'pending' && now >= importEnd(record)) return { ...record, status: 'expired', endedAt: now }
  return record.status === 'undo-asked' && now >= importEnd(record.undo) ? countingOn(record) : null
}

/** A no; whoever imported may take it back as well. */
export function rejectImport(
  record: ImportRecord,
  facts: { readonly by: Staff; readonly now: Instant },
): Outcome<ImportRecord, RejectRefusal> {
  if (record.status === 'undo-asked') {
    const may = record.undo.staff === facts.by.id || mayApprove(facts.by.roles, 'import ledger')
    return may ? granted(countingOn(record)) : refused({ code: 'not-allowed' })
  }
  if (record.status !== 'pending') return refused({ code: 'already-decided', record })
  if (record.staff !== facts.by.id && !mayApprove(facts.by.roles, 'import ledger')) {
    return refused({ code: 'not-allowed' })
  }
  return granted({ ...record, status: 'rejected', rejectedBy: facts.by.id, endedAt: facts.now })
}

/**
 * Takes an active import back, whole; a second person must agree where that closes or makes due as much as would need
 * one in an import. `staff` is null where only the console speaks.
 */
export function undoImport(
  record: ImportRecord,
  facts: {
    readonly by: Actor
    readonly staff: Staff | null
    /** What taking it back would change. */
    readonly effect: ImportEffect
    readonly now: Instant
  },
): Outcome<ImportRecord, UndoRefusal> {
  const { by, staff, effect, now } = facts
  if (!isActive(record)) return refused({ code: 'not-active', record })
  if (record.status === 'undo-asked') return refused({ code: 'undo-asked-before', record })
  if (staff !== null && !mayAsk(staff.roles, 'import ledger')) return refused({ code: 'not-allowed' })
  if (effect.guard.length === 0)
    return granted({ ...askedOf(record), status: 'undone', undoneBy: by, endedAt: now, activeAt: record.activeAt })
  if (staff === null) return refused({ code: 'name-yourself', guard: effect.guard })
  return granted({ ...record, status: 'undo-asked', undo: { by, staff: staff.id, at: now, effect } })
}

/** A second person's yes to taking it back: never the one who asked. */
export function confirmUndo(
  record: ImportRecord,
  facts: { readonly by: Staff; readonly now: Instant },
): Outcome<ImportRecord, ConfirmRefusal> {
  if (record.status !== 'undo-asked') return refused({ code: 'already-decided', record })
  if (facts.now >= importEnd(record.undo)) return refused({ code: 'expired' })
  if (record.undo.staff === facts.by.id) return refused({ code: 'own-import' })
  if (!mayApprove(facts.by.roles, 'import ledger')) return refused({ code: 'not-allowed' })
  const { undo, activeAt } = record
  return granted({ ...askedOf(record), status: 'undone', undoneBy: undo.by, endedAt: facts.now, activeAt })
}

/** It counts as it did before somebody asked to take it back. */
function countingOn(record: Extract<ImportRecord, { status: 'undo-asked' }>): ImportRecord {
  const { confirmedBy, activeAt, readAgain } = record
  return { ...askedOf(record), status: 'active', confirmedBy, activeAt, ...(readAgain && { readAgain }) }
}

function askedOf(record: ActiveRecord): ImportAsked {
  const { id, file, sha256, scope, complete, asOf, rows, effect, by, staff, at, pulled } = record
  return { id, file, sha256, scope, complete, asOf, rows, effect, by, staff, at, ...(pulled && { pulled }) }
}
