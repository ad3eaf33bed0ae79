import type { AuditDraft } from '../audit/audit-entry.ts'
import type { LaneDeed } from '../cases/case-deed.ts'
import { saveOf } from '../cases/decide-case.ts'
import type { Lane } from '../customers/lane.ts'
import type { Order } from '../outbox/outbox-entry.ts'
import type { DeskStore, Save, Stored } from '../ports/desk-store.ts'
import type { Instant } from '../shared/time.ts'
import type { LaneRecord } from './lane-state.ts'
import type { LaneSwitch } from './lane-switch.ts'

/** What follows once something that was asked has ended. */
export function endedSwitch(by: string, what: LaneDeed) {
  return (
    next: LaneSwitch,
    at: Instant,
  ): { readonly audit: readonly AuditDraft[]; readonly orders: readonly Order[] } => ({
    audit: [switchAudit(next, at, by, what)],
    orders: [
      { kind: 'update-cards', case: next.id },
      ...('askedBy' in next ? [{ kind: 'tell-staff', case: next.id, staff: next.askedBy } as const] : []),
    ],
  })
}

/** The open cards of these lanes tell something else now. */
export function refreshing(some: readonly Lane[]): readonly Order[] {
  return some.map((lane) => ({ kind: 'refresh-lane', lane }))
}

/** What a stop's card learns once some of its lanes go on. */
export async function liftedStops(
  records: readonly Stored<LaneRecord>[],
  at: Instant,
  store: DeskStore,
): Promise<{ readonly save: readonly Save[]; readonly orders: readonly Order[]; readonly audit: AuditDraft[] }> {
  const ids = new Set(records.flatMap(({ value }) => value.stopped?.case ?? []))
  const found = await Promise.all([...ids].map((id) => store.get('lane-switch', id)))
  const lifted = found.flatMap((stop) => {
    if (stop?.value.change !== 'stop') return []
    const own = records.filter(({ value }) => value.stopped?.case === stop.id).map(({ value }) => value.lane)
    const restarted = [...new Set([...stop.value.restarted, ...own])]
    const over = stop.value.lanes.every((lane) => restarted.includes(lane))
    const { id, lanes: its, change, stoppedBy, stoppedAt } = stop.value
    const base = { id, lanes: its, change, stoppedBy, stoppedAt, restarted } as const
    const next: LaneSwitch = over ? { ...base, status: 'lifted', endedAt: at } : { ...base, status: 'in-force' }
    return [{ next, version: stop.version }]
  })
  return {
    save: lifted.map(({ next, version }) => saveOf('lane-switch', next.id, next, version)),
    orders: lifted.map(({ next }) => ({ kind: 'update-cards', case: next.id })),
    audit: lifted.map(({ next }) => switchAudit(next, at, 'desk', 'lane-switch.lifted')),
  }
}

export function switchAudit(next: LaneSwitch, at: Instant, by: string, what: LaneDeed): AuditDraft {
  const [lane] = next.lanes
  return {
    at,
    by,
    what,
    about: next.id,
    ...(next.lanes.length === 1 && lane !== undefined && { lane }),
    details: { change: next.change, lanes: next.lanes, status: next.status },
  }
}
