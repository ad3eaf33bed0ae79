import type { AuditDraft } from '../audit/audit-entry.ts'
import type { CreditDeed } from '../cases/case-deed.ts'
import type { Order } from '../outbox/outbox-entry.ts'
import type { Instant } from '../shared/time.ts'
import type { CreditChange } from './credit-change.ts'

/** What must happen outside once a change of a credit has become this. */
export function ordersOf(next: CreditChange): readonly Order[] {
  const cards = { kind: 'update-cards', case: next.id } as const
  switch (next.status) {
    case 'pending':
    case 'withdrawn':
      return [cards]
    case 'approved':
    case 'rejected':
    case 'expired':
      return [cards, { kind: 'tell-staff', case: next.id, staff: next.askedBy }]
  }
}

export function creditAudit(next: CreditChange, at: Instant, by: string, what: CreditDeed): AuditDraft {
  const { id, customer, identity, status, change, because, exposure } = next
  return {
    at,
    by,
    what,
    about: id,
    customer,
    lane: identity.lane,
    details: {
      status,
      change,
      because,
      ...(what === 'credit.asked' ? { exposure } : {}),
      ...(next.status === 'rejected' ? { rejection: next.rejection } : {}),
    },
  }
}
