import { z } from 'zod'
import { later } from '../../../domain/shared/time.ts'
import { answer, type HttpServer } from '../../shared/http-server.ts'
import { addTicket, changeTicket, ticketCalled, type TicketChanges } from './keep-tickets.ts'
import { ordered } from './control-routes.ts'
import { noteTicket, type TicketEntry } from './log.ts'
import type { Simulation } from './simulation.ts'
import type { SimulatedTicket } from './simulated-ticket.ts'
import {
  fileOrderSchema,
  seedTicket,
  ticketAuthor,
  ticketSeverity,
  ticketStatus,
  type FileOrder,
} from './ticket-orders.ts'

const by = ticketAuthor.default('operator')
export const ticketNoteSchema = z.strictObject({ text: z.string().min(1), by })
export const ticketStatusSchema = z.strictObject({ status: ticketStatus, by })
export const ticketSeveritySchema = z.strictObject({ severity: ticketSeverity, by })

/** The hand behind the curtain, for tickets: what people do at the portal, and the operator. */
export interface TicketControls {
  /** Somebody files one. Answers its number. */
  fileTicket(order: FileOrder): Pick<SimulatedTicket, 'id'>
  /** Throws where there is no such ticket, as the next two do. */
  noteTicket(id: string, order: z.input<typeof ticketNoteSchema>): void
  /** Any of them; at the portal a closed one may be opened again. */
  ticketStatus(id: string, order: z.input<typeof ticketStatusSchema>): void
  ticketSeverity(id: string, order: z.input<typeof ticketSeveritySchema>): void
  /** As the operator holds them, whoever may see them. */
  tickets(): readonly SimulatedTicket[]
  /** Only what was filed, noted and changed, in order. */
  ticketEntries(): readonly TicketEntry[]
}

export function ticketControlsOf(simulation: Simulation): TicketControls {
  const { world, lane } = simulation
  function change(id: string, changes: TicketChanges, who: z.output<typeof ticketAuthor>): void {
    const cause = { who, by: placeOf(who), at: simulation.now(), requestId: null }
    changeTicket(ticketCalled(world, id), changes, cause, world)
    simulation.save()
  }
  return {
    fileTicket(order) {
      const { answer: due, ...filed } = fileOrderSchema.parse(order)
      // Section 1: the portal of 21Vianet is another; what is filed there no call ever shows.
      const held = addTicket(world, lane, seedTicket.parse({ ...filed, createdAt: simulation.now() }))
      const { id, openedBy: who, createdAt: at, severity, status, title: text } = held
      noteTicket(world.log, {
        what: 'filed',
        ticket: id,
        at,
        who,
        by: 'portal',
        requestId: null,
        text,
        severity,
        status,
      })
      if (due) world.ticketAnswersDue.push({ ticket: id, at: later(at, due.afterMs), text: due.text })
      simulation.save()
      return { id }
    },
    noteTicket(id, order) {
      const { text, by: who } = ticketNoteSchema.parse(order)
      change(id, { note: text }, who)
    },
    ticketStatus(id, order) {
      const { status, by: who } = ticketStatusSchema.parse(order)
      change(id, { status }, who)
    },
    ticketSeverity(id, order) {
      const { severity, by: who } = ticketSeveritySchema.parse(order)
      change(id, { severity }, who)
    },
    tickets: () => structuredClone(world.tickets),
    ticketEntries: () => structuredClone(world.log.tickets),
  }
}

/** Lets the operator write what is due by now. */
export function letAnswersCome(simulation: Simulation): void {
  const { world } = simulation
  const at = simulation.now()
  const due = world.ticketAnswersDue.filter((each) => each.at <= at)
  if (due.length === 0) return
  world.ticketAnswersDue = world.ticketAnswersDue.filter((each) => each.at > at)
  const cause = { who: 'operator', by: 'operator', at, requestId: null } as const
  for (const { ticket, text } of due) changeTicket(ticketCalled(world, ticket), { note: text }, cause, world)
  simulation.save()
}

function placeOf(who: z.output<typeof ticketAuthor>): 'operator' | 'portal' {
  return who === 'operator' ? 'operator' : 'portal'
}

/** The controls over HTTP, for another process on this machine. */
export function addTicketControlRoutes({ get, post }: HttpServer['routes'], controls: TicketControls): void {
  get('/simulator/tickets', async (_req, res) => answer(res, 200, { tickets: controls.tickets() }))
  post(
    '/simulator/tickets',
    ordered(fileOrderSchema, (order) => controls.fileTicket(order)),
  )
  post(
    '/simulator/tickets/:id/note',
    ordered(ticketNoteSchema, (order, id) => controls.noteTicket(id, order)),
  )
  post(
    '/simulator/tickets/:id/status',
    ordered(ticketStatusSchema, (order, id) => controls.ticketStatus(id, order)),
  )
  post(
    '/simulator/tickets/:id/severity',
    ordered(ticketSeveritySchema, (order, id) => controls.ticketSeverity(id, order)),
  )
}
