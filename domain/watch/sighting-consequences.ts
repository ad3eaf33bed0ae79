import type { AuditDraft } from '../audit/audit-entry.ts'
import type { SightingDeed } from '../cases/case-deed.ts'
import type { Lane } from '../customers/lane.ts'
import { heldKey, liftHold, placeHold, type HeldSubscription } from '../holds/hold.ts'
import type { Commit, Stored } from '../ports/desk-store.ts'
import type { CustomerId, SubscriptionId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import type { SightedSubscription, Sighting } from './sighting.ts'

/** Id of the record that keeps a second open sighting of the same customer from being made. */
export function sightingPointer(lane: Lane, customer: CustomerId): string {
  return `sighting/${lane}/${customer}`
}

export function sightingAudit(next: Sighting, at: Instant, by: string, what: SightingDeed): AuditDraft {
  return {
    at,
    by,
    what,
    about: next.id,
    customer: next.customer,
    lane: next.lane,
    details: {
      status: next.status,
      subscriptions: next.subscriptions.map(({ id, difference, suspensionReasons, overAt }) => ({
        id,
        difference,
        suspensionReasons,
        over: overAt !== null,
      })),
      ...(next.status === 'recorded' ? { cause: next.cause, because: next.because } : {}),
      ...(what === 'sighting.noticed' ? { notice: next.notices.at(-1)?.text } : {}),
    },
  }
}

/**
 * The holds that go with a look: what somebody else took out is held for the operator, so that nothing of ours brings it
 * back; a hold that this very case placed goes again where the operator itself brought it back before anybody recorded
 * why. Holds of people stay.
 */
export function holdsAfter(
  held: readonly Stored<HeldSubscription>[],
  { id, lane, customer }: Pick<Sighting, 'id' | 'lane' | 'customer'>,
  taken: readonly SightedSubscription[],
  returned: readonly SubscriptionId[],
  at: Instant,
): Required<Pick<Commit, 'save' | 'remove'>> {
  const changes = [
    ...taken.map((one) => {
      const before = held.find(({ value }) => value.lane === lane && value.subscription === one.id) ?? null
      const blank = { lane, customer, subscription: one.id, name: one.name, holds: [] }
      const hold = { reason: 'operator', case: id, by: 'desk', at } as const
      return { before, value: placeHold(before?.value ?? blank, hold) }
    }),
    ...held
      .filter(({ value }) => value.lane === lane && returned.includes(value.subscription) && isPlacedBy(value, id))
      .map((before) => ({ before, value: liftHold(before.value, 'operator') })),
  ].filter(({ before, value }) => before?.value !== value)
  return {
    save: changes
      .filter(({ value }) => value.holds.length > 0)
      .map(({ before, value }) => ({
        kind: 'held',
        id: heldKey(lane, customer, value.subscription),
        value,
        basedOn: before?.version ?? null,
      })),
    remove: changes.flatMap(({ before, value }) =>
      before && value.holds.length === 0
        ? [{ kind: 'held', id: heldKey(lane, customer, value.subscription), basedOn: before.version } as const]
        : [],
    ),
  }
}

/** Whether the operator's hold on it is this case's own. */
export function isPlacedBy({ holds }: HeldSubscription, sighting: string): boolean {
  return holds.some((hold) => hold.reason === 'operator' && hold.case === sighting)
}
