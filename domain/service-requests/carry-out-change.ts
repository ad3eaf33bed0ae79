import type { DeciderParts } from '../cases/decide-case.ts'
import type { ActGate } from '../lanes/act-gate.ts'
import { LaneWaits } from '../lanes/lane-waits.ts'
import type { OutboxEntry, Tried } from '../outbox/outbox-entry.ts'
import { laneLookMs, tryAgain } from '../outbox/retry-delay.ts'
import type { OperatorTicket, OperatorTickets, TicketsOf } from '../ports/operator-tickets.ts'
import type { CaseId } from '../shared/ids.ts'
import { OutsideFault } from '../shared/outside-fault.ts'
import { later, type Instant } from '../shared/time.ts'
import { afterTheOthers, hasEarlier, isTriedAgain } from './another-try.ts'
import { changeEnded, isOurs, isOwed, noteText } from './ask-change.ts'
import { mirrorCopy, type Followed } from './follow-ticket.ts'
import { numberOf, type AskedChange, type ServiceRequest } from './service-request.ts'
import { step, ticketWriter } from './write-ticket.ts'

export type CarryOutChange = (
  entry: OutboxEntry,
  order: { readonly case: CaseId; readonly number: number },
) => Promise<Tried>

/** What came of asking; `copy`: how the operator's ticket stood last. */
interface Came {
  readonly result: AskedChange['result']
  readonly copy: OperatorTicket | null
}

/**
 * Carries out one change at the operator: looks first, so that what is there already is not done again and a ticket
 * that was closed meanwhile is left alone. A fault that passes puts the promise off: it is tried again under the same
 * intent. One that may be there unheard is looked for in a stopped lane too; nothing is asked for there.
 */
export function changeCarrier(
  parts: DeciderParts & { readonly ticketsOf: TicketsOf; readonly gate: Pick<ActGate, 'look' | 'again'> },
): CarryOutChange {
  const { store, now, ticketsOf, gate } = parts
  const write = ticketWriter(parts)

  return async (entry, { case: id, number }) => {
    const found = await store.get('service-request', id)
    const request = found?.value
    const change = request?.changes.find((each) => each.number === number)
    const settled = { settle: [entry.id] }
    if (!request || !change || !isOwed(change)) {
      await store.commit(settled)
      return 'kept'
    }
    if (hasEarlier(request, change)) {
      await store.commit({ postpone: [afterTheOthers(entry, now())] })
      return 'postponed'
    }
    try {
      const why = await gate.look(request.lane, { begun: entry.attempts > 0, counted: null })
      const came = why === null ? await carryOut(entry, request, change) : { result: refusedFor(why), copy: null }
      await write(id, (fresh, at) => endedAs(fresh, number, came, at), settled)
      return 'kept'
    } catch (fault) {
      if (fault instanceof LaneWaits) {
        await store.commit({ postpone: [{ ...entry, dueAt: later(now(), laneLookMs) }] })
        return 'postponed'
      }
      if (!(fault instanceof OutsideFault)) throw fault
      await store.commit({ postpone: [tryAgain(entry, fault, now())] })
      return fault
    }
  }

  async function carryOut(entry: OutboxEntry, request: ServiceRequest, change: AskedChange): Promise<Came> {
    const tickets = ticketsOf(request.lane)
    const number = numberOf(request)
    if (!tickets || number === null) return { result: refusedFor('no-access'), copy: null }
    try {
      return await ask(tickets, number, request, change)
    } catch (fault) {
      if (!(fault instanceof OutsideFault)) throw fault
      if (isTriedAgain(fault, entry, change.at, now())) throw fault
      const { kind, code = kind, description = null } = fault.facts
      return { result: { state: 'refused', at: now(), code, words: description }, copy: null }
    }
  }

  async function ask(
    tickets: OperatorTickets,
    number: string,
    { id, lane }: ServiceRequest,
    change: AskedChange,
  ): Promise<Came> {
    const copy = await tickets.find(number)
    if (!copy) return { result: refusedFor('not-visible'), copy }
    const done = { state: 'done', at: now() } as const
    if (isThere(copy, id, change)) return { result: done, copy }
    if (copy.status === 'closed') return { result: refusedFor('closed-there'), copy }
    const why = await gate.again(lane)
    if (why !== null) return { result: refusedFor(why), copy }
    const { wanted } = change
    const sent = wanted.change === 'note' ? { ...wanted, text: noteText(id, change) } : wanted
    return { result: done, copy: await tickets.change(number, sent, change.intent) }
  }

  function refusedFor(code: string): AskedChange['result'] {
    return { state: 'refused', at: now(), code, words: null }
  }
}

function isSeverity({ wanted }: AskedChange): boolean {
  return wanted.change === 'severity'
}

/** Whether the operator shows it already: a try whose answer was lost, or somebody at the portal, has done it. */
function isThere(copy: OperatorTicket, id: CaseId, { wanted, number }: AskedChange): boolean {
  switch (wanted.change) {
    case 'note':
      return copy.notes.some(({ text }) => isOurs(text, id, number))
    case 'severity':
      return copy.severity === wanted.severity
    case 'close':
      return copy.status === 'closed'
  }
}

/** The change is over, and whatever else the copy shows is told in the same go. A refused severity is taken back. */
function endedAs(fresh: ServiceRequest, number: number, { result, copy }: Came, now: Instant): readonly Followed[] {
  const change = fresh.changes.find((each) => each.number === number)
  if (!change || !isOwed(change)) return []
  const before = copy?.severity ?? fresh.copy?.severity ?? 'unknown'
  const takenBack = result.state === 'refused' && isSeverity(change) && before !== 'unknown'
  const goesOn = fresh.changes.some((each) => each.number > number && isSeverity(each) && isOwed(each))
  const ended = result.state === 'done' ? { ...result, at: now } : result
  const next = changeEnded(fresh, number, ended, takenBack && !goesOn ? before : fresh.severity)
  const own = step(next, result.state === 'refused' ? 'ticket.change-refused' : 'ticket.change-done', number)
  const seen = copy === null ? [] : mirrorCopy(next, copy, now)
  // Nothing is new there but what we did.
  const [only, ...more] = seen
  if (only?.deed === 'ticket.read' && more.length === 0) return own.map((each) => ({ ...each, request: only.request }))
  return [...own, ...seen]
}
