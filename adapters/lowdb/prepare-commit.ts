import type { z } from 'zod'
import type { AuditDraft } from '../../domain/audit/audit-entry.ts'
import type { OutboxEntry } from '../../domain/outbox/outbox-entry.ts'
import type { Commit, Kind, Removal, Unchanged } from '../../domain/ports/desk-store.ts'
import { storedAuditDraft, storedOutboxEntry } from '../shared/stored-entries.ts'
import { storedRecords } from '../shared/stored-records.ts'
import type { AnyStored } from './desk-state.ts'
import { firstIssue } from './document-file.ts'
import { keep, type Kept } from './kept.ts'

interface PreparedSave {
  readonly kind: Kind
  readonly basedOn: number | null
  readonly record: Kept<AnyStored>
}

/** A commit as it was when it was handed in, in a form that can be written and read back. */
export interface PreparedCommit {
  readonly save: readonly PreparedSave[]
  readonly remove: readonly Removal[]
  readonly unchanged: readonly Unchanged[]
  readonly audit: readonly AuditDraft[]
  readonly outbox: readonly Kept<OutboxEntry>[]
  readonly settle: readonly string[]
  readonly postpone: readonly Kept<OutboxEntry>[]
}

/**
 * Copies a commit and checks that the desk could read it back: one value that does not fit would make the whole
 * document unreadable at the next start. Throws a plain error, for only a mistake in our own code gets here.
 */
export function prepareCommit(commit: Commit): PreparedCommit {
  const { save = [], remove = [], unchanged = [], audit = [], outbox = [], settle = [], postpone = [] } = commit
  once([...save, ...remove].map(({ kind, id }) => `${kind} ${id}`))
  once([...outbox, ...postpone].map(({ id }) => id).concat(settle))
  return {
    save: save.map(({ kind, id, value, basedOn }) => {
      const record = keep<AnyStored>({ id, version: (basedOn ?? 0) + 1, value })
      fitting(storedRecords[kind], record.value.value, `${kind} ${id}`)
      return { kind, basedOn, record }
    }),
    remove: remove.map((removal) => ({ ...removal })),
    unchanged: unchanged.map((read) => ({ ...read })),
    audit: audit.map((draft) => fitting(storedAuditDraft, keep(draft).value, `audit ${draft.what}`)),
    outbox: outbox.map(keptEntry),
    settle: [...settle],
    postpone: postpone.map(keptEntry),
  }
}

function keptEntry(entry: OutboxEntry): Kept<OutboxEntry> {
  const kept = keep(entry)
  fitting(storedOutboxEntry, kept.value, `outbox ${entry.id}`)
  return kept
}

function fitting<Value>(guard: z.ZodType, value: Value, what: string): Value {
  const { success, error } = guard.safeParse(value)
  if (!success) throw new Error(`${what} could not be read back (${firstIssue(error)}): nothing was written`)
  return value
}

/** Twice in one commit has no order that anybody could rely on. */
function once(names: readonly string[]): void {
  const seen = new Set<string>()
  for (const name of names) {
    if (seen.has(name)) throw new Error(`${name} is named twice in one commit: nothing was written`)
    seen.add(name)
  }
}
