import { order } from '../outbox/orders.ts'
import type { Order, OutboxEntry } from '../outbox/outbox-entry.ts'
import { StaleWrite, type Commit, type DeskStore } from '../ports/desk-store.ts'
import type { NewId } from '../shared/ids.ts'
import type { Clock } from '../shared/time.ts'

/** Commits what keeps a promise; where somebody else kept it meanwhile, it is kept and nothing else happens. */
export type KeepOnce = (commit: Commit) => Promise<void>

export function keeper(store: Pick<DeskStore, 'commit'>): KeepOnce {
  return (commit) => store.commit(commit).catch(unlessKept(async () => undefined))
}

/** Keeps a promise by making these, all due at once. */
export function ordersInstead(
  keep: KeepOnce,
  { now, newId }: { readonly now: Clock; readonly newId: NewId },
): (entry: OutboxEntry, all: readonly Order[]) => Promise<void> {
  return (entry, all) => keep({ settle: [entry.id], outbox: all.map((what) => order(newId, what, now())) })
}

/** A promise that somebody else kept meanwhile is kept; `then` is what is left to do. */
export function unlessKept(then: () => Promise<void>): (fault: unknown) => Promise<void> {
  return async (fault) => {
    if (!(fault instanceof StaleWrite && fault.kind === 'outbox')) throw fault
    await then()
  }
}
