import type { AuditDraft } from '../audit/audit-entry.ts'
import type { ResumptionDeed } from '../cases/case-deed.ts'
import type { Ending } from '../cases/decide-case.ts'
import { liftHold, type HeldSubscription } from '../holds/hold.ts'
import type { Order } from '../outbox/outbox-entry.ts'
import type { Commit, DeskStore, Stored } from '../ports/desk-store.ts'
import type { CustomerId, PlaceId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import type { VoidReason } from '../suspension/suspension-request.ts'
import type { Resumption } from './resumption.ts'

/** Takes away the holds a resumption is about; a subscription without any left is no longer held by us. */
export function lifting(
  held: readonly Stored<HeldSubscription>[],
  { lane, reason, subscriptions }: Resumption,
): Pick<Commit, 'save' | 'remove'> {
  const meant = new Set(subscriptions.map(({ id }) => id))
  const lifted = held
    .filter(({ value }) => value.lane === lane && meant.has(value.subscription))
    .map(({ id, value, version }) => ({ id, version, value: liftHold(value, reason) }))
  return {
    save: lifted
      .filter(({ value }) => value.holds.length > 0)
      .map(({ id, value, version }) => ({ kind: 'held', id, value, basedOn: version })),
    remove: lifted
      .filter(({ value }) => value.holds.length === 0)
      .map(({ id, version }) => ({ kind: 'held', id, basedOn: version })),
  }
}

/** Ends every resumption of the customer that waits for a second person: its card shows somebody else's accounts. */
export async function resumptionsEnding(
  customer: CustomerId,
  why: VoidReason,
  at: Instant,
  by: string,
  store: DeskStore,
): Promise<Omit<Ending, 'remove'>> {
  const open = await store.list('resumption', { customer, open: true })
  const ended = open.flatMap(({ id, value, version }) => {
    if (value.status !== 'pending') return []
    const next: Resumption = { ...value, status: 'void', endedAt: at, why }
    return [{ id, next, version }]
  })
  return {
    save: ended.map(({ id, next, version }) => ({ kind: 'resumption', id, value: next, basedOn: version })),
    audit: ended.map(({ next }) => resumptionAudit(next, at, by, 'resumption.voided')),
    orders: ended.flatMap(({ next }) => ordersOf(next)),
  }
}

/** What must happen outside once a resumption has become this. */
export function ordersOf(next: Resumption, askedIn: PlaceId | null = null): readonly Order[] {
  const cards = { kind: 'update-cards', case: next.id } as const
  switch (next.status) {
    case 'pending':
      return [{ kind: 'post-case', case: next.id, askedIn }]
    case 'approved':
      return [
        ...next.acts
          .filter(({ result }) => result.state === 'waiting')
          .map(({ subscription }) => ({ kind: 'reactivate-subscription', case: next.id, subscription }) as const),
        cards,
      ]
    case 'carried-out':
    case 'rejected':
    case 'expired':
    case 'void':
      return [cards, { kind: 'tell-staff', case: next.id, staff: next.askedBy }]
  }
}

export function resumptionAudit(next: Resumption, at: Instant, by: string, what: ResumptionDeed): AuditDraft {
  return {
    at,
    by,
    what,
    about: next.id,
    customer: next.customer,
    lane: next.lane,
    details: {
      status: next.status,
      reason: next.reason,
      subscriptions: next.subscriptions.map(({ id }) => id),
      ...(next.note === undefined ? {} : { note: next.note }),
      ...(next.status === 'rejected' ? { because: next.because } : {}),
      ...(next.status === 'void' ? { why: next.why } : {}),
    },
  }
}
