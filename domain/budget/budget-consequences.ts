import type { AuditDraft } from '../audit/audit-entry.ts'
import type { BudgetDeed } from '../cases/case-deed.ts'
import type { Order } from '../outbox/outbox-entry.ts'
import type { Instant } from '../shared/time.ts'
import type { BudgetChange } from './budget.ts'

/** What must happen outside once a change of a budget has become this. */
export function ordersOf(next: BudgetChange): readonly Order[] {
  const cards = { kind: 'update-cards', case: next.id } as const
  switch (next.status) {
    case 'pending':
    case 'withdrawn':
      return [cards]
    case 'approved':
      return [{ kind: 'set-budget', case: next.id }, cards]
    case 'carried-out':
    case 'rejected':
    case 'expired':
      return [cards, { kind: 'tell-staff', case: next.id, staff: next.askedBy }]
  }
}

export function budgetAudit(next: BudgetChange, at: Instant, by: string, what: BudgetDeed): AuditDraft {
  const { id, customer, identity, status, amount, before } = next
  return {
    at,
    by,
    what,
    about: id,
    customer,
    lane: identity.lane,
    details: {
      status,
      amount,
      before,
      ...(next.status === 'rejected' ? { rejection: next.rejection } : {}),
      ...('act' in next ? { act: next.act } : {}),
    },
  }
}
