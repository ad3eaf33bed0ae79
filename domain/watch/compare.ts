import type { SubscriptionStatus } from '../ports/operator-lane.ts'
import type { Instant } from '../shared/time.ts'
import type { OwnDoings } from './own-doings.ts'
import type { Difference, SeenSubscription } from './watch-memory.ts'

/** What a look at one subscription has to go by. */
export interface Look {
  readonly status: SubscriptionStatus
  readonly ours: OwnDoings
  /** Its base, where it is an add-on whose base was seen as well. */
  readonly base: { readonly status: SubscriptionStatus; readonly ours: OwnDoings } | null
  /** As it was seen before; null where it was plainly in service, or never seen. */
  readonly before: SeenSubscription | null
  /** When the customer was seen before; null when never. */
  readonly seenBefore: Instant | null
}

/** Whether a subscription is as our own log says. `unsure`: an act of ours is under way, look again later. */
export type Comparison = 'agrees' | 'unsure' | Difference

/**
 * Compares what the operator shows with what this desk did. In doubt it is our own doing: an act under way, one whose
 * end nobody saw, an add-on that fell with its base. What was found before and has not moved since is found no second time.
 */
export function compare(look: Look): Comparison {
  if (look.ours.underWay || look.base?.ours.underWay) return 'unsure'
  if (look.status === 'suspended') return isExplained(look) ? 'agrees' : 'suspended-elsewhere'
  if (look.status === 'active') return mayBeInService(look) ? 'agrees' : 'active-though-held'
  // On its way, or gone for good: neither is a question of who suspended it.
  return 'agrees'
}

function isExplained({ ours, base, before, seenBefore }: Look): boolean {
  const { holds, last, foundOut } = ours
  if (holds.includes('operator')) return true
  // Add-ons fall with their base (facts/partner-center 6.3), and whether they return with it nobody says.
  if (base !== null && base.status !== 'active') return true
  if (base?.ours.last && (seenBefore === null || base.ours.last.at >= seenBefore)) return true
  if (holds.length > 0 && !foundOut) return true
  const wasInService = before === null || before.status === 'active' ? seenBefore : before.inServiceAt
  if (last?.wanted === 'suspended' && !(wasInService !== null && wasInService > last.at)) return true
  // Brought back by us, or by somebody by hand, and nobody ever saw it in service: it may still be on its way.
  if (last?.wanted === 'active' && !last.seen && !(wasInService !== null && wasInService > last.at)) return true
  return before?.status === 'suspended' && !isSince(last?.at, seenBefore)
}

function mayBeInService({ ours, before, seenBefore }: Look): boolean {
  const { holds, last } = ours
  if (holds.length === 0) return true
  // Ours, and nobody ever saw what became of it.
  const wasOut = before?.status === 'suspended'
  if (last !== null && !last.seen && !wasOut) return true
  return before?.status === 'active' && before.difference === 'active-though-held' && !isSince(last?.at, seenBefore)
}

function isSince(at: Instant | undefined, seenBefore: Instant | null): boolean {
  return at !== undefined && seenBefore !== null && at > seenBefore
}
