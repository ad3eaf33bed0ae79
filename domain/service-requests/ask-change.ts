import type { TicketChange } from '../ports/operator-tickets.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import type { Instant } from '../shared/time.ts'
import { mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import { numberOf, type AskedChange, type OfStatus, type ServiceRequest } from './service-request.ts'

/** Why nothing is asked of the operator. */
export type ChangeRefusal =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'words-needed' }
  /** It has not left yet: it is written anew instead. */
  | { readonly code: 'not-filed-yet'; readonly request: ServiceRequest }
  | { readonly code: 'already-decided'; readonly request: ServiceRequest }
  | { readonly code: 'asked-already'; readonly request: ServiceRequest }
  /** Nothing that was left to a person is still to be done under that number. */
  | { readonly code: 'done-already'; readonly request: ServiceRequest }
  /** It is as severe as that already. */
  | { readonly code: 'same-severity'; readonly request: ServiceRequest }

/** The way to the operator's copy: where the desk has seen it, its API; else the mailbox it went to, else a person. */
export function roadOf(
  request: ServiceRequest,
  has: { readonly reads: boolean; readonly mailbox: boolean },
): AskedChange['road'] {
  if (has.reads && request.copy !== null) return 'api'
  if (has.mailbox && request.filing === 'mail') return 'mail'
  return has.reads && numberOf(request) !== null ? 'api' : 'by-hand'
}

/**
 * A note, another severity or the end: asked of the operator, or left to a person where no program can. The end of what
 * nobody can look up is the end here.
 */
export function askChange(
  request: ServiceRequest,
  facts: {
    readonly wanted: TicketChange
    readonly road: AskedChange['road']
    readonly by: Pick<Staff, 'id' | 'roles'>
    readonly intent: string
    readonly now: Instant
  },
): Outcome<OfStatus<'filed' | 'closed'>, ChangeRefusal> {
  const { wanted, road, by, intent, now } = facts
  if (!mayAsk(by.roles, 'file ticket')) return refused({ code: 'not-allowed' })
  if (request.status === 'handed-over' || request.status === 'sending')
    return refused({ code: 'not-filed-yet', request })
  if (request.status !== 'filed') return refused({ code: 'already-decided', request })
  if (wanted.change === 'note' && wanted.text.trim() === '') return refused({ code: 'words-needed' })
  if (wanted.change === 'severity' && wanted.severity === request.severity)
    return refused({ code: 'same-severity', request })
  if (wanted.change === 'close' && request.changes.some((each) => each.wanted.change === 'close' && isOwed(each)))
    return refused({ code: 'asked-already', request })
  if (wanted.change === 'close' && road !== 'api')
    return granted({ ...request, status: 'closed', question: null, closedBy: by.id, closedAt: now, answer: null })
  const asked: AskedChange = {
    number: request.changes.length + 1,
    wanted: wanted.change === 'note' ? { ...wanted, text: wanted.text.trim() } : wanted,
    by: by.id,
    at: now,
    intent,
    road,
    result: { state: road === 'by-hand' ? 'by-hand' : 'owed' },
  }
  const severity = wanted.change === 'severity' ? wanted.severity : request.severity
  return granted({ ...request, severity, changes: [...request.changes, asked] })
}

/** A person did at the operator's portal what no program could: on record as theirs, not as seen. */
export function doneByHand(
  request: ServiceRequest,
  facts: { readonly change: number; readonly by: Pick<Staff, 'id' | 'roles'>; readonly now: Instant },
): Outcome<ServiceRequest, ChangeRefusal> {
  const { change, by, now } = facts
  if (!mayAsk(by.roles, 'file ticket')) return refused({ code: 'not-allowed' })
  const asked = request.changes.find(({ number }) => number === change)
  if (asked?.result.state !== 'by-hand') return refused({ code: 'done-already', request })
  return granted(changeEnded(request, change, { state: 'done', at: now, by: by.id }))
}

export function isOwed({ result }: AskedChange): boolean {
  return result.state === 'owed'
}

/** What came of a change that was asked. One that is refused takes nothing back but itself. */
export function changeEnded(
  request: ServiceRequest,
  number: number,
  result: AskedChange['result'],
  severity: ServiceRequest['severity'] = request.severity,
): ServiceRequest {
  return {
    ...request,
    severity,
    changes: request.changes.map((each) => (each.number === number ? { ...each, result } : each)),
  }
}

/**
 * A note as it is sent: with a mark, by which it is known at the operator for one of ours. The same words said twice
 * are two notes, and one that was carried out unheard is not sent again.
 */
export function noteText(ticket: string, { number, wanted }: AskedChange): string {
  return wanted.change === 'note' ? `${wanted.text}\n(${ticket}/${number})` : ''
}

/** Whether a note at the operator is the one of ours with this number. */
export function isOurs(text: string, ticket: string, number: number): boolean {
  return new RegExp(`\\(${ticket}/${number}\\)\\s*$`).test(text)
}

/**
 * Whether a note at the operator is one of ours and nothing else: an answer may quote it down to its mark. What the
 * operator took out of it on the way is not missed.
 */
export function isOnlyOurs(text: string, { id, changes }: Pick<ServiceRequest, 'id' | 'changes'>): boolean {
  return changes.some(
    (change) => isOurs(text, id, change.number) && lettersOf(noteText(id, change)).includes(lettersOf(text)),
  )
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '')
}
