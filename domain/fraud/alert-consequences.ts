import type { AuditDraft } from '../audit/audit-entry.ts'
import type { AlertDeed } from '../cases/case-deed.ts'
import type { Order } from '../outbox/outbox-entry.ts'
import type { PlaceId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import type { FraudAlert } from './fraud-alert.ts'

/** What the audit keeps of an alert: what was known then, and who decided what. */
export function alertAudit(alert: FraudAlert, at: Instant, by: string, what: AlertDeed): AuditDraft {
  const { id, lane, customer, status, type, severity, hits, items, holder, snooze, answers } = alert
  return {
    at,
    by,
    what,
    about: id,
    ...(customer === null ? {} : { customer }),
    lane,
    details: {
      status,
      type,
      severity,
      hits,
      items: items.length,
      newest: items.at(-1),
      firstSeenAt: alert.firstSeenAt,
      lastSeenAt: alert.lastSeenAt,
      ...(alert.subscription === null ? {} : { subscription: alert.subscription.id }),
      ...(alert.isTest ? { isTest: true } : {}),
      ...(alert.before === null ? {} : { before: alert.before }),
      ...(alert.digested === undefined ? {} : { digested: alert.digested }),
      ...(holder === null ? {} : { holder }),
      ...(snooze === null ? {} : { snooze }),
      ...(answers.length === 0 ? {} : { answers }),
      ...(alert.spend === null ? {} : { spend: alert.spend }),
      ...(alert.escalated === null ? {} : { escalated: alert.escalated }),
      ...(alert.status === 'decided'
        ? { verdict: alert.verdict, because: alert.because, reported: alert.reported }
        : {}),
      ...(alert.status === 'resolved-elsewhere' ? { reason: alert.reason } : {}),
    },
  }
}

/** The same where it was something before: whatever leaves a digest gets its card, and that tells all there is. */
export function ordersSince(before: FraudAlert, next: FraudAlert, what: AlertDeed): readonly Order[] {
  const isNewCard = before.digested !== undefined && next.status === 'pending' && next.digested === undefined
  return isNewCard ? [{ kind: 'post-case', case: next.id, askedIn: null }] : ordersOf(next, what)
}

/** What must happen outside once an alert has become this. */
export function ordersOf(alert: FraudAlert, what: AlertDeed, askedIn: PlaceId | null = null): readonly Order[] {
  const { id, holder } = alert
  const cards = { kind: 'update-cards', case: id } as const
  const tellHolder: readonly Order[] = holder ? [{ kind: 'tell-staff', case: id, staff: holder.by }] : []
  switch (what) {
    case 'fraud-alert.opened':
    case 'fraud-alert.reported':
      return alert.digested === undefined ? [{ kind: 'post-case', case: id, askedIn }] : []
    case 'fraud-alert.decided':
    case 'fraud-alert.told-again': {
      const credit: readonly Order[] = what === 'fraud-alert.decided' ? [{ kind: 'follow-verdict', case: id }] : []
      return alert.status === 'decided' && alert.reported.state === 'telling'
        ? [cards, { kind: 'report-verdict', case: id }, ...credit]
        : [cards, ...credit]
    }
    case 'fraud-alert.verdict-refused':
      return alert.status === 'decided' ? [cards, { kind: 'tell-staff', case: id, staff: alert.decidedBy }] : [cards]
    case 'fraud-alert.handed-over':
    case 'fraud-alert.grown':
      return [cards, ...tellHolder]
    case 'fraud-alert.escalated':
      return [cards, { kind: 'escalate-alert', case: id, step: alert.escalated?.step ?? 1 }]
    case 'fraud-alert.undelivered':
      return [{ kind: 'escalate-alert', case: id, step: 0 }]
    case 'fraud-alert.act-failed':
    case 'fraud-alert.woke':
      // Whoever put it aside scrolled past its card long ago.
      return [cards, { kind: 'remind-case', case: id }]
    case 'fraud-alert.repeated':
    case 'fraud-alert.claimed':
    case 'fraud-alert.claim-lapsed':
    case 'fraud-alert.snoozed':
    case 'fraud-alert.acted-on':
    case 'fraud-alert.resolved-elsewhere':
    case 'fraud-alert.verdict-partly-told':
    case 'fraud-alert.verdict-told':
    case 'fraud-alert.digested':
    case 'fraud-alert.routes-tested':
    case 'fraud-alert.spend-read':
      return [cards]
  }
}
