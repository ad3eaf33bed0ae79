import { announcer, type AnnouncerParts } from '../dialogs/announce.ts'
import { caseKindOf } from '../domain/cases/case.ts'
import type {
  ActOrder,
  LetterOrder,
  Order,
  OutboxEntry,
  PageOrder,
  TicketOrder,
  Tried,
} from '../domain/outbox/outbox-entry.ts'
import type { WriteMail } from '../domain/service-requests/send-ticket.ts'
import type { CaseId } from '../domain/shared/ids.ts'
import { never } from '../domain/shared/outcome.ts'

/** Keeps one promise of the outbox: the desk does it, or the announcer says it. Throws when it must be tried again. */
export function promiseKeeper(
  parts: AnnouncerParts & { readonly writeMail: WriteMail },
): (entry: OutboxEntry) => Promise<Tried> {
  const { desk } = parts
  const announce = announcer(parts)
  return async (entry) => {
    const { order } = entry
    if (order.kind === 'suspend-subscription') return desk.carryOut.suspension(entry, order)
    if (order.kind === 'reactivate-subscription') return desk.carryOut.resumption(entry, order)
    if (order.kind === 'cancel-subscription') return desk.carryOut.cancellation(entry, order)
    if (order.kind === 'end-renewal') return desk.carryOut.endOfRenewal(entry, order)
    if (order.kind === 'set-budget') return desk.carryOut.budget(entry, order)
    if (order.kind === 'restore-subscription') return desk.carryOut.restoring(entry, order)
    if (order.kind === 'look-by-hand') return desk.byHand.look(entry, order)
    if (order.kind === 'mail-ticket') return desk.tickets.send(entry, order, parts.writeMail)
    if (order.kind === 'mail-reminder') return desk.reminders.send(entry, order)
    if (order.kind === 'change-ticket') return desk.tickets.carryOut(entry, order)
    if (order.kind === 'page-by') return desk.paging.send(entry, order)
    await keep(entry, order)
    return 'kept'
  }

  /** A ticket waits for as long as it takes. */
  async function expire(id: CaseId): Promise<void> {
    switch (caseKindOf(id)) {
      case 'suspension':
        return desk.suspensions.expire(id)
      case 'resumption':
        return desk.resumptions.expire(id)
      case 'ending':
        return desk.endings.expire(id)
      case 'budget':
        return desk.budgets.expire(id)
      case 'credit-change':
        return desk.credit.expire(id)
      case 'role-change':
        return desk.staff.expireRole(id)
      case 'policy-change':
        return desk.policies.expire(id)
      case 'ledger-import':
        return desk.ledger.expire(id)
      case 'lane-switch':
        return desk.lanes.expire(id)
      case 'daily-brake':
        return desk.brakes.expire(id)
      case 'service-request':
      case 'sighting':
      case 'lane-trouble':
      case 'countdown':
      case 'fraud-alert':
      case null:
        return
    }
  }

  /** What is done or said without an operator: kept, or thrown. */
  async function keep(
    entry: OutboxEntry,
    order: Exclude<Order, ActOrder | LetterOrder | PageOrder | TicketOrder>,
  ): Promise<void> {
    switch (order.kind) {
      case 'post-case':
        return desk.cards.spread(entry, order.case, { askedIn: order.askedIn, reminder: false })
      case 'remind-case':
        return desk.cards.spread(entry, order.case, { askedIn: null, reminder: true })
      case 'escalate-case':
        if (caseKindOf(order.case) !== 'suspension') return desk.cards.escalate(entry, order.case)
        await desk.suspensions.escalate(order.case)
        return desk.cards.settle(entry)
      case 'call-approvers':
        return desk.cards.callApprovers(entry, order.case)
      case 'remind-by-hand':
        return desk.byHand.remind(entry, order.case)
      case 'announce-newcomer':
        return desk.cards.spreadNewcomer(entry, order.account)
      case 'raise-alarm':
        return desk.cards.spreadAlarm(entry, order.alarm)
      case 'announce-news':
        return desk.cards.spreadNews(entry, order.news)
      case 'report-verdict':
        return desk.alerts.reportVerdict(entry, order)
      case 'follow-verdict':
        return desk.credit.followVerdict(entry, order)
      case 'note-act':
        return desk.alerts.noteAct(entry, order)
      case 'escalate-alert':
        return desk.alerts.escalate(entry, order)
      case 'review-holds':
        return desk.reviews.spread(entry, order)
      case 'update-cards':
        return desk.cards.refresh(entry, order.case)
      case 'expire-case':
        await expire(order.case)
        return desk.cards.settle(entry)
      case 'refresh-lane':
        return desk.lanes.refresh(entry, order.lane)
      case 'follow-event':
        return desk.webhooks.follow(entry, order.event)
      case 'probe-lane':
        return desk.troubles.probe(entry, order.case)
      case 'tidy-links':
        await desk.links.tidy()
        return desk.cards.settle(entry)
      case 'recheck-debt':
        if (order.undone) await desk.agreements.judgeAnew(order.undone.since)
        await desk.agreements.tend('marks')
        if (order.undone) await desk.suspensions.tellGroundBack(order.undone)
        await desk.suspensions.withdrawUnjustified(order.customer)
        await desk.resumptions.seeToPaid(order.customer)
        return desk.cards.settle(entry)
      case 'page':
        return desk.paging.page(entry, order.call)
      case 'post-card':
      case 'tell-delivery':
      case 'tell-reminder':
      case 'update-card':
      case 'tell-thread':
      case 'post-newcomer':
      case 'post-alarm':
      case 'post-news':
      case 'post-review':
      case 'post-link':
      case 'tell-staff':
      case 'tell-agreement':
        return announce(entry, order)
      default:
        return never(order)
    }
  }
}
