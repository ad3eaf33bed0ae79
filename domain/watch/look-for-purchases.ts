import type { Lane } from '../customers/lane.ts'
import type { AlertDesk } from '../fraud/alert-desk.ts'
import { newcomer, packBought, unpackBought } from '../fraud/bought.ts'
import { purchaseDetector, type DetectionParts } from '../fraud/detect-purchases.ts'
import type { OperatorSubscription } from '../ports/operator-lane.ts'
import type { CustomerId } from '../shared/ids.ts'
import { dayAt, type Instant } from '../shared/time.ts'
import type { WatchMemory } from './watch-memory.ts'

export interface PurchaseLookParts extends DetectionParts {
  readonly memory: WatchMemory
  /** Takes in the suspicious purchases that a look finds. */
  readonly alerts: Pick<AlertDesk, 'take'>
}

/** Raises the suspicious purchases among what a look at a customer shows. */
export interface PurchaseLook {
  /** What to remember of a customer before the first look at them; null during a baseline: what they have is no purchase then. */
  blank(lane: Lane, at: Instant): string | null
  /** Compares with what is remembered, raises, and only then remembers: whatever goes wrong meanwhile is raised again. */
  at(
    lane: Lane,
    customer: CustomerId,
    shown: readonly OperatorSubscription[],
    seenBefore: Instant | null,
  ): Promise<void>
}

export function purchaseLook(parts: PurchaseLookParts): PurchaseLook {
  const { memory, alerts, policy } = parts
  const detect = purchaseDetector(parts)
  return {
    blank: (lane, at) =>
      memory.lane(lane).baselineAt === null ? null : packBought(newcomer(dayAt(at, policy.calendar.timeZone))),

    async at(lane, customer, shown, seenBefore) {
      const known = memory.customer(lane, customer)?.bought ?? null
      const bought = known === null ? null : unpackBought(known)
      const found = await detect({ lane, customer, shown, bought, seenBefore })
      if (found.signals.length > 0) {
        // The same items have the same ids then, should this process die before it has written down what it raised.
        if (seenBefore === null) await memory.keep(lane)
        await alerts.take(lane, found.signals)
      }
      const now = memory.customer(lane, customer)
      // Listed no more since.
      if (now === null) return
      memory.see(lane, customer, { ...now, bought: packBought(found.bought) })
      if (found.signals.length > 0) await memory.keep(lane)
    },
  }
}
