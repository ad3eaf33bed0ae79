import type { AuditEntry } from '../../domain/audit/audit-entry.ts'
import type { OutboxEntry } from '../../domain/outbox/outbox-entry.ts'
import type { Kind, Records, Stored } from '../../domain/ports/desk-store.ts'
import type { Kept } from './kept.ts'

/** A record of any kind, with its id and version. */
export type AnyStored = Stored<Records[Kind]>

/** All that must change together. Never changed in place. */
export interface DeskState {
  /** In the order of creation. */
  readonly records: ReadonlyMap<Kind, ReadonlyMap<string, Kept<AnyStored>>>
  readonly outbox: ReadonlyMap<string, Kept<OutboxEntry>>
  /** The last number given, by series. */
  readonly numbers: ReadonlyMap<string, number>
  /** The newest entries without gaps, the chain's head last; those before the first are in pages. */
  readonly audit: readonly Kept<AuditEntry>[]
}

export const emptyState: DeskState = { records: new Map(), outbox: new Map(), numbers: new Map(), audit: [] }
