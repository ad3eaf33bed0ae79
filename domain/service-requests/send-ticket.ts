import type { DeciderParts } from '../cases/decide-case.ts'
import type { ActGate } from '../lanes/act-gate.ts'
import { LaneWaits } from '../lanes/lane-waits.ts'
import type { OutboxEntry, TicketOrder, Tried } from '../outbox/outbox-entry.ts'
import { laneLookMs, tryAgain } from '../outbox/retry-delay.ts'
import type { MailboxOf, TicketMail } from '../ports/ticket-mailbox.ts'
import { OutsideFault } from '../shared/outside-fault.ts'
import { later, type Instant } from '../shared/time.ts'
import { afterTheOthers, hasEarlier, isTriedAgain } from './another-try.ts'
import { changeEnded, isOwed } from './ask-change.ts'
import { takenOver, withNumber } from './file-ticket.ts'
import type { Followed } from './follow-ticket.ts'
import type { AskedChange, ServiceRequest } from './service-request.ts'
import { step, ticketWriter } from './write-ticket.ts'

/** Writes a mail as the operator is to read it: the ticket itself, or (with `change`) what was asked of it since. */
export type WriteMail = (
  request: ServiceRequest,
  change: AskedChange | null,
) => Promise<Pick<TicketMail, 'subject' | 'text' | 'attachments'>>

export type SendTicket = (
  entry: OutboxEntry,
  order: Extract<TicketOrder, { kind: 'mail-ticket' }>,
  write: WriteMail,
) => Promise<Tried>

/**
 * Keeps the promise of a mail. Every try carries the same Message-ID, since nobody can know whether a try that was not
 * answered has left; what the mailbox will not take is handed to a person, who hears of such tries. A lane that was
 * stopped sends nothing, and one that only watches sends nothing either.
 */
export function ticketSender(
  parts: DeciderParts & { readonly mailboxOf: MailboxOf; readonly gate: Pick<ActGate, 'look' | 'again'> },
): SendTicket {
  const { store, now, mailboxOf, gate } = parts
  const write = ticketWriter(parts)

  return async (entry, order, compose) => {
    const { case: id, part } = order
    const found = await store.get('service-request', id)
    const request = found?.value
    const change = request?.changes.find(({ number }) => number === part) ?? null
    const settled = { settle: [entry.id] }
    if (!request || !isOwedStill(request, part, change)) {
      await store.commit(settled)
      return 'kept'
    }
    if (change && hasEarlier(request, change)) {
      await store.commit({ postpone: [afterTheOthers(entry, now())] })
      return 'postponed'
    }
    const end = async (result: AskedChange['result'], mailId: string | null = null): Promise<Tried> => {
      await write(
        id,
        (fresh, at) =>
          isOwedStill(fresh, part, change) || isTakenOver(fresh, part) ? ended(fresh, part, result, mailId, at) : [],
        settled,
      )
      return 'kept'
    }
    const refuse = (code: string, words: string | null, mayBeThere = order.unanswered ?? false) =>
      end({ state: 'refused', at: now(), code, words, ...(mayBeThere && { mayBeThere }) })
    try {
      const why = await gate.look(request.lane, { begun: false, counted: null })
      if (why !== null) return await refuse(why, null)
      const mailbox = mailboxOf(request.lane)
      if (!mailbox) return await refuse('no-mailbox', null)
      const composed = await compose(request, change)
      // Meanwhile somebody may have stopped the lane.
      const whyNot = await gate.again(request.lane)
      if (whyNot !== null) return await refuse(whyNot, null)
      const { messageId } = await mailbox.send({
        ...composed,
        ticket: { id, lane: request.lane, openedAt: request.openedAt },
        part: part + 1,
        firstId: request.mailId,
        writtenAt: change?.at ?? request.openedAt,
      })
      return await end({ state: 'done', at: now() }, messageId)
    } catch (fault) {
      if (fault instanceof LaneWaits) {
        await store.commit({ postpone: [{ ...entry, dueAt: later(now(), laneLookMs) }] })
        return 'postponed'
      }
      if (!(fault instanceof OutsideFault)) throw fault
      const since = change?.at ?? request.openedAt
      const unanswered = isSilence(fault) || (order.unanswered ?? false)
      if (isTriedAgain(fault, entry, since, now())) {
        const next = unanswered ? { ...entry, order: { ...order, unanswered } } : entry
        await store.commit({ postpone: [tryAgain(next, fault, now())] })
        return fault
      }
      return await refuse(fault.facts.code ?? fault.facts.kind, fault.facts.description ?? null, unanswered)
    }
  }
}

/** Whether nobody knows what became of the try. */
function isSilence({ facts }: OutsideFault): boolean {
  return facts.kind === 'unreachable' && facts.status === undefined && !facts.notSent
}

function isTakenOver(request: ServiceRequest, part: number): boolean {
  return part === 0 && request.status === 'handed-over' && request.mailRefused?.code === takenOver
}

function isOwedStill(request: ServiceRequest, part: number, change: AskedChange | null): boolean {
  if (part === 0) return request.status === 'sending'
  const fresh = request.changes.find(({ number }) => number === part)
  return change !== null && fresh !== undefined && isOwed(fresh)
}

function ended(
  request: ServiceRequest,
  part: number,
  result: AskedChange['result'],
  mailId: string | null,
  now: Instant,
): readonly Followed[] {
  if (part > 0) {
    const next = changeEnded(request, part, result)
    return step(next, result.state === 'done' ? 'ticket.change-done' : 'ticket.change-refused', part)
  }
  if (request.status !== 'sending' && request.status !== 'handed-over') return []
  // Somebody took it over at the very moment it left: that it is there counts.
  if (result.state === 'done')
    return step({ ...withNumber(request, null, null, now), filing: 'mail', mailId }, 'ticket.mailed')
  if (result.state !== 'refused' || request.status !== 'sending') return []
  const { state: _state, at: _at, ...mailRefused } = result
  return step(
    { ...request, status: 'handed-over', filing: 'by-hand', mailRefused, waitsSince: now },
    'ticket.mail-refused',
  )
}
