import { order } from '../outbox/orders.ts'
import type { OutboxEntry } from '../outbox/outbox-entry.ts'
import type { Commit, DeskStore, Stored } from '../ports/desk-store.ts'
import type { CaseId, NewId, PlaceId } from '../shared/ids.ts'
import type { Clock } from '../shared/time.ts'
import type { CaseThreads } from './case-threads.ts'
import { waitsForDecision, type AnyCase } from './case.ts'
import type { PlacedCard } from './placed-card.ts'

/** What must be promised so that cards and their threads do not stay behind. */
export interface CardOrders {
  promise(kind: 'update-card' | 'tell-thread', cardId: string, card: PlacedCard): OutboxEntry
  /**
   * Orders an update for each card of a case that shows less than this version, and the lines its thread lacks; where
   * several stand in one channel, the first one's thread tells. What is ordered and not kept yet is ordered no second
   * time: it only learns how far it must go, and goes on by itself where it came less far.
   */
  catchingUp(cards: readonly Stored<PlacedCard>[], upTo: number): Promise<Required<Pick<Commit, 'save' | 'outbox'>>>
  /** A look at each card in a place whose case waits for a decision. */
  waitingIn(place: PlaceId): Promise<readonly OutboxEntry[]>
}

export function createCardOrders({
  store,
  threads,
  read,
  now,
  newId,
}: {
  readonly store: DeskStore
  readonly threads: CaseThreads
  readonly read: (id: CaseId) => Promise<AnyCase | null>
  readonly now: Clock
  readonly newId: NewId
}): CardOrders {
  const promise: CardOrders['promise'] = (kind, card, { case: id }) => order(newId, { kind, case: id, card }, now())

  return {
    promise,

    async catchingUp(cards, upTo) {
      const all = await Promise.all(
        cards.map(async ({ id, value, version }) => {
          const first = cards.find((each) => each.value.place === value.place)
          const heard = first?.id === id ? await threads.promising(value) : value
          const stale = Math.max(value.shown, value.ordered ?? 0) < upTo
          return { id, version, before: value, after: stale ? { ...heard, ordered: upTo } : heard }
        }),
      )
      return {
        save: all
          .filter(({ before, after }) => after !== before)
          .map(({ id, version, after }) => ({ kind: 'card', id, value: after, basedOn: version })),
        outbox: all.flatMap(({ id, before, after }) => [
          ...(isUpdating(after) && !isUpdating(before) ? [promise('update-card', id, after)] : []),
          ...(isTelling(after) && !isTelling(before) ? [promise('tell-thread', id, after)] : []),
        ]),
      }
    },

    async waitingIn(place) {
      const there = (await store.list('card')).filter(({ value }) => value.place === place)
      const awaited = await Promise.all(there.map(async ({ value }) => isAwaited(await read(value.case))))
      return there.filter((_, at) => awaited[at]).map(({ id, value }) => promise('update-card', id, value))
    },
  }
}

/** Whether people have still to decide; a case that is gone waits for nobody. */
export function isAwaited(found: AnyCase | null): boolean {
  return found !== null && waitsForDecision(found)
}

/** Whether an update was promised for a card and is not kept yet. */
function isUpdating({ shown, ordered = 0 }: PlacedCard): boolean {
  return ordered > shown
}

/** The same for lines in its thread. */
function isTelling({ told = 0, toTell = 0 }: PlacedCard): boolean {
  return toTell > told
}
