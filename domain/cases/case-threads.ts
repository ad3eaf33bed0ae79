import type { AuditEntry } from '../audit/audit-entry.ts'
import type { DeskStore } from '../ports/desk-store.ts'
import type { AnyCase } from './case.ts'
import type { PlacedCard } from './placed-card.ts'

/** What the threads under the cards of a case have told, by the sequence numbers of the audit. */
export interface CaseThreads {
  /** What a card shows by itself: up to which audit entry. Null where a place has no threads. */
  onFace(card: PlacedCard): Promise<number | null>
  /** The card with a line promised for each entry that its thread lacks; as it was where it lacks none. */
  promising(card: PlacedCard): Promise<PlacedCard>
  /** What a thread has still to tell, oldest first. */
  untold(card: PlacedCard): Promise<readonly AuditEntry[]>
}

export function createCaseThreads(store: DeskStore, read: (id: string) => Promise<AnyCase | null>): CaseThreads {
  const onFace: CaseThreads['onFace'] = async ({ case: id, place, shown }) => {
    if ((await store.get('address', place))?.value.kind !== 'channel') return null
    const changesSince = async () => Math.max(0, ((await read(id))?.version ?? shown) - shown)
    for (;;) {
      const changes = await changesSince()
      // The last that it shows, and what came after it.
      const entries = await store.newestAuditOf(id, changes + 1)
      // Where something happened in between, the two do not belong together.
      if ((await changesSince()) === changes) return entries.length > changes ? (entries[0]?.seq ?? 0) : 0
    }
  }
  const untold: CaseThreads['untold'] = ({ case: id, told }) =>
    told === undefined ? Promise.resolve([]) : store.auditOf(id, told)

  return {
    onFace,
    async promising(card) {
      const told = card.told ?? (await onFace(card))
      if (told === null) return card
      const last = (await untold({ ...card, told })).at(-1)?.seq ?? told
      if (last <= Math.max(told, card.toTell ?? 0)) return card
      return { ...card, told, toTell: last }
    },
    untold,
  }
}
