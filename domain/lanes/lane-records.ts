import type { Lane } from '../customers/lane.ts'
import { order } from '../outbox/orders.ts'
import type { OutboxEntry } from '../outbox/outbox-entry.ts'
import type { Kind, DeskStore, Save, Stored } from '../ports/desk-store.ts'
import type { NewId } from '../shared/ids.ts'
import type { Clock } from '../shared/time.ts'
import { untilFresh } from '../shared/versioned.ts'
import type { LaneRecord } from './lane-state.ts'

/** Reads the records of some lanes; those nobody ever opened are left out. */
export async function laneRecords(store: DeskStore, lanes: readonly Lane[]): Promise<readonly Stored<LaneRecord>[]> {
  const found = await Promise.all(lanes.map((lane) => store.get('lane', lane)))
  return found.filter((each) => each !== null)
}

export function saveLane({ id, version }: Stored<LaneRecord>, value: LaneRecord): Save {
  return { kind: 'lane', id, value, basedOn: version }
}

/**
 * Brings every open card of a lane up to date, since its top line tells how the lane stands. Each case is written again
 * as it is: whoever looks at the card of before is asked to look again.
 */
export async function refreshLane(
  entry: OutboxEntry,
  lane: Lane,
  { store, now, newId }: { readonly store: DeskStore; readonly now: Clock; readonly newId: NewId },
): Promise<void> {
  const suspensions = await store.list('suspension', { open: true })
  const resumptions = await store.list('resumption', { open: true })
  for (const { id } of suspensions.filter(({ value }) => value.identity.lane === lane)) await again('suspension', id)
  for (const { id } of resumptions.filter(({ value }) => value.lane === lane)) await again('resumption', id)
  await store.commit({ settle: [entry.id] })

  async function again(kind: Extract<Kind, 'suspension' | 'resumption'>, id: string): Promise<void> {
    await untilFresh(async () => {
      const found = await store.get(kind, id)
      if (!found || 'endedAt' in found.value) return
      await store.commit({
        save: [{ kind, id, value: found.value, basedOn: found.version } as Save],
        outbox: [order(newId, { kind: 'update-cards', case: id }, now())],
      })
    })
  }
}
