import type { z } from 'zod'
import type { Lane } from '../../../domain/customers/lane.ts'
import type { Instant } from '../../../domain/shared/time.ts'
import { noteTicket, type TicketEntry } from './log.ts'
import type { SimulatedTicket, TicketAuthor, TicketSeverity, TicketStatus } from './simulated-ticket.ts'
import type { seedTicket } from './ticket-orders.ts'
import type { World } from './world.ts'

// 8.2: a string of digits, about 15 long.
const firstNumber: Readonly<Record<Lane, number>> = {
  global: 700_000_000_000_000,
  'us-government': 610_000_000_000_000,
  china: 210_000_000_000_000,
}
/** Numbers are not in a row: other partners file as well. */
const step = 7_919

export function addTicket(world: World, lane: Lane, filed: z.output<typeof seedTicket>): SimulatedTicket {
  const { notes, createdAt, status, ...ticket } = filed
  const last = notes.at(-1)
  const modifiedAt = last?.at ?? createdAt
  const held: SimulatedTicket = {
    ...ticket,
    id: String(firstNumber[lane] + (world.ticketCount += 1) * step),
    createdAt,
    status,
    modifiedAt,
    closedAt: status === 'closed' ? modifiedAt : null,
    lastUpdatedBy: last?.by ?? ticket.openedBy,
    notes: [...notes],
  }
  world.tickets.push(held)
  return held
}

/** Throws an ordinary error where there is none. */
export function ticketCalled({ tickets }: World, id: string): SimulatedTicket {
  const found = tickets.find((ticket) => ticket.id === id)
  if (found === undefined) throw new Error(`there is no ticket ${id}`)
  return found
}

/** What becomes of a ticket; what is left out stays as it is. */
export interface TicketChanges {
  readonly note?: string | undefined
  readonly severity?: TicketSeverity | undefined
  readonly status?: TicketStatus | undefined
}

interface Cause {
  readonly who: TicketAuthor
  /** By a call, or by somebody at the portal, the operator included. */
  readonly by: TicketEntry['by']
  readonly at: Instant
  readonly requestId: string | null
}

/** Changes a ticket and logs what really changed. */
export function changeTicket(held: SimulatedTicket, changes: TicketChanges, cause: Cause, { log }: World): void {
  const { who, at } = cause
  const { note, severity = held.severity, status = held.status } = changes
  const touched = note !== undefined || severity !== held.severity || status !== held.status
  if (!touched) return
  if (note !== undefined) {
    held.notes.push({ by: who, at, text: note })
    noteTicket(log, { ...cause, what: 'noted', ticket: held.id, text: note, severity, status })
  }
  if (severity !== held.severity || status !== held.status)
    noteTicket(log, { ...cause, what: 'changed', ticket: held.id, text: null, severity, status })
  if (status === 'closed' && held.status !== 'closed') held.closedAt = at
  held.severity = severity
  held.status = status
  held.modifiedAt = at
  held.lastUpdatedBy = who
}
