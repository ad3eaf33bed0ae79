import { prepareCommit, type PreparedCommit } from '../../adapters/lowdb/prepare-commit.ts'
import { facetsOf, matches } from '../../adapters/shared/facets.ts'
import { kinds } from '../../adapters/shared/stored-records.ts'
import { sha256 } from '../../adapters/shared/sha256.ts'
import { chained, type AuditEntry } from '../../domain/audit/audit-entry.ts'
import type { OutboxEntry } from '../../domain/outbox/outbox-entry.ts'
import {
  StaleWrite,
  stuckAfter,
  type Commit,
  type DeskStore,
  type Kind,
  type Records,
  type Stored,
  type Unchanged,
} from '../../domain/ports/desk-store.ts'

type AnyStored = Stored<Records[Kind]>

/**
 * A store that forgets everything with the test. Its promises are those of the others: all or nothing, stale writes,
 * a chained audit, nothing live given out, nothing kept that could not be read back.
 */
export function memoryStore(): DeskStore {
  const records = new Map<Kind, Map<string, AnyStored>>(kinds.map((kind) => [kind, new Map()]))
  const outbox = new Map<string, OutboxEntry>()
  const taken = new Set<string>()
  const numbers = new Map<string, number>()
  const revisions = new Map<Kind, number>()
  const audit: AuditEntry[] = []
  let closed = false

  const ofKind = (kind: Kind) => records.get(kind) as Map<string, AnyStored>
  const dueFirst = (a: OutboxEntry, b: OutboxEntry) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0)

  function judge({ save, remove, unchanged, outbox: promises, settle, postpone }: PreparedCommit): void {
    const saved = save.map(({ kind, basedOn, record }) => ({ kind, basedOn, id: record.value.id }))
    const based: readonly Unchanged[] = [...saved, ...remove, ...unchanged]
    for (const { kind, id, basedOn } of based)
      if ((ofKind(kind).get(id)?.version ?? null) !== basedOn) throw new StaleWrite(kind, id)
    for (const id of [...settle, ...postpone.map(({ value }) => value.id)])
      if (!outbox.has(id)) throw new StaleWrite('outbox', id)
    for (const { value } of promises) if (outbox.has(value.id)) throw new StaleWrite('outbox', value.id)
  }

  return {
    async get<K extends Kind>(kind: K, id: string) {
      const found: unknown = ofKind(kind).get(id) ?? null
      return found as Stored<Records[K]> | null
    },
    async list<K extends Kind>(kind: K, where = {}) {
      const isMeant = ({ value }: AnyStored) => matches(facetsOf(kind, value as Records[K]), where)
      // By way of unknown: so many kinds of records are more than the compiler compares one by one.
      const found: unknown = [...ofKind(kind).values()].filter(isMeant)
      return found as readonly Stored<Records[K]>[]
    },
    async revision(kind) {
      return revisions.get(kind) ?? 0
    },
    async nextNumber(series) {
      const number = (numbers.get(series) ?? 0) + 1
      numbers.set(series, number)
      return number
    },
    async commit(commit: Commit) {
      if (closed) throw new Error('the store is closed: nothing was written')
      const prepared = prepareCommit(commit)
      judge(prepared)
      for (const { kind, record } of prepared.save) ofKind(kind).set(record.value.id, record.value)
      for (const { kind, id } of prepared.remove) ofKind(kind).delete(id)
      for (const { kind } of [...prepared.save, ...prepared.remove]) revisions.set(kind, (revisions.get(kind) ?? 0) + 1)
      for (const { value } of [...prepared.postpone, ...prepared.outbox]) outbox.set(value.id, value)
      for (const id of prepared.settle) outbox.delete(id)
      for (const id of [...prepared.settle, ...prepared.postpone.map(({ value }) => value.id)]) taken.delete(id)
      for (const draft of prepared.audit) audit.push(Object.freeze(chained(audit.at(-1) ?? null, draft, sha256)))
    },
    async auditOf(about, after = 0) {
      return audit.filter((entry) => entry.seq > after && (entry.about === about || entry.customer === about))
    },
    async newestAuditOf(about, most) {
      return audit.filter((entry) => entry.about === about || entry.customer === about).slice(-most)
    },
    async *auditTrail() {
      yield* [...audit]
    },
    async takeDue(now, limit) {
      const due = [...outbox.values()].filter(({ id, dueAt }) => dueAt <= now && !taken.has(id)).sort(dueFirst)
      for (const { id } of due.slice(0, limit)) taken.add(id)
      return due.slice(0, limit)
    },
    async release(entry) {
      taken.delete(entry)
    },
    async backlog() {
      const all = [...outbox.values()].sort(dueFirst)
      const stuck = all.filter(({ attempts }) => attempts >= stuckAfter).length
      return { waiting: all.length, earliestDue: all[0]?.dueAt ?? null, stuck }
    },
    async close() {
      closed = true
    },
  }
}
