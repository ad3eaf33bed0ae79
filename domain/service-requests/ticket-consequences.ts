import type { AuditDraft } from '../audit/audit-entry.ts'
import type { TicketDeed } from '../cases/case-deed.ts'
import type { Order } from '../outbox/outbox-entry.ts'
import type { PlaceId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import { isOwed } from './ask-change.ts'
import type { Followed } from './follow-ticket.ts'
import { numberOf, type ServiceRequest } from './service-request.ts'

/** What the audit keeps of a ticket: what stood in it when it left, and each word that went either way. */
export function ticketAudit(
  request: ServiceRequest,
  at: Instant,
  by: string,
  what: TicketDeed,
  of: Pick<Followed, 'change' | 'note'> = {},
): AuditDraft {
  const { id, lane, customer, status, topic, severity, filing, copy, question } = request
  const number = numberOf(request)
  const ended = request.changes.find((each) => each.number === of.change)
  const change = what === 'ticket.change-asked' ? request.changes.at(-1) : ended
  return {
    at,
    by,
    what,
    about: id,
    lane,
    ...(customer === null ? {} : { customer: customer.id }),
    details: {
      status,
      topic,
      severity,
      filing,
      ...(number === null ? {} : { operatorNumber: number }),
      ...(isPaper(what) ? paperOf(request) : {}),
      ...(change === undefined ? {} : { change }),
      ...(of.note === undefined ? {} : { heard: of.note }),
      ...(copy === null ? {} : { copy }),
      ...(question === null ? {} : { question }),
      ...(request.several.length === 0 ? {} : { several: request.several }),
      ...(request.status === 'closed' && request.answer !== null ? { answer: request.answer } : {}),
      ...(request.status === 'handed-over' && request.mailRefused ? { mailRefused: request.mailRefused } : {}),
    },
  }
}

function isPaper(what: TicketDeed): boolean {
  return what === 'ticket.opened' || what === 'ticket.revised'
}

/** All that the operator was given to read of it, but for whom it may ask back. */
function paperOf({ title, text, impact, tried, inChinese, from }: ServiceRequest) {
  const maybe = Object.entries({ impact, tried, inChinese }).filter(([, words]) => words !== null)
  return { title, text, ...Object.fromEntries(maybe), from }
}

/** What must happen outside once a ticket has become this. */
export function ordersOf(
  request: ServiceRequest,
  what: TicketDeed,
  { askedIn = null, change }: Pick<Followed, 'change'> & { readonly askedIn?: PlaceId | null } = {},
): readonly Order[] {
  const { id, openedBy } = request
  const cards: Order = { kind: 'update-cards', case: id }
  const tellOpener = { kind: 'tell-staff', case: id, staff: openedBy } as const
  switch (what) {
    case 'ticket.opened': {
      const post: Order = { kind: 'post-case', case: id, askedIn }
      return request.status === 'sending' ? [post, { kind: 'mail-ticket', case: id, part: 0 }] : [post]
    }
    case 'ticket.change-asked': {
      const asked = request.changes.at(-1)
      if (!asked || !isOwed(asked)) return [cards]
      if (asked.road === 'mail') return [cards, { kind: 'mail-ticket', case: id, part: asked.number }]
      return [cards, { kind: 'change-ticket', case: id, number: asked.number }]
    }
    case 'ticket.change-refused': {
      // Whoever asked for it has words to keep.
      const asker = request.changes.find(({ number }) => number === change)?.by ?? openedBy
      return [cards, ...(asker === openedBy ? [] : [{ ...tellOpener, staff: asker }]), tellOpener]
    }
    case 'ticket.mail-refused':
    case 'ticket.found-several':
    case 'ticket.found-after-all':
    case 'ticket.asked-about':
    case 'ticket.attention-needed':
      // Somebody is to do something.
      return [cards, tellOpener]
    case 'ticket.revised':
    case 'ticket.filed':
    case 'ticket.taken-over':
    case 'ticket.mailed':
    case 'ticket.found':
    case 'ticket.read':
    case 'ticket.heard':
    case 'ticket.severity-seen':
    case 'ticket.change-done':
    case 'ticket.closed-there':
    case 'ticket.reopened-there':
    case 'ticket.answered':
    case 'ticket.closed':
    case 'ticket.reopened':
    case 'ticket.dropped':
      return [cards]
  }
}
