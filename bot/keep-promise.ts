import { announcer, type AnnouncerParts } from '../dialogs/announce.ts'
import { caseKindOf } from '../domain/cases/case.ts'
import type { OutboxEntry } from '../domain/outbox/outbox-entry.ts'
import { never } from '../domain/shared/outcome.ts'

/** Keeps one promise of the outbox: the desk does it, or the announcer says it. Throws when it must be tried again. */
export function promiseKeeper(parts: AnnouncerParts): (entry: OutboxEntry) => Promise<void> {
  const { desk } = parts
  const announce = announcer(parts)
  return async (entry) => {
    const { order } = entry
    switch (order.kind) {
      case 'suspend-subscription':
        return desk.carryOut.suspension(entry, order)
      case 'reactivate-subscription':
        return desk.carryOut.resumption(entry, order)
      case 'post-case':
        return desk.cards.spread(entry, order.case, { askedIn: order.askedIn, reminder: false })
      case 'remind-case':
        return desk.cards.spread(entry, order.case, { askedIn: null, reminder: true })
      case 'announce-newcomer':
        return desk.cards.spreadNewcomer(entry, order.account)
      case 'update-cards':
        return desk.cards.refresh(entry, order.case)
      case 'expire-case':
        if (caseKindOf(order.case) === 'suspension') await desk.suspensions.expire(order.case)
        if (caseKindOf(order.case) === 'resumption') await desk.resumptions.expire(order.case)
        return desk.cards.settle(entry)
      case 'post-card':
      case 'update-card':
      case 'post-newcomer':
      case 'tell-staff':
        return announce(entry, order)
      default:
        return never(order)
    }
  }
}
