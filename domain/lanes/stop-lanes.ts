import { caseId } from '../cases/case.ts'
import { saveOf, type DeciderParts } from '../cases/decide-case.ts'
import { lanes, type Lane } from '../customers/lane.ts'
import { order } from '../outbox/orders.ts'
import type { Order } from '../outbox/outbox-entry.ts'
import type { Save } from '../ports/desk-store.ts'
import type { CaseId, PlaceId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import type { Instant } from '../shared/time.ts'
import { untilFresh } from '../shared/versioned.ts'
import { mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import type { SwitchAskRefusal } from './decide-lane-switch.ts'
import { pendingSwitches } from './lane-records.ts'
import type { LaneRecord, LaneState } from './lane-state.ts'
import { endedSwitch, refreshing, switchAudit } from './lane-switch-consequences.ts'
import type { LaneSwitch } from './lane-switch.ts'

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

/** The brake: one person's word holds at once. */
export interface StopDesk {
  /** Halts every outward act at once, in a lane or in all; always holds, whoever else writes at the same moment. */
  stop(
    lane: Lane | null,
    by: Staff,
    askedIn: PlaceId,
  ): Promise<Outcome<Stopped, Extract<SwitchAskRefusal, { code: 'not-allowed' }>>>
}

export function createStopDesk(
  parts: DeciderParts & { readonly stateOf: (lane: Lane) => Promise<LaneState> },
): StopDesk {
  const { store, now, newId, stateOf } = parts
  const orders = (all: readonly Order[], at: Instant) => all.map((what) => order(newId, what, at))

  return {
    async stop(lane, by, askedIn) {
      if (!mayAsk(by.roles, 'stop lane')) return refused({ code: 'not-allowed', verb: 'stop lane' })
      // Also where the desk has no access: what people are asked to do there by hand is halted with it.
      const meant = lane === null ? lanes : [lane]
      const number = await store.nextNumber('W')
      return untilFresh(async () => {
        const at = now()
        const id = caseId('lane-switch', number)
        const records = await Promise.all(meant.map(async (each) => ({ each, found: await store.get('lane', each) })))
        const fresh = records.filter(({ found }) => !found?.value.stopped)
        const before = (await Promise.all(meant.map(stateOf))).filter((state) => state.status === 'stopped')
        const halted = fresh.map(({ each }) => each)
        const pending = await pendingSwitches(store, 'restart', meant)
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
              ...rejected.flatMap(({ next }) => endedSwitch(by.id, 'lane-switch.rejected')(next, at).orders),
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
  }

  /** Calls that have left and of which the operator said nothing, or nothing final, yet. */
  async function underWayIn(some: readonly Lane[]): Promise<number> {
    const suspensions = (await store.list('suspension', { open: true })).filter(({ value }) =>
      some.includes(value.identity.lane),
    )
    const resumptions = (await store.list('resumption', { open: true })).filter(({ value }) =>
      some.includes(value.lane),
    )
    const endings = (await store.list('ending', { open: true })).filter(({ value }) =>
      some.includes(value.identity.lane),
    )
    const budgets = (await store.list('budget', { open: true })).flatMap(({ value }) =>
      'act' in value && some.includes(value.identity.lane) ? [value.act] : [],
    )
    return [...suspensions, ...resumptions, ...endings]
      .flatMap(({ value }) => ('acts' in value ? value.acts : []))
      .map(({ result }) => ({ result }))
      .concat(budgets)
      .filter(({ result }) => result.state === 'sent' || result.state === 'accepted').length
  }
}
