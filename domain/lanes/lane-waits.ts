import type { Trouble } from '../acts/subscription-act.ts'
import type { CaseId } from '../shared/ids.ts'

/** What an act waits for that is none of the operator's doing: people, or our own account. */
export type LaneWaitCode = 'lane-stopped' | 'lane-paused' | 'daily-limit'

const codes: readonly string[] = ['lane-stopped', 'lane-paused', 'daily-limit'] satisfies readonly LaneWaitCode[]

/** An act must not go on just now. No fault: nothing failed, no patience runs out, and nobody gives up. */
export class LaneWaits extends Error {
  readonly code: LaneWaitCode
  /** The case that says more. */
  readonly case: CaseId

  constructor(code: LaneWaitCode, about: CaseId) {
    super(`${code} ${about}`)
    this.name = 'LaneWaits'
    this.code = code
    this.case = about
  }

  /** As it is kept with the act, for its card. */
  get trouble(): Trouble {
    return { kind: 'busy', code: this.code, description: this.case, correlationId: null }
  }
}

/** Whether what keeps an act is such a wait; which one. */
export function laneWaitOf({ code }: Trouble): LaneWaitCode | null {
  return code !== null && codes.includes(code) ? (code as LaneWaitCode) : null
}
