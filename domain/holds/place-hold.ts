import type { Later } from '../outbox/outbox-entry.ts'
import type { Save, Stored } from '../ports/desk-store.ts'
import { later, type Instant } from '../shared/time.ts'
import { heldKey, isSuspicion, placeHold, type HeldSubscription, type Hold, type HoldReason } from './hold.ts'

const dayMs = 86_400_000

/** Which subscription is held. */
export type HeldWhich = Omit<HeldSubscription, 'holds'>

/** One more hold on what is held already, or the first one: part of the commit that tells why. */
export function holdPlaced(before: Stored<HeldSubscription> | null, which: HeldWhich, hold: Hold): Save {
  const { lane, customer, subscription } = which
  const blank: HeldSubscription = { ...which, holds: [] }
  return {
    kind: 'held',
    id: heldKey(lane, customer, subscription),
    value: placeHold(before?.value ?? blank, hold),
    basedOn: before?.version ?? null,
  }
}

/** When a hold placed now is to be looked at again; null for what needs no looking at. */
export function reviewOf(reason: HoldReason, at: Instant, afterDays: number): Instant | null {
  return isSuspicion(reason) ? later(at, afterDays * dayMs) : null
}

/** The promise to ask again on that day; none where the reason holds already, and has its own. */
export function reviewPromised(
  before: Stored<HeldSubscription> | null,
  { lane, customer }: HeldWhich,
  { reason, review }: Hold,
): readonly Later[] {
  const isNew = !before?.value.holds.some((held) => held.reason === reason)
  return isNew && review !== undefined && isSuspicion(reason)
    ? [{ order: { kind: 'review-holds', lane, customer, reason }, dueAt: review }]
    : []
}
