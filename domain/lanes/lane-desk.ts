import type { LaneOf } from '../acts/trade.ts'
import { caseId } from '../cases/case.ts'
import { decider, expirer, saveOf, type Consequences, type DeciderParts } from '../cases/decide-case.ts'
import { lanes, type Lane } from '../customers/lane.ts'
import { order } from '../outbox/orders.ts'
import type { Order, OutboxEntry } from '../outbox/outbox-entry.ts'
import type { Stored } from '../ports/desk-store.ts'
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
import { laneRecords, pendingSwitches, refreshLane, saveLane } from './lane-records.ts'
import { laneStateOf, type LaneRecord, type LaneState } from './lane-state.ts'
import { endedSwitch, liftedStops, refreshing, switchAudit } from './lane-switch-consequences.ts'
import { switchEnd, type LaneSwitch, type PendingSwitch } from './lane-switch.ts'
import { createStopDesk, type StopDesk } from './stop-lanes.ts'

type Asked = Promise<Outcome<LaneSwitch, SwitchAskRefusal | VersionRefusal>>
type Decided = Promise<Outcome<LaneSwitch, SwitchRefusal | VersionRefusal>>

/** Whether anything is sent to an operator at all. */
export interface LaneDesk extends StopDesk {
  /** What a lane does at this moment; read anew each time, so that what another process did is seen. */
  stateOf(lane: Lane): Promise<LaneState>
  /** The same of every lane. */
  all(): Promise<readonly LaneState[]>
  /**
   * Takes note of the lanes that are configured, by their accounts: a lane, or an account, never seen before starts
   * watch-only, and administrators are told; `acts` lets it act from the start, in the demo.
   */
  open(accounts: Readonly<Partial<Record<Lane, string>>>, acts: boolean): Promise<void>
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
  const orders = (all: readonly Order[], at: Instant) => all.map((what) => order(newId, what, at))
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

  return {
    ...createStopDesk({ ...parts, stateOf }),
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

    async askRestart(lane, by, askedIn) {
      if (!mayAsk(by.roles, 'restart lane')) return refused({ code: 'not-allowed', verb: 'restart lane' })
      const records = await laneRecords(store, lane === null ? lanes : [lane])
      const stopped = records.filter(({ value }) => value.stopped).map(({ value }) => value.lane)
      if (stopped.length === 0) return refused({ code: 'not-stopped', lane })
      const [before] = await pendingSwitches(store, 'restart', stopped)
      if (before) return refused({ code: 'asked-before', case: before.id })
      const id = caseId('lane-switch', await store.nextNumber('W'))
      const outcome = askSwitch('restart', stopped, { id, by, now: now() })
      return outcome.ok ? asking(outcome.value, askedIn) : outcome
    },

    async askActing(lane, by, askedIn) {
      const state = await laneIn(lane, by, 'act in lane')
      if (!state.ok) return state
      if (state.value.value.mode.acts) return refused({ code: 'acts-already', lane })
      const [before] = await pendingSwitches(store, 'act', [lane])
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
      const back = found?.value.change === 'restart' ? await liftedStops(records, moment, store) : null
      return decide(
        at,
        (asked, when) => confirmSwitch(asked, { by, records: records.map(({ value }) => value), now: when }),
        (next, when): Consequences => {
          const own = endedSwitch(by.id, 'lane-switch.confirmed')(next, when)
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
      decide(at, (asked, when) => rejectSwitch(asked, { by, now: when }), endedSwitch(by.id, 'lane-switch.rejected')),
    expire: expirer('lane-switch', parts, expireSwitch, endedSwitch('desk', 'lane-switch.expired')),
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
}
