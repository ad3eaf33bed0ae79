import type { LaneOf } from '../acts/trade.ts'
import type { AuditDraft } from '../audit/audit-entry.ts'
import type { LaneDeed } from '../cases/case-deed.ts'
import { caseId } from '../cases/case.ts'
import { decider, expirer, saveOf, type Consequences, type DeciderParts } from '../cases/decide-case.ts'
import { lanes, type Lane } from '../customers/lane.ts'
import { order } from '../outbox/orders.ts'
import type { Order, OutboxEntry } from '../outbox/outbox-entry.ts'
import type { Save, Stored } from '../ports/desk-store.ts'
import type { CaseId, PlaceId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import type { Instant } from '../shared/time.ts'
import { unlessStale, untilFresh, type CaseAt, type VersionRefusal } from '../shared/versioned.ts'
import { mayAsk, type Verb } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import {
  askSwitch,
  confirmSwitch,
  expireSwitch,
  rejectSwitch,
  switched,
  type SwitchAskRefusal,
  type SwitchRefusal,
} from './decide-lane-switch.ts'
import { laneRecords, refreshLane, saveLane } from './lane-records.ts'
import { laneStateOf, type LaneRecord, type LaneState } from './lane-state.ts'
import { switchEnd, type LaneSwitch, type PendingSwitch } from './lane-switch.ts'

/** What a stop did. */
export interface Stopped {
  /** Halted now; none where all of them stood already. */
  readonly lanes: readonly Lane[]
  /** Its case; null where nothing was halted anew. */
  readonly case: CaseId | null
  readonly before: readonly Extract<LaneState, { status: 'stopped' }>[]
  /** Restarts that were asked for, and are rejected with it. */
  readonly rejected: readonly CaseId[]
  /** Acts whose call had left: nobody can call them back, and each is looked at until it is clear. */
  readonly underWay: number
}

type Asked = Promise<Outcome<LaneSwitch, SwitchAskRefusal | VersionRefusal>>
type Decided = Promise<Outcome<LaneSwitch, SwitchRefusal | VersionRefusal>>

/** Whether anything is sent to an operator at all. */
export interface LaneDesk {
  /** What a lane does at this moment; read anew each time, so that what another process did is seen. */
  stateOf(lane: Lane): Promise<LaneState>
  /** The same of every lane. */
  all(): Promise<readonly LaneState[]>
  /**
   * Takes note of the lanes that are configured, by their accounts: a lane, or an account, never seen before starts
   * watch-only, and administrators are told; `acts` lets it act from the start, in the demo.
   */
  open(accounts: Readonly<Partial<Record<Lane, string>>>, acts: boolean): Promise<void>
  /** Halts every outward act at once, in a lane or in all; always holds, whoever else writes at the same moment. */
  stop(
    lane: Lane | null,
    by: Staff,
    askedIn: PlaceId,
  ): Promise<Outcome<Stopped, Extract<SwitchAskRefusal, { code: 'not-allowed' | 'not-configured' }>>>
  /** The first half of going on after a stop. */
  askRestart(lane: Lane | null, by: Staff, askedIn: PlaceId): Asked
  /** One administrator's half of letting a lane act. */
  askActing(lane: Lane, by: Staff, askedIn: PlaceId): Asked
  /** Back to watch-only, at once: it only makes things safer. */
  watchOnly(lane: Lane, by: Staff): Promise<Outcome<LaneState, SwitchAskRefusal | VersionRefusal>>
  confirm(at: CaseAt, by: Staff): Decided
  reject(at: CaseAt, by: Staff): Decided
  /** Ends an ask that nobody decided in time. */
  expire(id: CaseId): Promise<void>
  /** Brings the open cards of a lane up to date, and keeps the promise. */
  refresh(entry: OutboxEntry, lane: Lane): Promise<void>
}

export function createLaneDesk(parts: DeciderParts & { readonly laneOf: LaneOf }): LaneDesk {
  const { store, now, newId, laneOf } = parts
  const decide = decider('lane-switch', parts)
  const stateOf = async (lane: Lane): Promise<LaneState> =>
    laneStateOf(lane, (await store.get('lane', lane))?.value ?? null, laneOf(lane) !== null)
  const refreshing = (some: readonly Lane[]): readonly Order[] => some.map((lane) => ({ kind: 'refresh-lane', lane }))
  const orders = (all: readonly Order[], at: Instant) => all.map((what) => order(newId, what, at))
  const pendingFor = async (change: PendingSwitch['change'], some: readonly Lane[]) =>
    (await store.list('lane-switch', { open: true })).filter(
      (found): found is Stored<PendingSwitch> =>
        found.value.status === 'pending' &&
        found.value.change === change &&
        found.value.lanes.some((lane) => some.includes(lane)),
    )

  /** Writes the first half down; the offers it takes up are over. */
  const asking = async (asked: PendingSwitch, askedIn: PlaceId): Promise<Outcome<LaneSwitch, VersionRefusal>> =>
    unlessStale<LaneSwitch, never>(async () => {
      const { id, askedAt, askedBy } = asked
      const taken = (await offersFor(asked)).map(({ value, version }) => {
        const next: LaneSwitch = { ...value, status: 'taken', asked: id, endedAt: askedAt }
        return { next, version }
      })
      await store.commit({
        save: [
          saveOf('lane-switch', id, asked, null),
          ...taken.map(({ next, version }) => saveOf('lane-switch', next.id, next, version)),
        ],
        audit: [switchAudit(asked, askedAt, askedBy, 'lane-switch.asked')],
        outbox: [
          ...orders(
            [
              { kind: 'post-case', case: id, askedIn },
              ...taken.map(({ next }) => ({ kind: 'update-cards', case: next.id }) as const),
            ],
            askedAt,
          ),
          order(newId, { kind: 'expire-case', case: id }, switchEnd(asked)),
        ],
      })
      return granted(asked)
    })
  const offersFor = async ({ change, lanes: some }: PendingSwitch) =>
    (await store.list('lane-switch', { open: true })).filter(
      (found): found is Stored<Extract<LaneSwitch, { status: 'offered' }>> =>
        found.value.status === 'offered' && change === 'act' && found.value.lanes.every((lane) => some.includes(lane)),
    )

  const ended = (by: string, what: LaneDeed) => (next: LaneSwitch, at: Instant) => ({
    audit: [switchAudit(next, at, by, what)],
    orders: [
      { kind: 'update-cards', case: next.id } as const,
      ...('askedBy' in next ? [{ kind: 'tell-staff', case: next.id, staff: next.askedBy } as const] : []),
    ],
  })

  /** What a stop's card learns once some of its lanes go on. */
  const lifting = async (
    records: readonly Stored<LaneRecord>[],
    at: Instant,
  ): Promise<{ readonly save: readonly Save[]; readonly orders: readonly Order[]; readonly audit: AuditDraft[] }> => {
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

  return {
    stateOf,
    all: () => Promise.all(lanes.map(stateOf)),

    async open(accounts, acts) {
      for (const lane of lanes) {
        const account = accounts[lane]
        if (account !== undefined)
          await untilFresh(async () => {
            const found = await store.get('lane', lane)
            if (found?.value.account === account) return
            const at = now()
            const before = found?.value ?? { stopped: null, trouble: null }
            const value: LaneRecord = { ...before, lane, account, mode: { acts, since: at, by: [] } }
            const id = caseId('lane-switch', await store.nextNumber('W'))
            const offer: LaneSwitch = { id, lanes: [lane], change: 'act', status: 'offered', offeredAt: at }
            await store.commit({
              save: [
                { kind: 'lane', id: lane, value, basedOn: found?.version ?? null },
                ...(acts ? [] : [saveOf('lane-switch', id, offer, null)]),
              ],
              audit: [
                { at, by: 'desk', what: 'lane.opened', about: `lane:${lane}`, lane, details: { account, acts } },
                ...(acts ? [] : [switchAudit(offer, at, 'desk', 'lane-switch.offered')]),
              ],
              outbox: orders(
                [...(acts ? [] : [{ kind: 'post-case', case: id, askedIn: null } as const]), ...refreshing([lane])],
                at,
              ),
            })
          })
      }
    },

    async stop(lane, by, askedIn) {
      if (!mayAsk(by.roles, 'stop lane')) return refused({ code: 'not-allowed', verb: 'stop lane' })
      const meant = (lane === null ? lanes : [lane]).filter((each) => laneOf(each) !== null)
      if (meant.length === 0) return refused({ code: 'not-configured', lane })
      const number = await store.nextNumber('W')
      return untilFresh(async () => {
        const at = now()
        const id = caseId('lane-switch', number)
        const records = await Promise.all(meant.map(async (each) => ({ each, found: await store.get('lane', each) })))
        const fresh = records.filter(({ found }) => !found?.value.stopped)
        const before = (await Promise.all(meant.map(stateOf))).filter((state) => state.status === 'stopped')
        const halted = fresh.map(({ each }) => each)
        const pending = await pendingFor('restart', meant)
        const stop: LaneSwitch = {
          id,
          lanes: halted,
          change: 'stop',
          status: 'in-force',
          stoppedBy: by.id,
          stoppedAt: at,
          restarted: [],
        }
        const rejected = pending.map(({ value, version }) => {
          const next: LaneSwitch = { ...value, status: 'rejected', rejectedBy: by.id, rejectedAt: at }
          return { next, version }
        })
        await store.commit({
          save: [
            ...fresh.map(({ each, found }): Save => {
              const stopped = { by: by.id, at, case: id }
              const blank = { lane: each, account: '', mode: { acts: false, since: at, by: [] }, trouble: null }
              const value: LaneRecord = { ...(found?.value ?? blank), stopped }
              return { kind: 'lane', id: each, value, basedOn: found?.version ?? null }
            }),
            ...(halted.length === 0 ? [] : [saveOf('lane-switch', id, stop, null)]),
            ...rejected.map(({ next, version }) => saveOf('lane-switch', next.id, next, version)),
          ],
          audit: [
            ...(halted.length === 0 ? [] : [switchAudit(stop, at, by.id, 'lane-switch.stopped')]),
            ...rejected.map(({ next }) => switchAudit(next, at, by.id, 'lane-switch.rejected')),
          ],
          outbox: orders(
            [
              ...(halted.length === 0 ? [] : [{ kind: 'post-case', case: id, askedIn } as const]),
              ...rejected.flatMap(({ next }) => ended(by.id, 'lane-switch.rejected')(next, at).orders),
              ...refreshing(halted),
            ],
            at,
          ),
        })
        return granted({
          lanes: halted,
          case: halted.length === 0 ? null : id,
          before,
          rejected: rejected.map(({ next }) => next.id),
          underWay: await underWayIn(meant),
        })
      })
    },

    async askRestart(lane, by, askedIn) {
      if (!mayAsk(by.roles, 'restart lane')) return refused({ code: 'not-allowed', verb: 'restart lane' })
      const records = await laneRecords(store, lane === null ? lanes : [lane])
      const stopped = records.filter(({ value }) => value.stopped).map(({ value }) => value.lane)
      if (stopped.length === 0) return refused({ code: 'not-stopped', lane })
      const [before] = await pendingFor('restart', stopped)
      if (before) return refused({ code: 'asked-before', case: before.id })
      const id = caseId('lane-switch', await store.nextNumber('W'))
      const outcome = askSwitch('restart', stopped, { id, by, now: now() })
      return outcome.ok ? asking(outcome.value, askedIn) : outcome
    },

    async askActing(lane, by, askedIn) {
      const state = await laneIn(lane, by, 'act in lane')
      if (!state.ok) return state
      if (state.value.value.mode.acts) return refused({ code: 'acts-already', lane })
      const [before] = await pendingFor('act', [lane])
      if (before) return refused({ code: 'asked-before', case: before.id })
      const id = caseId('lane-switch', await store.nextNumber('W'))
      const outcome = askSwitch('act', [lane], { id, by, now: now() })
      return outcome.ok ? asking(outcome.value, askedIn) : outcome
    },

    async watchOnly(lane, by) {
      const found = await laneIn(lane, by, 'watch lane')
      if (!found.ok) return found
      if (!found.value.value.mode.acts) return refused({ code: 'watches-already', lane })
      const at = now()
      return unlessStale<LaneState, never>(async () => {
        const value: LaneRecord = { ...found.value.value, mode: { acts: false, since: at, by: [by.id] } }
        await store.commit({
          save: [saveLane(found.value, value)],
          audit: [{ at, by: by.id, what: 'lane.watched', about: `lane:${lane}`, lane }],
          outbox: orders(refreshing([lane]), at),
        })
        return granted(await stateOf(lane))
      })
    },

    async confirm(at, by) {
      const found = await store.get('lane-switch', at.case)
      const records = await laneRecords(store, found?.value.lanes ?? [])
      const moment = now()
      const back = found?.value.change === 'restart' ? await lifting(records, moment) : null
      return decide(
        at,
        (asked, when) => confirmSwitch(asked, { by, records: records.map(({ value }) => value), now: when }),
        (next, when): Consequences => {
          const own = ended(by.id, 'lane-switch.confirmed')(next, when)
          const asked = found?.value
          const saves =
            asked?.status === 'pending'
              ? records.map((record) => saveLane(record, switched(record.value, asked, { by, now: when })))
              : []
          return {
            audit: [...own.audit, ...(back?.audit ?? [])],
            orders: [...own.orders, ...(back?.orders ?? []), ...refreshing(next.lanes)],
            also: { save: [...saves, ...(back?.save ?? [])] },
          }
        },
      )
    },

    reject: (at, by) =>
      decide(at, (asked, when) => rejectSwitch(asked, { by, now: when }), ended(by.id, 'lane-switch.rejected')),
    expire: expirer('lane-switch', parts, expireSwitch, ended('desk', 'lane-switch.expired')),
    refresh: (entry, lane) => refreshLane(entry, lane, parts),
  }

  async function laneIn(
    lane: Lane,
    by: Staff,
    verb: Verb,
  ): Promise<Outcome<Stored<LaneRecord>, Extract<SwitchAskRefusal, { code: 'not-allowed' | 'not-configured' }>>> {
    if (!mayAsk(by.roles, verb)) return refused({ code: 'not-allowed', verb })
    const [found] = laneOf(lane) === null ? [] : await laneRecords(store, [lane])
    return found ? granted(found) : refused({ code: 'not-configured', lane })
  }

  /** Calls that have left and of which the operator said nothing, or nothing final, yet. */
  async function underWayIn(some: readonly Lane[]): Promise<number> {
    const suspensions = (await store.list('suspension', { open: true })).filter(({ value }) =>
      some.includes(value.identity.lane),
    )
    const resumptions = (await store.list('resumption', { open: true })).filter(({ value }) =>
      some.includes(value.lane),
    )
    return [...suspensions, ...resumptions]
      .flatMap(({ value }) => ('acts' in value ? value.acts : []))
      .filter(({ result }) => result.state === 'sent' || result.state === 'accepted').length
  }
}

function switchAudit(next: LaneSwitch, at: Instant, by: string, what: LaneDeed): AuditDraft {
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
