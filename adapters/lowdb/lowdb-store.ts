import { join } from 'node:path'
import type { AuditEntry } from '../../domain/audit/audit-entry.ts'
import type { OutboxEntry } from '../../domain/outbox/outbox-entry.ts'
import {
  stuckAfter,
  type Commit,
  type DeskStore,
  type Kind,
  type Records,
  type Stored,
  type Where,
} from '../../domain/ports/desk-store.ts'
import type { Clock, Instant } from '../../domain/shared/time.ts'
import { facetsOf, matches } from '../shared/facets.ts'
import { AuditPages } from './audit-pages.ts'
import { DeskDraft } from './desk-draft.ts'
import { DeskFile } from './desk-file.ts'
import type { DeskState } from './desk-state.ts'
import { nodeDisk, type Disk } from '../shared/disk.ts'
import { makeFolder } from '../shared/durable-file.ts'
import { lockFolder, type FolderLock } from './folder-lock.ts'
import { GroupCommit } from './group-commit.ts'
import type { Kept } from './kept.ts'
import { OutboxClaims } from './outbox-claims.ts'
import { prepareCommit } from './prepare-commit.ts'

interface LowdbOptions {
  readonly now: Clock
  readonly disk?: Disk
  /** How many audit entries make a page. */
  readonly pageSize?: number
}

/**
 * Opens the store of one process in a folder of its own, which is locked until {@link DeskStore.close} or the end of
 * the process. Throws `DeskInUse`, `DamagedFile` or `LostDocument`, whose messages say what to do.
 */
export async function openLowdbStore(folder: string, options: LowdbOptions): Promise<DeskStore> {
  const { now, disk = nodeDisk, pageSize = 500 } = options
  await makeFolder(disk, folder)
  const lock = lockFolder(folder, now())
  try {
    const pages = await AuditPages.open(disk, join(folder, 'audit'))
    return new LowdbStore(await DeskFile.open(disk, folder, pages, pageSize), pages, lock)
  } catch (fault) {
    lock.release()
    throw fault
  }
}

class LowdbStore implements DeskStore {
  readonly #file: DeskFile
  readonly #pages: AuditPages
  readonly #lock: FolderLock
  readonly #claims = new OutboxClaims()
  /** A kind's records are another map after each commit that touched them. */
  readonly #revisions = new WeakMap<object, number>()
  #lastRevision = 0
  readonly #group: GroupCommit<DeskState, DeskDraft>

  constructor(file: DeskFile, pages: AuditPages, lock: FolderLock) {
    this.#file = file
    this.#pages = pages
    this.#lock = lock
    this.#group = new GroupCommit({
      first: file.state,
      begin: (believed) => new DeskDraft(believed),
      end: (draft) => draft.end(),
      write: (next, believed) => file.write(next, believed),
    })
  }

  async get<K extends Kind>(kind: K, id: string): Promise<Stored<Records[K]> | null> {
    return this.#records(kind).get(id)?.value ?? null
  }

  async list<K extends Kind>(kind: K, where: Where = {}): Promise<readonly Stored<Records[K]>[]> {
    const all = this.#records(kind)
      .values()
      .map(({ value }) => value)
    return all.filter(({ value }) => matches(facetsOf(kind, value), where)).toArray()
  }

  async revision(kind: Kind): Promise<number> {
    const records = this.#group.believed.records.get(kind)
    if (!records) return 0
    const revision = this.#revisions.get(records) ?? (this.#lastRevision += 1)
    this.#revisions.set(records, revision)
    return revision
  }

  nextNumber(series: string): Promise<number> {
    return this.#group.submit((draft) => draft.nextNumber(series))
  }

  async commit(commit: Commit): Promise<void> {
    const prepared = prepareCommit(commit)
    await this.#group.submit((draft) => draft.commit(prepared))
    this.#claims.drop([...prepared.settle, ...prepared.postpone.map(({ value }) => value.id)])
  }

  async auditOf(about: string, after = 0): Promise<readonly AuditEntry[]> {
    const found: AuditEntry[] = []
    for await (const entry of this.#trail({ after, text: JSON.stringify(about) }))
      if (entry.seq > after && isAbout(entry, about)) found.push(entry)
    return found
  }

  async newestAuditOf(about: string, most: number): Promise<readonly AuditEntry[]> {
    const { audit } = this.#group.believed
    const newest: AuditEntry[] = []
    for (let at = audit.length - 1; at >= 0 && newest.length < most; at -= 1) {
      const entry = audit[at]?.value
      if (entry && isAbout(entry, about)) newest.unshift(entry)
    }
    // Only where the document has too few of them are the pages read.
    return newest.length === most ? newest : (await this.auditOf(about)).slice(-most)
  }

  auditTrail(): AsyncIterable<AuditEntry> {
    return this.#trail()
  }

  async takeDue(now: Instant, limit: number): Promise<readonly OutboxEntry[]> {
    return this.#claims.take(this.#outbox(), now, limit)
  }

  async release(entry: string): Promise<void> {
    this.#claims.drop([entry])
  }

  async backlog(): ReturnType<DeskStore['backlog']> {
    const earliestDue = this.#outbox().reduce<Instant | null>(
      (earliest, { dueAt }) => (earliest === null || dueAt < earliest ? dueAt : earliest),
      null,
    )
    const stuck = this.#outbox().reduce((count, { attempts }) => (attempts >= stuckAfter ? count + 1 : count), 0)
    return { waiting: this.#group.believed.outbox.size, earliestDue, stuck }
  }

  async close(): Promise<void> {
    await this.#group.close()
    await this.#file.settle()
    this.#lock.release()
  }

  #records<K extends Kind>(kind: K): ReadonlyMap<string, Kept<Stored<Records[K]>>> {
    const ofKind: unknown = this.#group.believed.records.get(kind) ?? new Map<string, never>()
    return ofKind as ReadonlyMap<string, Kept<Stored<Records[K]>>>
  }

  #outbox(): IteratorObject<OutboxEntry> {
    return this.#group.believed.outbox.values().map(({ value }) => value)
  }

  async *#trail(narrowed: { readonly after?: number; readonly text?: string } = {}): AsyncGenerator<AuditEntry> {
    // One state for both: entries that move into a page meanwhile are still in this one.
    const { audit } = this.#group.believed
    yield* this.#pages.before(audit[0]?.value.seq ?? 1, narrowed)
    for (const { value } of audit) yield value
  }
}

function isAbout(entry: AuditEntry, about: string): boolean {
  return entry.about === about || entry.customer === about
}
