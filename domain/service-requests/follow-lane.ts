import type { Lane } from '../customers/lane.ts'
import type { DeciderParts } from '../cases/decide-case.ts'
import type { OperatorTicket, OperatorTickets, TicketsOf } from '../ports/operator-tickets.ts'
import { findCopy, isCopyOf, mirrorCopy } from './follow-ticket.ts'
import { OutsideFault } from '../shared/outside-fault.ts'
import { later, type Instant } from '../shared/time.ts'
import { isOpenTicket, numberOf, type ServiceRequest } from './service-request.ts'
import { isHeldByAnother } from './ticket-number.ts'
import { ticketWriter, unlessStale } from './write-ticket.ts'

/** For so long after its end a ticket is looked at, should the operator open it again, or have it after all. */
const reopenedWithinMs = 30 * 24 * 3_600_000

/**
 * Looks at a lane's operator for the tickets that are open here: finds those whose number nobody knows by ours in their
 * title, and mirrors what changed of the others. One look at the list, and one more for each that changed or is not
 * listed. Throws `OutsideFault` where the operator does not answer, and once it has looked at the others where it
 * refuses one: the next look catches up.
 */
export function laneFollower(parts: DeciderParts & { readonly ticketsOf: TicketsOf }): (lane: Lane) => Promise<void> {
  const { store, now, ticketsOf } = parts
  const write = ticketWriter(parts)

  return async (lane) => {
    const tickets = ticketsOf(lane)
    if (!tickets) return
    const all = (await store.list('service-request')).map(({ value }) => value).filter((each) => each.lane === lane)
    const ours = all.filter(
      (each) => isOpenTicket(each) || mayBeReopened(each, now()) || mayBeThereAfterAll(each, now()),
    )
    if (ours.length === 0) return
    const unfound = ours.filter((each) => numberOf(each) === null).flatMap(({ customer }) => customer?.id ?? [])
    const seen = await tickets.list([...new Set(unfound)])
    const taken = new Set(all.map(numberOf))
    const free = seen.filter(({ number }) => !taken.has(number))
    const faults: OutsideFault[] = []
    for (const request of ours) await followOne(request, tickets, { seen, free }).catch(unlessItsOwn(faults))
    if (faults[0]) throw faults[0]
  }

  async function followOne(
    request: ServiceRequest,
    tickets: OperatorTickets,
    { seen, free }: { readonly seen: readonly OperatorTicket[]; readonly free: readonly OperatorTicket[] },
  ): Promise<void> {
    const known = numberOf(request)
    if (known === null) {
      const copies = await notOfAnother(request, free)
      await write(request.id, (fresh, at) => oneOrNone(findCopy(fresh, copies, at))).catch(unlessStale)
    }
    const number = known ?? numberOf((await store.get('service-request', request.id))?.value ?? request)
    if (number === null) return
    const listed = seen.find((each) => each.number === number)
    if (listed ? isAsSeen(request, listed) : !isOpenTicket(request)) return
    // A list may leave out the notes.
    const copy = await tickets.find(number)
    if (copy) await write(request.id, (fresh, at) => (numberOf(fresh) === number ? mirrorCopy(fresh, copy, at) : []))
  }

  /**
   * Its copies but those that are another's meanwhile; one whose title carries two of our numbers is the first one's.
   */
  async function notOfAnother({ id }: ServiceRequest, free: readonly OperatorTicket[]) {
    const copies = []
    for (const each of free)
      if (isCopyOf(each.title, id) && !(await isHeldByAnother(store, each.number, id))) copies.push(each)
    return copies
  }
}

function oneOrNone<One>(one: One | null): readonly One[] {
  return one === null ? [] : [one]
}

/** One that the operator has closed may be opened again there. */
function mayBeReopened(request: ServiceRequest, now: Instant): boolean {
  return (
    request.status === 'closed' && request.copy?.status === 'closed' && later(request.closedAt, reopenedWithinMs) > now
  )
}

/** One that nobody was to file may have been filed before that was said, or by somebody who never heard of it. */
function mayBeThereAfterAll(request: ServiceRequest, now: Instant): boolean {
  return request.status === 'not-filed' && later(request.endedAt, reopenedWithinMs) > now
}

function isAsSeen({ copy }: ServiceRequest, { modifiedAt, status }: OperatorTicket): boolean {
  return modifiedAt !== null && modifiedAt === copy?.modifiedAt && (status === copy.status || status === 'unknown')
}

/** A no to one ticket is kept for later; nothing else would come of asking for the others. */
function unlessItsOwn(faults: OutsideFault[]) {
  return (fault: unknown): void => {
    if (!(fault instanceof OutsideFault) || fault.retryable || fault.facts.kind === 'unauthorised') throw fault
    faults.push(fault)
  }
}
