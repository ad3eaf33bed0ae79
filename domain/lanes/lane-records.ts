import type { SubscriptionAct } from '../acts/subscription-act.ts'
import type { Lane } from '../customers/lane.ts'
import { order } from '../outbox/orders.ts'
import type { OutboxEntry } from '../outbox/outbox-entry.ts'
import type { Kind, DeskStore, Save, Stored } from '../ports/desk-store.ts'
import type { Resumption } from '../resumption/resumption.ts'
import type { NewId } from '../shared/ids.ts'
import type { Clock } from '../shared/time.ts'
import { untilFresh } from '../shared/versioned.ts'
import type { SuspensionRequest } from '../suspension/suspension-request.ts'
import type { LaneRecord } from './lane-state.ts'
import type { PendingSwitch } from './lane-switch.ts'
import { laneWaitOf } from './lane-waits.ts'

/** Reads the records of some lanes; those nobody ever opened are left out. */
export async function laneRecords(store: DeskStore, lanes: readonly Lane[]): Promise<readonly Stored<LaneRecord>[]> {
  const found = await Promise.all(lanes.map((lane) => store.get('lane', lane)))
  return found.filter((each) => each !== null)
}

/** What is asked about any of these lanes, and not decided yet. */
export async function pendingSwitches(
  store: DeskStore,
  change: PendingSwitch['change'],
  some: readonly Lane[],
): Promise<readonly Stored<PendingSwitch>[]> {
  return (await store.list('lane-switch', { open: true })).filter(
    (found): found is Stored<PendingSwitch> =>
      found.value.status === 'pending' &&
      found.value.change === change &&
      found.value.lanes.some((lane) => some.includes(lane)),
  )
}

export function saveLane({ id, version }: Stored<LaneRecord>, value: LaneRecord): Save {
  return { kind: 'lane', id, value, basedOn: version }
}

/**
 * Brings every open card of a lane up to date, since its top line tells how the lane stands. Each case is written again,
 * so that whoever looks at the card of before is asked to look again; its acts no longer say that they wait for the lane
 * where they do not.
 */
export async function refreshLane(
  entry: OutboxEntry,
  lane: Lane,
  { store, now, newId }: { readonly store: DeskStore; readonly now: Clock; readonly newId: NewId },
): Promise<void> {
  const record = (await store.get('lane', lane))?.value
  const waits = record?.stopped != null || record?.trouble != null
  const suspensions = await store.list('suspension', { open: true })
  const resumptions = await store.list('resumption', { open: true })
  for (const { id } of suspensions.filter(({ value }) => value.identity.lane === lane)) await again('suspension', id)
  for (const { id } of resumptions.filter(({ value }) => value.lane === lane)) await again('resumption', id)
  await store.commit({ settle: [entry.id] })

  async function again(kind: Extract<Kind, 'suspension' | 'resumption'>, id: string): Promise<void> {
    await untilFresh(async () => {
      const found = await store.get(kind, id)
      if (!found || 'endedAt' in found.value) return
      const value = waits ? found.value : goingOn(found.value)
      await store.commit({
        save: [{ kind, id, value, basedOn: found.version } as Save],
        outbox: [order(newId, { kind: 'update-cards', case: id }, now())],
      })
    })
  }
}

function goingOn(value: SuspensionRequest | Resumption): SuspensionRequest | Resumption {
  if (value.status !== 'approved') return value
  return { ...value, acts: value.acts.map(unwaiting) }
}

function unwaiting(act: SubscriptionAct): SubscriptionAct {
  const code = act.delay && laneWaitOf(act.delay.trouble)
  return code === 'lane-stopped' || code === 'lane-paused' ? { ...act, delay: null } : act
}
