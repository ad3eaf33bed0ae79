import type { AuditDraft } from '../audit/audit-entry.ts'
import { caseId } from '../cases/case.ts'
import type { TicketDeed } from '../cases/case-deed.ts'
import { decider, type DeciderParts } from '../cases/decide-case.ts'
import { isMatched } from '../customers/customer.ts'
import { order } from '../outbox/orders.ts'
import type { Order } from '../outbox/outbox-entry.ts'
import type { StandingBook } from '../receivables/standing-book.ts'
import type { CustomerId, PlaceId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import type { Instant } from '../shared/time.ts'
import type { CaseAt, VersionRefusal } from '../shared/versioned.ts'
import { mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import { dropTicket, fileTicket, type TicketEndRefusal } from './end-ticket.ts'
import type { ServiceRequest, Severity, TicketTopic } from './service-request.ts'

/** What somebody wants the operator to read; the operator follows from the customer's lane. */
export interface TicketDraft {
  readonly customer: CustomerId
  readonly topic: TicketTopic
  readonly severity: Severity
  readonly text: string
}

/** Why no ticket is opened. */
export type TicketRefusal =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'unknown-customer' }
  /** Without an operator customer there is no lane, and a ticket never guesses its operator. */
  | { readonly code: 'not-matched' }
  | { readonly code: 'words-needed' }

/** Tickets with the operator of the customer's lane: drafted here, filed by a person, the number kept. */
export interface ServiceRequestDesk {
  /** Opens a ticket for somebody to file by hand; `askedIn` is the place that gets its card as the answer. */
  open(draft: TicketDraft, by: Staff, askedIn: PlaceId): Promise<Outcome<ServiceRequest, TicketRefusal>>
  /** Keeps the number the person brought back from the operator's portal. */
  filed(
    at: CaseAt,
    operatorNumber: string,
    by: Staff,
  ): Promise<Outcome<ServiceRequest, TicketEndRefusal | VersionRefusal>>
  /** Tickets whose number is not known yet, oldest first. */
  waiting(): Promise<readonly ServiceRequest[]>
  /** Closes a ticket that nobody will file. */
  notFiled(at: CaseAt, by: Staff): Promise<Outcome<ServiceRequest, TicketEndRefusal | VersionRefusal>>
}

export function createServiceRequestDesk(parts: DeciderParts & { readonly book: StandingBook }): ServiceRequestDesk {
  const { store, book, now, newId } = parts
  const decide = decider('service-request', parts)

  return {
    async open({ customer: id, topic, severity, text }, by, askedIn) {
      if (!mayAsk(by.roles, 'file ticket')) return refused({ code: 'not-allowed' })
      const of = (await book.today()).of(id)
      if (!of) return refused({ code: 'unknown-customer' })
      if (!isMatched(of.customer)) return refused({ code: 'not-matched' })
      if (text.trim() === '') return refused({ code: 'words-needed' })
      const at = now()
      const { name, domain, lane } = of.customer.operator
      const request: ServiceRequest = {
        status: 'handed-over',
        id: caseId('service-request', await store.nextNumber('PD')),
        lane,
        customer: { id, name, domain },
        topic,
        severity,
        text: text.trim(),
        openedBy: by.id,
        openedAt: at,
      }
      await store.commit({
        save: [{ kind: 'service-request', id: request.id, value: request, basedOn: null }],
        audit: [ticketAudit(request, at, by.id, 'ticket.opened')],
        outbox: [order(newId, { kind: 'post-case', case: request.id, askedIn }, at)],
      })
      return granted(request)
    },

    waiting: async () => (await store.list('service-request', { open: true })).map(({ value }) => value),

    filed: (at, operatorNumber, by) =>
      decide(
        at,
        (request, moment) => fileTicket(request, { operatorNumber, by, now: moment }),
        (next, moment) => ({ audit: [ticketAudit(next, moment, by.id, 'ticket.filed')], orders: cardsOf(next) }),
      ),
    notFiled: (at, by) =>
      decide(
        at,
        (request, moment) => dropTicket(request, { by, now: moment }),
        (next, moment) => ({ audit: [ticketAudit(next, moment, by.id, 'ticket.dropped')], orders: cardsOf(next) }),
      ),
  }
}

function cardsOf({ id }: ServiceRequest): readonly Order[] {
  return [{ kind: 'update-cards', case: id }]
}

function ticketAudit(request: ServiceRequest, at: Instant, by: string, what: TicketDeed): AuditDraft {
  return {
    at,
    by,
    what,
    about: request.id,
    lane: request.lane,
    ...(request.customer === null ? {} : { customer: request.customer.id }),
    details: {
      status: request.status,
      topic: request.topic,
      severity: request.severity,
      ...(request.status === 'filed' ? { operatorNumber: request.operatorNumber } : {}),
    },
  }
}
