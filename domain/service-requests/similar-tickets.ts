import { dayAt, daysBetween, type Instant } from '../shared/time.ts'
import type { CustomerId } from '../shared/ids.ts'
import { isOpenTicket, type ServiceRequest, type TicketTopic } from './service-request.ts'

/** What is over for longer says little of today. */
const rememberedDays = 365
const mostShown = 5

/**
 * Tickets of the same customer that may be about the same matter: those of the topic where one is chosen, the open ones
 * first, then the newest; what was never filed is none.
 */
export function similarTickets(
  of: { readonly customer: CustomerId; readonly topic: TicketTopic | null },
  tickets: readonly ServiceRequest[],
  now: Instant,
): readonly ServiceRequest[] {
  return tickets
    .filter(({ customer, topic, status }) => {
      return customer?.id === of.customer && status !== 'not-filed' && (of.topic === null || topic === of.topic)
    })
    .filter(
      (each) => isOpenTicket(each) || daysBetween(dayAt(each.openedAt, 'UTC'), dayAt(now, 'UTC')) <= rememberedDays,
    )
    .toSorted((one, other) => rank(one) - rank(other) || (one.openedAt < other.openedAt ? 1 : -1))
    .slice(0, mostShown)
}

function rank(request: ServiceRequest): number {
  return isOpenTicket(request) ? 0 : 1
}
