import { decider, type DeciderParts } from '../cases/decide-case.ts'
import { caseId, type AnyCase } from '../cases/case.ts'
import type { TicketDeed } from '../cases/case-deed.ts'
import type { Lane } from '../customers/lane.ts'
import type { ActGate } from '../lanes/act-gate.ts'
import { order } from '../outbox/orders.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import type { HolidayCalendar } from '../ports/holiday-calendar.ts'
import type { OperatorTicket, TicketChange, TicketsOf } from '../ports/operator-tickets.ts'
import type { MailboxOf } from '../ports/ticket-mailbox.ts'
import type { StandingBook } from '../receivables/standing-book.ts'
import type { CaseId, CustomerId, PlaceId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { OutsideFault } from '../shared/outside-fault.ts'
import type { Instant } from '../shared/time.ts'
import type { CaseAt, VersionRefusal } from '../shared/versioned.ts'
import type { Staff } from '../staff/staff.ts'
import { askChange, doneByHand, roadOf, type ChangeRefusal } from './ask-change.ts'
import { changeCarrier, type CarryOutChange } from './carry-out-change.ts'
import * as ends from './file-ticket.ts'
import { laneFollower } from './follow-lane.ts'
import { isCopyOf } from './follow-ticket.ts'
import { openTicket, reviseTicket, type TicketDraft, type TicketRefusal } from './open-ticket.ts'
import { ticketSender, type SendTicket } from './send-ticket.ts'
import { noBasis, numberOf, type ServiceRequest, type TicketBasis, type TicketTopic } from './service-request.ts'
import { similarTickets } from './similar-tickets.ts'
import { ticketTender } from './tend-tickets.ts'
import { isOfCustomer, prefillFrom, type Prefill } from './ticket-basis.ts'
import { ordersOf, ticketAudit } from './ticket-consequences.ts'
import { holdNumber, numberKey } from './ticket-number.ts'
import { openTickets } from './write-ticket.ts'

type Decided<Refusal> = Promise<Outcome<ServiceRequest, Refusal | VersionRefusal>>

/** How a lane's tickets reach its operator, and whether the desk can follow them there. */
export interface TicketWays {
  /** The mailbox that takes them; null: they are filed by hand. */
  readonly mailbox: string | null
  /** Whether the operator lets them be read. */
  readonly followed: boolean
}

/**
 * Tickets with the operator of the customer's lane: drafted here, filed by mail or by a person, and followed to their
 * answer.
 */
export interface ServiceRequestDesk {
  waysOf(lane: Lane): TicketWays
  /** What a ticket can take over from a case; null when there is none. */
  prefill(from: CaseId): Promise<Prefill | null>
  /** Open and past tickets that may be about the same matter, to avoid doubles. */
  similar(customer: CustomerId, topic: TicketTopic | null): Promise<readonly ServiceRequest[]>
  /**
   * Opens a ticket: mailed, or for somebody to file by hand; `askedIn` is the place that gets its card as the answer.
   * What was taken over from a case of another customer stays behind.
   */
  open(draft: TicketDraft, by: Staff, askedIn: PlaceId): Promise<Outcome<ServiceRequest, TicketRefusal>>
  /** Writes what was not filed yet anew. */
  revise(at: CaseAt, draft: Omit<TicketDraft, 'customer' | keyof TicketBasis>, by: Staff): Decided<TicketRefusal>
  /** A person filed it: with the operator's number, or without (null) as long as nobody knows it. */
  filed(at: CaseAt, operatorNumber: string | null, by: Staff): Decided<ends.TicketEndRefusal>
  /** Closes a ticket that nobody will file. */
  notFiled(at: CaseAt, by: Staff): Decided<ends.TicketEndRefusal>
  /** A note, another severity or the end, for the operator's copy. */
  change(at: CaseAt, wanted: TicketChange, by: Staff): Decided<ChangeRefusal>
  /** What was left to a person was done at the operator's portal. */
  doneByHand(at: CaseAt, change: number, by: Staff): Decided<ChangeRefusal>
  /** A person files what waits for a mailbox whose lane is stopped. */
  takeOver(at: CaseAt, by: Staff): Decided<ends.TakeOverRefusal>
  /** Records what the operator said, which ends it. */
  answered(at: CaseAt, answer: string, by: Staff): Decided<ends.TicketEndRefusal>
  reopen(at: CaseAt, by: Staff): Decided<ends.TicketEndRefusal>
  /** Tickets that wait to be filed or answered, oldest first. */
  waiting(): Promise<readonly ServiceRequest[]>
  /** Looks at a lane's operator; throws `OutsideFault` where it does not answer. */
  follow(lane: Lane): Promise<void>
  /** Asks whoever opened a ticket what the desk cannot see. */
  ask(): Promise<void>
  digest(): Promise<void>
  readonly send: SendTicket
  readonly carryOut: CarryOutChange
}

interface TicketDeskParts extends DeciderParts {
  readonly book: StandingBook
  readonly policy: Pick<CollectionsPolicy, 'calendar' | 'workingHours' | 'ticketPatience'>
  readonly holidays: HolidayCalendar
  readonly ticketsOf: TicketsOf
  readonly mailboxOf: MailboxOf
  readonly gate: ActGate
  readonly readCase: (id: CaseId) => Promise<AnyCase | null>
}

export function createServiceRequestDesk(parts: TicketDeskParts): ServiceRequestDesk {
  const { store, book, now, newId, ticketsOf, mailboxOf, readCase } = parts
  const decide = decider('service-request', parts)
  const follow = laneFollower(parts)
  const tender = ticketTender({ ...parts, follow })
  const recorded = (by: string, what: TicketDeed) => (next: ServiceRequest, at: Instant) => ({
    audit: [ticketAudit(next, at, by, what)],
    orders: ordersOf(next, what),
  })

  /**
   * The operator's ticket of that number, where it can be looked at; what cannot be read now is not held against
   * anybody.
   */
  async function look(lane: Lane, number: string | null): Promise<OperatorTicket | null> {
    const tickets = number === null ? null : ticketsOf(lane)
    if (!tickets || number === null) return null
    try {
      return await tickets.find(number)
    } catch (fault) {
      if (fault instanceof OutsideFault) return null
      throw fault
    }
  }

  async function otherWith(number: string, id: CaseId): Promise<ServiceRequest | null> {
    const key = numberKey(number)
    const isIt = (each: ServiceRequest) => each.id !== id && numberKey(numberOf(each) ?? '') === key
    return (await store.list('service-request')).find(({ value }) => isIt(value))?.value ?? null
  }

  return {
    waysOf: (lane) => ({ mailbox: mailboxOf(lane)?.address ?? null, followed: ticketsOf(lane) !== null }),

    async prefill(from) {
      const found = await readCase(from)
      return found && prefillFrom(found, await store.auditOf(from))
    },

    similar: async (customer, topic) =>
      similarTickets(
        { customer, topic },
        (await store.list('service-request', { customer })).map(({ value }) => value),
        now(),
      ),

    async open(draft, by, askedIn) {
      const customer = (await book.today()).of(draft.customer)?.customer ?? null
      const lane = customer?.lane ?? null
      const filing = lane !== null && mailboxOf(lane) ? 'mail' : 'by-hand'
      const at = now()
      const facts = { by, customer, filing, now: at } as const
      const from = draft.from === null ? null : await readCase(draft.from)
      const isOwn = draft.from === null || (from !== null && isOfCustomer(from, draft.customer))
      const own = isOwn ? draft : { ...draft, ...noBasis }
      const tried = openTicket(own, { ...facts, id: '' })
      if (!tried.ok) return tried
      const request = { ...tried.value, id: caseId('service-request', await store.nextNumber('PD')) }
      await store.commit({
        save: [{ kind: 'service-request', id: request.id, value: request, basedOn: null }],
        audit: [ticketAudit(request, at, by.id, 'ticket.opened')],
        outbox: ordersOf(request, 'ticket.opened', { askedIn }).map((each) => order(newId, each, at)),
      })
      return granted(request)
    },

    revise: (at, draft, by) =>
      decide(at, (request) => reviseTicket(request, draft, { by }), recorded(by.id, 'ticket.revised')),

    async filed(at, operatorNumber, by) {
      const once = (): Decided<ends.TicketEndRefusal> =>
        decide(
          at,
          async (request, moment) => {
            const typed = ends.asOperatorNumber(operatorNumber ?? '', request.lane)
            const taken = typed === null ? null : await otherWith(typed, request.id)
            const outcome = ends.fileTicket(request, { number: operatorNumber, by, now: moment, taken })
            if (!outcome.ok) return outcome
            const title = (await look(request.lane, typed))?.title ?? null
            const isAnothers = title !== null && /\[PD-\d+\]/i.test(title) && !isCopyOf(title, request.id)
            return isAnothers ? refused({ code: 'number-of-another', title }) : outcome
          },
          async (next, moment) => ({
            ...recorded(by.id, 'ticket.filed')(next, moment),
            also: await holdNumber(store, next),
          }),
        )
      const outcome = await once()
      // Somebody may have given another ticket the number at this instant: asked again, the rule knows which.
      return !outcome.ok && outcome.refusal.code === 'changed-since' ? once() : outcome
    },

    notFiled: (at, by) =>
      decide(at, (request, moment) => ends.dropTicket(request, { by, now: moment }), recorded(by.id, 'ticket.dropped')),

    change: (at, wanted, by) =>
      decide(
        at,
        (request, moment) => {
          const has = { reads: ticketsOf(request.lane) !== null, mailbox: mailboxOf(request.lane) !== null }
          return askChange(request, { wanted, road: roadOf(request, has), by, intent: newId(), now: moment })
        },
        (next, moment) =>
          recorded(by.id, next.status === 'closed' ? 'ticket.closed' : 'ticket.change-asked')(next, moment),
      ),

    doneByHand: (at, change, by) =>
      decide(
        at,
        (request, moment) => doneByHand(request, { change, by, now: moment }),
        (next, moment) => ({
          audit: [ticketAudit(next, moment, by.id, 'ticket.change-done', { change })],
          orders: ordersOf(next, 'ticket.change-done'),
        }),
      ),

    takeOver: (at, by) =>
      decide(
        at,
        async (request, moment) => {
          const stopped = (await store.get('lane', request.lane))?.value.stopped ?? null
          return ends.takeOverTicket(request, { by, now: moment, stopped: stopped !== null })
        },
        recorded(by.id, 'ticket.taken-over'),
      ),

    answered: (at, answer, by) =>
      decide(
        at,
        (request, moment) => ends.recordAnswer(request, { answer, by, now: moment }),
        recorded(by.id, 'ticket.answered'),
      ),

    reopen: (at, by) =>
      decide(
        at,
        (request, moment) => ends.reopenTicket(request, { by, now: moment }),
        recorded(by.id, 'ticket.reopened'),
      ),

    waiting: () => openTickets(store),
    follow,
    ask: () => tender.ask(),
    digest: () => tender.digest(),
    send: ticketSender(parts),
    carryOut: changeCarrier(parts),
  }
}
