import type { SkipReason } from '../acts/subscription-act.ts'
import type { Lane } from '../customers/lane.ts'
import type { Commit, DeskStore } from '../ports/desk-store.ts'
import type { BrakeDesk, Counted } from './brake-desk.ts'
import { LaneWaits } from './lane-waits.ts'

/** Asked by whoever carries out acts, before anything leaves. Each method throws {@link LaneWaits} while acts wait. */
export interface ActGate {
  /**
   * Before an act is looked at: one that has not begun need not ask the operator while it has to wait. A reason ends it:
   * what is approved in a lane that only watches must not wait for the day when somebody switches acting on.
   */
  look(lane: Lane, act: { readonly begun: boolean; readonly counted: Counted | null }): Promise<SkipReason | null>
  /** The same where the desk has no access and asks people: nothing holds them back but a stop. */
  lookByHand(lane: Lane, act: { readonly begun: boolean }): Promise<null>
  /**
   * The call is about to leave: why it must not, or what belongs into the commit that begins it. That commit fails
   * where somebody stops the lane, or sends it back to watch-only, at the same moment.
   */
  begin(lane: Lane, counted: Counted | null): Promise<Pick<Commit, 'save' | 'unchanged'> | SkipReason>
  /** The call is about to leave once more: why it must not; null where it may. */
  again(lane: Lane): Promise<SkipReason | null>
}

export function createActGate({
  store,
  brakes,
}: {
  readonly store: DeskStore
  readonly brakes: Pick<BrakeDesk, 'count' | 'waitFor'>
}): ActGate {
  const read = async (lane: Lane) => {
    const found = await store.get('lane', lane)
    const { stopped = null, trouble = null } = found?.value ?? {}
    const acts = found?.value.mode.acts ?? false
    return { version: found?.version ?? null, stopped, trouble, acts }
  }
  const pass = async (lane: Lane) => {
    const state = await read(lane)
    if (state.stopped) throw new LaneWaits('lane-stopped', state.stopped.case)
    if (state.acts && state.trouble) throw new LaneWaits('lane-paused', state.trouble.case)
    return state
  }

  return {
    async look(lane, { begun, counted }) {
      const { stopped, trouble, acts } = await read(lane)
      if (stopped && !begun) throw new LaneWaits('lane-stopped', stopped.case)
      if (!acts && !begun) return 'watch-only'
      if (trouble) throw new LaneWaits('lane-paused', trouble.case)
      if (counted) await brakes.waitFor(counted.case)
      return null
    },

    async lookByHand(lane, { begun }) {
      const { stopped } = await read(lane)
      if (stopped && !begun) throw new LaneWaits('lane-stopped', stopped.case)
      return null
    },

    async begin(lane, counted) {
      const { acts, version } = await pass(lane)
      if (!acts) return 'watch-only'
      const limited = counted === null ? {} : await brakes.count(counted)
      if (limited === 'over-limit') return limited
      return { ...limited, unchanged: [{ kind: 'lane', id: lane, basedOn: version }] }
    },

    again: async (lane) => ((await pass(lane)).acts ? null : 'watch-only'),
  }
}
