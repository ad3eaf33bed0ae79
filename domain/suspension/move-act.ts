import {
  isSettled,
  withAct,
  type ActProgress,
  type SkipReason,
  type SubscriptionAct,
} from '../acts/subscription-act.ts'
import type { SubscriptionId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import type { ApprovedSuspension, CarriedOutSuspension, VoidReason, VoidSuspension } from './suspension-request.ts'

/** The request with one act moved on; it ends with its last act. */
export function moveAct(
  request: ApprovedSuspension,
  subscription: SubscriptionId,
  moved: ActProgress,
  now: Instant,
): ApprovedSuspension | CarriedOutSuspension | VoidSuspension {
  const acts = withAct(request.acts, subscription, moved)
  if (!acts.every(isSettled)) return { ...request, acts }
  const why = skippedWhole(acts)
  if (why === null) return { ...request, acts, status: 'carried-out', endedAt: now }
  const { acts: nothingDone, ...asked } = request
  return { ...asked, status: 'void', endedAt: now, why }
}

/** When every act was skipped nothing was done at all: the request is void, and says why. */
function skippedWhole(acts: readonly SubscriptionAct[]): VoidReason | null {
  const whys = acts.map(({ result }) => (result.state === 'skipped' && isVoidReason(result.why) ? result.why : null))
  return whys.includes(null) ? null : (whys[0] ?? null)
}

function isVoidReason(why: SkipReason): why is Extract<VoidReason, SkipReason> {
  return why !== 'other-holds' && why !== 'held-again' && why !== 'window-over'
}
