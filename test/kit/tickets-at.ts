import type { CallEntry, LogEntry, TicketEntry } from '../../adapters/simulators/partner-center/log.ts'
import type {
  SimulatedTicket,
  TicketAuthor,
  TicketStatus,
} from '../../adapters/simulators/partner-center/simulated-ticket.ts'
import type { FileOrder } from '../../adapters/simulators/partner-center/ticket-orders.ts'
import type { Operator } from './demo-desk.ts'

/** Tickets at a simulated operator that is a process of its own: what people do at its portal, and what it has noted. */
export interface OperatorsTickets {
  /** Somebody files one; gives back its number. */
  file(order: FileOrder): Promise<string>
  /** The operator writes, or `by` does. */
  note(number: string, text: string, by?: TicketAuthor): Promise<void>
  status(number: string, status: TicketStatus, by?: TicketAuthor): Promise<void>
  all(): Promise<readonly SimulatedTicket[]>
  /** What was filed, noted and changed, in order. */
  entries(): Promise<readonly TicketEntry[]>
  /** The calls that asked for a change, answered or not. */
  asked(): Promise<readonly CallEntry[]>
}

export function ticketsAt(operator: Operator): OperatorsTickets {
  const log = async () => (await operator.control<{ entries: readonly LogEntry[] }>('GET', 'log')).entries
  return {
    file: async (order) => (await operator.control<{ id: string }>('POST', 'tickets', order)).id,
    note: async (number, text, by = 'operator') =>
      void (await operator.control('POST', `tickets/${number}/note`, { text, by })),
    status: async (number, status, by = 'operator') =>
      void (await operator.control('POST', `tickets/${number}/status`, { status, by })),
    all: async () => (await operator.control<{ tickets: readonly SimulatedTicket[] }>('GET', 'tickets')).tickets,
    entries: async () => (await log()).filter((entry) => entry.kind === 'ticket'),
    asked: async () =>
      (await log())
        .filter((entry) => entry.kind === 'call')
        .filter(({ method, path }) => method === 'PATCH' && path.includes('/servicerequests/')),
  }
}
