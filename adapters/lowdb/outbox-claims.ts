import type { OutboxEntry } from '../../domain/outbox/outbox-entry.ts'
import type { Instant } from '../../domain/shared/time.ts'

/** Which outbox entries are under way. In memory on purpose: after a restart nobody works on them, so they are due. */
export class OutboxClaims {
  readonly #taken = new Set<string>()

  /** Due entries that nobody has, earliest first; they are taken now. */
  take(waiting: Iterable<OutboxEntry>, now: Instant, limit: number): readonly OutboxEntry[] {
    const due = Iterator.from(waiting)
      .filter(({ id, dueAt }) => dueAt <= now && !this.#taken.has(id))
      .toArray()
      .sort((a, b) => (a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : 0))
      .slice(0, limit)
    for (const { id } of due) this.#taken.add(id)
    return due
  }

  drop(ids: Iterable<string>): void {
    for (const id of ids) this.#taken.delete(id)
  }
}
