import { saveOf, type DeciderParts } from '../cases/decide-case.ts'
import type { TicketDeed } from '../cases/case-deed.ts'
import { order } from '../outbox/orders.ts'
import { StaleWrite, type Commit, type DeskStore } from '../ports/desk-store.ts'
import type { CaseId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import { untilFresh } from '../shared/versioned.ts'
import type { Followed } from './follow-ticket.ts'
import type { ServiceRequest } from './service-request.ts'
import { ordersOf, ticketAudit } from './ticket-consequences.ts'
import { holdNumber } from './ticket-number.ts'

/** The desk's own word about a ticket: what it is now, and what happened to it, step by step. */
type Steps = (request: ServiceRequest, now: Instant) => readonly Followed[]

/**
 * Writes what the desk itself found out: one commit a step, so that the threads tell each. With the last one, or where
 * there is none, goes what `also` says. Where somebody writes at the same moment, the steps are asked for anew: each
 * must leave out what is there already.
 */
export function ticketWriter({ store, now, newId }: DeciderParts) {
  const writeOnce = async (id: CaseId, steps: Steps, also: Pick<Commit, 'settle' | 'postpone'>): Promise<void> => {
    const found = await store.get('service-request', id)
    const moment = now()
    const told = found ? steps(found.value, moment) : []
    let version = found?.version ?? 0
    for (const [at, { request, deed, ...of }] of told.entries()) {
      const { save = [], remove = [] } =
        deed === 'ticket.found' || deed === 'ticket.found-after-all' ? await holdNumber(store, request) : {}
      await store.commit({
        save: [saveOf('service-request', id, request, version), ...save],
        remove,
        audit: [ticketAudit(request, moment, 'desk', deed, of)],
        outbox: ordersOf(request, deed, of).map((each) => order(newId, each, moment)),
        ...(at === told.length - 1 ? also : {}),
      })
      version += 1
    }
    if (told.length === 0 && Object.keys(also).length > 0) await store.commit(also)
  }
  return (id: CaseId, steps: Steps, also: Pick<Commit, 'settle' | 'postpone'> = {}): Promise<void> =>
    untilFresh(() => writeOnce(id, steps, also))
}

export type WriteTicket = ReturnType<typeof ticketWriter>

/** One step of the desk's own. */
export function step(request: ServiceRequest, deed: TicketDeed, change?: number): readonly Followed[] {
  return [{ request, deed, ...(change !== undefined && { change }) }]
}

/** Every ticket that waits to be filed or answered. */
export async function openTickets(store: DeskStore): Promise<readonly ServiceRequest[]> {
  return (await store.list('service-request', { open: true })).map(({ value }) => value)
}

/** Somebody was faster: the next look sees what they did. */
export function unlessStale(fault: unknown): void {
  if (!(fault instanceof StaleWrite)) throw fault
}
