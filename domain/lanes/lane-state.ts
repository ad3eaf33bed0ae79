import { lanes, type Lane } from '../customers/lane.ts'
import type { CaseId, StaffId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'

/** What the desk keeps of a lane. Id: the lane. */
export interface LaneRecord {
  readonly lane: Lane
  /** Names the partner account without telling it; another account makes the lane new again. */
  readonly account: string
  /** Whether anything is sent there; whoever switched it, nobody where the desk did at its start. */
  readonly mode: { readonly acts: boolean; readonly since: Instant; readonly by: readonly StaffId[] }
  /** The brake, by its case. */
  readonly stopped: { readonly by: StaffId; readonly at: Instant; readonly case: CaseId } | null
  /** The open case about our own account. */
  readonly trouble: { readonly case: CaseId; readonly since: Instant } | null
  /** The case before, which is opened again where the same trouble is soon back. */
  readonly lastTrouble?: CaseId
}

/** What a lane does at this moment, and why. A stop goes before everything else. */
export type LaneState =
  | { readonly lane: Lane; readonly status: 'not-configured' }
  | {
      readonly lane: Lane
      readonly status: 'stopped'
      readonly since: Instant
      readonly by: StaffId
      readonly case: CaseId
      /** What it does once it is restarted. */
      readonly acts: boolean
    }
  /** `since`: null where nobody ever opened it. */
  | {
      readonly lane: Lane
      readonly status: 'watch-only'
      readonly since: Instant | null
      readonly by: readonly StaffId[]
    }
  /** Our own account there is in trouble: what waits goes on by itself. */
  | { readonly lane: Lane; readonly status: 'paused'; readonly since: Instant; readonly case: CaseId }
  | { readonly lane: Lane; readonly status: 'acting'; readonly since: Instant; readonly by: readonly StaffId[] }

export type LaneStatus = LaneState['status']

export const laneStatuses: readonly LaneStatus[] = ['acting', 'watch-only', 'stopped', 'paused', 'not-configured']

/** Reads a lane's state off its record; a lane nobody opened sends nothing. */
export function laneStateOf(lane: Lane, record: LaneRecord | null, configured: boolean): LaneState {
  const stopped = record?.stopped
  if (stopped)
    return { lane, status: 'stopped', since: stopped.at, by: stopped.by, case: stopped.case, acts: record.mode.acts }
  if (!configured) return { lane, status: 'not-configured' }
  if (record === null) return { lane, status: 'watch-only', since: null, by: [] }
  const { mode, trouble } = record
  if (!mode.acts) return { lane, status: 'watch-only', since: mode.since, by: mode.by }
  if (trouble) return { lane, status: 'paused', since: trouble.since, case: trouble.case }
  return { lane, status: 'acting', since: mode.since, by: mode.by }
}

/** The lanes of a list, in the desk's own order, each once. */
export function inOrder(some: readonly Lane[]): readonly Lane[] {
  return lanes.filter((lane) => some.includes(lane))
}
