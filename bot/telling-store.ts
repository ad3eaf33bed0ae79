import { caseKindOf } from '../domain/cases/case.ts'
import type { Commit, DeskStore } from '../domain/ports/desk-store.ts'

/** The store, telling somebody of each commit that succeeded. */
export function tellingStore(store: DeskStore, onCommit: (commit: Commit) => void): DeskStore {
  return {
    get: (kind, id) => store.get(kind, id),
    list: (kind, where) => store.list(kind, where),
    revision: (kind) => store.revision(kind),
    nextNumber: (series) => store.nextNumber(series),
    async commit(commit) {
      await store.commit(commit)
      onCommit(commit)
    },
    auditOf: (about, after) => store.auditOf(about, after),
    newestAuditOf: (about, most) => store.newestAuditOf(about, most),
    auditTrail: () => store.auditTrail(),
    takeDue: (now, limit) => store.takeDue(now, limit),
    release: (entry) => store.release(entry),
    backlog: () => store.backlog(),
    close: () => store.close(),
  }
}

/** A commit for the log, kinds and numbers only: what a record says is nobody's business there. */
export function loggableCommit({ save = [], remove = [], outbox = [], settle = [], postpone = [] }: Commit): object {
  return {
    saved: save.map(({ kind, id }) => (caseKindOf(id) === null ? kind : id)),
    removed: remove.length,
    promised: outbox.map(({ id, order }) => `${order.kind} ${id}`),
    kept: settle.length,
    postponed: postpone.map(({ id }) => id),
  }
}
