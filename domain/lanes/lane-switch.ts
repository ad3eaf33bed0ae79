import type { Lane } from '../customers/lane.ts'
import type { CaseId, StaffId } from '../shared/ids.ts'
import { later, type Instant } from '../shared/time.ts'

interface Switch {
  readonly id: CaseId
  readonly lanes: readonly Lane[]
}

/** A change that somebody asked for and a different person confirms: acting, or going on after a stop. */
interface AskedSwitch extends Switch {
  readonly change: 'act' | 'restart'
  readonly askedBy: StaffId
  readonly askedAt: Instant
}

/** A lane that is new here sends nothing; administrators are told, and may ask for more. */
interface OfferedSwitch extends Switch {
  readonly change: 'act'
  readonly offeredAt: Instant
}

/** One person's stop. It holds at once, and until each of its lanes was restarted by two. */
export interface Stop extends Switch {
  readonly change: 'stop'
  readonly stoppedBy: StaffId
  readonly stoppedAt: Instant
  readonly restarted: readonly Lane[]
}

export type PendingSwitch = AskedSwitch & { readonly status: 'pending' }

/** A lane's big switches: what is asked about them, and each stop. */
export type LaneSwitch =
  | (OfferedSwitch & { readonly status: 'offered' })
  /** Somebody asked; `asked` is the case that waits for a second person. */
  | (OfferedSwitch & { readonly status: 'taken'; readonly asked: CaseId; readonly endedAt: Instant })
  | PendingSwitch
  | (AskedSwitch & { readonly status: 'confirmed'; readonly confirmedBy: StaffId; readonly confirmedAt: Instant })
  | (AskedSwitch & { readonly status: 'rejected'; readonly rejectedBy: StaffId; readonly rejectedAt: Instant })
  | (AskedSwitch & { readonly status: 'expired'; readonly endedAt: Instant })
  | (Stop & { readonly status: 'in-force' })
  | (Stop & { readonly status: 'lifted'; readonly endedAt: Instant })

/** When an ask that nobody confirmed is over: administrators may be few and away; a stop is looked at the same day. */
export function switchEnd({ change, askedAt }: Pick<PendingSwitch, 'change' | 'askedAt'>): Instant {
  return later(askedAt, (change === 'act' ? 7 * 24 : 24) * 3_600_000)
}
