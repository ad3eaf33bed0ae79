import type { Lane } from '../customers/lane.ts'
import type { OperatorSubscription, ScheduledChange } from '../ports/operator-lane.ts'
import type { CaseId, CustomerId, SubscriptionId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'

/**
 * A subscription as it was read before we suspended it, or before its base took it along: kept until a resume has put
 * back what it can. Its id is that of the subscription's record of holds.
 */
export interface Snapshot {
  readonly lane: Lane
  readonly customer: CustomerId
  readonly subscription: SubscriptionId
  /** The suspension before which it was read. */
  readonly case: CaseId
  readonly takenAt: Instant
  readonly before: OperatorSubscription
  /** As it was read once the suspension was seen; left out while nobody could look. */
  readonly after?: OperatorSubscription
  /** The base with which an add-on falls; left out where it was suspended itself. */
  readonly fellWith?: SubscriptionId
  /** The resumption that is putting it back; left out while none does. */
  readonly restoring?: CaseId
}

/** How one thing stands after a resume: as it was, to be put back, or somebody's doing that is left alone. */
export type Standing = 'as-before' | 'put-back' | 'changed'

/** How auto-renew, and what is scheduled for the next term, compare with what they were. */
export interface Comparison {
  readonly autoRenew: Standing
  readonly scheduledChange: Standing
  readonly quantity: Standing
  readonly term: Standing
}

/**
 * What a resume has to put back. Only what a suspension takes is put back, and only where it is still as the suspension
 * left it: what differs from that is somebody's own wish.
 */
export function compared({ before, after }: Snapshot, now: OperatorSubscription): Comparison {
  const renewed = before.commitmentEnd !== now.commitmentEnd
  const autoRenew = taken(before.autoRenew === true, after && after.autoRenew === true, now.autoRenew === true)
  const scheduled = taken(
    before.scheduledChange !== null,
    after && after.scheduledChange !== null,
    now.scheduledChange !== null,
  )
  const renews = now.autoRenew === true || autoRenew === 'put-back'
  const other = scheduled === 'as-before' && !isSameChange(before.scheduledChange, now.scheduledChange)
  // What was meant for a term that is over, or for a renewal that somebody switched off, is nobody's wish any more.
  const idle = scheduled === 'put-back' && (renewed || !renews)
  return {
    autoRenew,
    scheduledChange: other || idle ? 'changed' : scheduled,
    quantity: before.quantity === now.quantity ? 'as-before' : 'changed',
    term: renewed ? 'changed' : 'as-before',
  }
}

/** Something that is there or not: a suspension takes it and never adds it. */
function taken(before: boolean, after: boolean | undefined, now: boolean): Standing {
  if (before === now) return 'as-before'
  return before && after !== true ? 'put-back' : 'changed'
}

/** Whether two changes mean the same; where the operator's words say nothing we know, they must be the same words. */
export function isSameChange(one: ScheduledChange | null, other: ScheduledChange | null): boolean {
  if (one === null || other === null) return one === other
  const { quantity, product, term, billingCycle } = one
  const isSilent = [quantity, product, term, billingCycle].every((each) => each === null)
  if (isSilent) return one.instructions === other.instructions
  return (
    quantity === other.quantity &&
    product === other.product &&
    term === other.term &&
    billingCycle === other.billingCycle
  )
}
