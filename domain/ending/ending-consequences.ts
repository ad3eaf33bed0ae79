import type { AuditDraft } from '../audit/audit-entry.ts'
import type { EndingDeed } from '../cases/case-deed.ts'
import type { Order } from '../outbox/outbox-entry.ts'
import type { Instant } from '../shared/time.ts'
import type { Ending } from './ending.ts'

/** What must happen outside once an ending has become this. */
export function ordersOf(next: Ending): readonly Order[] {
  const cards = { kind: 'update-cards', case: next.id } as const
  switch (next.status) {
    case 'pending':
    case 'withdrawn':
      return [cards]
    case 'approved': {
      const kind = next.way === 'cancel' ? 'cancel-subscription' : 'end-renewal'
      return [...next.acts.map(({ subscription }) => ({ kind, case: next.id, subscription }) as const), cards]
    }
    case 'carried-out':
    case 'rejected':
    case 'expired':
      return [cards, { kind: 'tell-staff', case: next.id, staff: next.askedBy }]
  }
}

export function endingAudit(next: Ending, at: Instant, by: string, what: EndingDeed): AuditDraft {
  return {
    at,
    by,
    what,
    about: next.id,
    customer: next.customer,
    lane: next.identity.lane,
    details: {
      status: next.status,
      way: next.way,
      because: next.because,
      subscriptions: next.subscriptions.map(({ id }) => id),
      ...(next.status === 'rejected' ? { rejection: next.rejection } : {}),
    },
  }
}
