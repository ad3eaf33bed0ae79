import type { Lane } from '../../domain/customers/lane.ts'
import type { OperatorTicket, OperatorTickets, TicketChange } from '../../domain/ports/operator-tickets.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import type { Instant } from '../../domain/shared/time.ts'

/** An operator's tickets, as a desk that signs in as their author sees them; fails when told to. */
export interface FakeTickets extends OperatorTickets {
  /** Somebody files or changes one at the portal, or the operator does. */
  put(ticket: Partial<OperatorTicket> & { readonly number: string }, at: Instant): void
  /** Nobody sees it any more. */
  hide(number: string): void
  /** What this desk asked for, with the intent it came under. */
  readonly asked: readonly { readonly number: string; readonly wanted: TicketChange; readonly intent: string }[]
  readonly lists: number
  /** What becomes of the next calls, one each; `null`: as always. */
  spoil(...faults: readonly (OutsideFault | null)[]): void
  /** The next changes are carried out, and nobody hears of it. */
  loseAnswers(...faults: readonly OutsideFault[]): void
}

export function fakeTickets(lane: Lane, now: () => Instant): FakeTickets {
  const tickets = new Map<string, OperatorTicket>()
  const asked: { number: string; wanted: TicketChange; intent: string }[] = []
  const faults: (OutsideFault | null)[] = []
  const lost: OutsideFault[] = []
  let lists = 0
  const failing = async (): Promise<void> => {
    const fault = faults.shift()
    if (fault) throw fault
    return Promise.resolve()
  }
  const blank = (number: string, at: Instant): OperatorTicket => ({
    number,
    title: '',
    severity: 'moderate',
    status: 'open',
    createdAt: at,
    modifiedAt: at,
    closedAt: null,
    notes: [],
  })
  return {
    lane,
    asked,
    get lists() {
      return lists
    },
    put(ticket, at) {
      tickets.set(ticket.number, {
        ...(tickets.get(ticket.number) ?? blank(ticket.number, at)),
        modifiedAt: at,
        ...ticket,
      })
    },
    hide: (number) => void tickets.delete(number),
    spoil: (...more) => void faults.push(...more),
    loseAnswers: (...more) => void lost.push(...more),
    async list() {
      lists += 1
      await failing()
      // The list leaves the notes out, as an operator may.
      return [...tickets.values()].map((ticket) => ({ ...ticket, notes: [] })).reverse()
    },
    async find(number) {
      await failing()
      return tickets.get(number) ?? null
    },
    async change(number, wanted, intent) {
      asked.push({ number, wanted, intent })
      await failing()
      const before = tickets.get(number)
      if (!before) throw new OutsideFault({ service: `partner-center:${lane}`, kind: 'not-found', status: 404 })
      const after = { ...before, ...changed(before, wanted, now()), modifiedAt: now() }
      tickets.set(number, after)
      const fault = lost.shift()
      if (fault) throw fault
      return after
    },
  }
}

function changed(before: OperatorTicket, wanted: TicketChange, at: Instant): Partial<OperatorTicket> {
  switch (wanted.change) {
    case 'note':
      return { notes: [...before.notes, { by: 'Partner Desk', at, text: wanted.text }] }
    case 'severity':
      return { severity: wanted.severity }
    case 'close':
      return { status: 'closed', closedAt: at }
  }
}
