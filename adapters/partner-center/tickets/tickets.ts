import { z } from 'zod'
import type { Lane } from '../../../domain/customers/lane.ts'
import { missingAccess } from '../../../domain/ports/operator-codes.ts'
import type { OperatorTicket, OperatorTickets, TicketChange } from '../../../domain/ports/operator-tickets.ts'
import { OutsideFault, unreadable } from '../../../domain/shared/outside-fault.ts'
import type { PartnerCenterClient } from '../client.ts'
import type { Answer } from '../../shared/exchange.ts'
import { isRefusal } from '../faults.ts'
import { customerPath } from '../paths.ts'
import type { RequestIds } from '../request-ids.ts'
import { allPages } from './all-pages.ts'
import { asTicketNumber, newestFirst, ticketOf } from './ticket-of.ts'

/** Whose tickets the account sees. */
export interface TicketSight {
  /** How many it sees at all. */
  readonly seen: number
  /** How many of them only with the role Support Request Admin; null where the operator says that it is missing. */
  readonly others: number | null
}

/** The port, and what a doctor asks beside it. */
export interface PartnerCenterTickets extends OperatorTickets {
  /** None of others may also mean that nobody else opened one: the operator does not tell. Throws `OutsideFault`. */
  sight(): Promise<TicketSight>
}

/** The same account, asked with different patience and before or after other things. */
interface TicketClients {
  /** For the follower's look at the whole list, which can wait. */
  readonly looking: PartnerCenterClient
  /** For one ticket, which somebody may wait for. */
  readonly finding: PartnerCenterClient
  /** For what was decided. */
  readonly changing: PartnerCenterClient
}

const all = 'v1/servicerequests'
/**
 * For the role Support Request Admin: the tickets of everybody in the partner's organisation (facts/partner-center
 * 8.2).
 */
const everybodys = { IncludeOrganizationRequests: 'true' }

/**
 * The tickets of a partner account over the operator's API (facts/partner-center 8.2): read, noted, closed, given
 * another severity; never created (8.1), never opened again. In a person's name only (3.3): a lane that signs in as the
 * app alone has none. Which characters a note may hold is not published; it is sent as it was written, and a no is a
 * fault to be told of.
 */
export function openTickets(
  { looking, finding, changing }: TicketClients,
  lane: Lane,
  requestIds: RequestIds,
): PartnerCenterTickets {
  const service = `partner-center:${lane}`
  const read = async (path: string) => unlessRoleMissing((headers) => allPages(looking, path, headers))

  async function find(number: string): Promise<OperatorTicket | null> {
    const path = pathOf(number)
    if (path === null) return null
    try {
      const answer = await unlessRoleMissing((headers) => finding.call({ method: 'GET', path, headers }))
      return finding.read(ticketNumbered(number), answer)
    } catch (cause) {
      if (!isHidden(cause)) throw cause
      // A no may also say that there are no tickets at all, or none for us: then it is not this one that is hidden.
      if (cause.facts.status !== 404 || cause.facts.code === undefined) await anyTicket()
      return null
    }
  }

  async function anyTicket(): Promise<void> {
    await unlessRoleMissing((headers) => finding.call({ method: 'GET', path: all, query: { size: '1' }, headers }))
  }

  function patch(path: string, wanted: TicketChange, intent: string): Promise<Answer> {
    return unlessRoleMissing(async (headers) => {
      try {
        const requestId = requestIds.of(intent)
        return await changing.call({ method: 'PATCH', path, headers, body: bodyOf(wanted), requestId })
      } catch (cause) {
        if (isRefusal(cause) && !cause.facts.afterSilence) requestIds.refused(intent)
        throw cause
      }
    })
  }

  /** As it stands after the change was taken: whatever goes wrong here, it was not the change that was refused. */
  async function readBack(number: string): Promise<OperatorTicket> {
    try {
      const found = await find(number)
      if (found !== null) return found
      throw new OutsideFault({ service, kind: 'unreachable', code: unreadable })
    } catch (cause) {
      if (!(cause instanceof OutsideFault) || cause.retryable) throw cause
      throw new OutsideFault({ ...cause.facts, kind: 'unreachable', cause })
    }
  }

  return {
    lane,
    async list(customers = []) {
      const found = new Map((await read(all)).map((ticket) => [ticket.number, ticket]))
      for (const customer of customers)
        for (const ticket of await readIfLet(read(customerPath(customer, 'servicerequests'))))
          found.set(ticket.number, ticket)
      return newestFirst([...found.values()])
    },
    find,
    async change(number, wanted, intent) {
      const path = pathOf(number)
      if (path === null) throw new OutsideFault({ service, kind: 'not-found', code: 'no-number' })
      try {
        const answer = await patch(path, wanted, intent)
        // Whoever answers with something else may have done nothing; no body at all is left to the look that follows.
        if (answer.text.trim() !== '') changing.read(ticketNumbered(number), answer)
      } catch (cause) {
        const standing = isRefusal(cause) ? await orNull(find(number)) : null
        // It may be closed already, or an earlier try whose answer was lost is what the operator objects to.
        if (standing !== null && holds(standing, wanted)) return standing
        throw cause
      }
      return readBack(number)
    },
    async sight() {
      const own = await allPages(looking, all, {})
      try {
        const seen = (await allPages(looking, all, everybodys)).length
        return { seen, others: Math.max(0, seen - own.length) }
      } catch (cause) {
        if (!isRoleMissing(cause)) throw cause
        return { seen: own.length, others: null }
      }
    },
  }
}

/** What the published example names; nothing else is required (docs: update-a-service-request). */
function bodyOf(wanted: TicketChange): object {
  switch (wanted.change) {
    case 'note':
      return { NewNote: { Text: wanted.text } }
    case 'severity':
      return { Severity: wanted.severity }
    case 'close':
      return { Status: 'closed' }
  }
}

/** Whether it is so already. A note is never: the same words may be meant twice. */
function holds({ severity, status }: OperatorTicket, wanted: TicketChange): boolean {
  switch (wanted.change) {
    case 'note':
      return false
    case 'severity':
      return severity === wanted.severity
    case 'close':
      return status === 'closed'
  }
}

/** Null for what can be no number: a dot segment would name another resource. */
function pathOf(number: string): string | null {
  const plain = asTicketNumber(number)
  return plain === null ? null : `${all}/${plain}`
}

/** A body that is this very ticket. */
function ticketNumbered(number: string) {
  return z.unknown().transform((raw, context) => {
    const read = ticketOf(raw)
    if (read !== null && read.number.toLowerCase() === number.trim().toLowerCase()) return read
    context.addIssue('another ticket came back')
    return z.NEVER
  })
}

/**
 * Asks for everybody's first; what becomes of that without the role is not published, so a no is asked once more, for
 * our own.
 */
async function unlessRoleMissing<Result>(
  ask: (headers: Readonly<Record<string, string>>) => Promise<Result>,
): Promise<Result> {
  try {
    return await ask(everybodys)
  } catch (cause) {
    if (!isRoleMissing(cause)) throw cause
    return ask({})
  }
}

function isRoleMissing(cause: unknown): boolean {
  if (!(cause instanceof OutsideFault) || cause.facts.status !== 403 || cause.facts.code === unreadable) return false
  const missing = missingAccess[cause.facts.code ?? '']
  return missing === undefined || missing === 'role'
}

/**
 * Whether it may be that there is such a ticket, and it is not for us to see; the operator's words for that are not
 * published.
 */
function isHidden(cause: unknown): cause is OutsideFault {
  if (!(cause instanceof OutsideFault) || cause.facts.code === unreadable) return false
  return cause.facts.status === 404 || isRoleMissing(cause)
}

/**
 * A customer whose list cannot be read, today or ever, does not hide the others; where asking again may help, it is
 * asked again.
 */
async function readIfLet(asked: Promise<readonly OperatorTicket[]>): Promise<readonly OperatorTicket[]> {
  try {
    return await asked
  } catch (cause) {
    if (cause instanceof OutsideFault && !cause.retryable) return []
    throw cause
  }
}

async function orNull<Found>(asked: Promise<Found>): Promise<Found | null> {
  try {
    return await asked
  } catch (cause) {
    if (cause instanceof OutsideFault) return null
    throw cause
  }
}
