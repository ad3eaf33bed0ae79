import { isBegun, type SubscriptionAct } from '../acts/subscription-act.ts'
import { needsSecondPerson } from '../resumption/resumption.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import type { Instant } from '../shared/time.ts'
import { mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import { moveAct } from './move-act.ts'
import type {
  ApprovedSuspension,
  CarriedOutSuspension,
  SuspensionReason,
  SuspensionRequest,
  VoidSuspension,
} from './suspension-request.ts'

export type CallOffRefusal =
  | { readonly code: 'already-decided'; readonly request: SuspensionRequest }
  | { readonly code: 'may-not-lift'; readonly reason: SuspensionReason }

/**
 * Ends what an approved request has not done: at once where no call has left, else as soon as it is clear that the call
 * was not carried out. One press, like lifting the hold it would place: whoever may lift it alone may keep it from
 * being placed.
 */
export function callOffSuspension(
  request: SuspensionRequest,
  { by, now }: { readonly by: Staff; readonly now: Instant },
): Outcome<ApprovedSuspension | CarriedOutSuspension | VoidSuspension, CallOffRefusal> {
  if (request.status !== 'approved' || notDone(request).length === 0)
    return refused({ code: 'already-decided', request })
  if (!mayCallOff(request.reason, by)) return refused({ code: 'may-not-lift', reason: request.reason })
  let next: SuspensionRequest = { ...request, calledOff: { by: by.id, at: now } }
  for (const { subscription } of request.acts.filter((act) => !isBegun(act)))
    if (next.status === 'approved')
      next = moveAct(next, subscription, { result: { state: 'skipped', at: now, why: 'called-off' } }, now)
  return granted(next)
}

/** What of an approved request can still be called off: what the operator has not accepted. */
export function notDone(request: SuspensionRequest): readonly SubscriptionAct[] {
  if (request.status !== 'approved' || request.calledOff) return []
  return request.acts.filter(({ result }) => result.state === 'waiting' || result.state === 'sent')
}

/** Lifting a suspicion takes two people, and so would keeping it from being placed. */
function mayCallOff(reason: SuspensionReason, { roles }: Staff): boolean {
  return !needsSecondPerson(reason) && mayAsk(roles, `resume from ${reason}`)
}
