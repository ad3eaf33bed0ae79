import { isOpenTicket, numberOf, type ServiceRequest } from './service-request.ts'

/**
 * What an open ticket waits for: a word of ours (the operator asks back, or the desk does), somebody who files it, its
 * number at the operator, the operator's answer, or the mailbox it is on its way to.
 */
export type TicketWait = 'us' | 'filing' | 'number' | 'operator' | 'mailbox'

/** What a person can do something about comes first. */
export const ticketWaits: readonly TicketWait[] = ['us', 'filing', 'number', 'operator', 'mailbox']

/** Null where a ticket is over. */
export function waitOf(request: ServiceRequest): TicketWait | null {
  if (!isOpenTicket(request)) return null
  if (request.status === 'sending') return 'mailbox'
  if (request.question?.about === 'several') return 'us'
  if (request.status === 'handed-over') return 'filing'
  const { question, copy, filing } = request
  if (question?.about === 'not-visible') return 'us'
  if (copy?.status === 'attention-needed') return 'us'
  // The number of a mailed one comes with the answer.
  return numberOf(request) === null && filing === 'by-hand' ? 'number' : 'operator'
}

/** Open tickets by what they wait for, the oldest of each first. */
export function byWait(open: readonly ServiceRequest[]): readonly ServiceRequest[] {
  const rank = (request: ServiceRequest) => ticketWaits.findIndex((each) => each === waitOf(request))
  return open.toSorted((one, other) => rank(one) - rank(other) || compare(one.openedAt, other.openedAt))
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/**
 * Whether a ticket asks something of whoever hears of it: a question, or what the operator or its mailbox did not take,
 * of which the words are kept even where the ticket is over.
 */
export function asksSomething(request: ServiceRequest): boolean {
  if (request.changes.at(-1)?.result.state === 'refused') return true
  if (!isOpenTicket(request)) return false
  if (request.question !== null || request.copy?.status === 'attention-needed') return true
  return request.status === 'handed-over' && request.mailRefused !== null
}
