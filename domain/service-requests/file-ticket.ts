import { capabilities, type Lane } from '../customers/lane.ts'
import type { CaseId, StaffId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import type { Instant } from '../shared/time.ts'
import { mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import { isOpenTicket, numberOf, type OfStatus, type ServiceRequest } from './service-request.ts'

/** Why a ticket stays as it is. */
export type TicketEndRefusal =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'already-decided'; readonly request: ServiceRequest }
  | { readonly code: 'number-needed'; readonly lane: Lane }
  /** Another ticket of ours has this number; `lane` is that one's. */
  | { readonly code: 'number-taken'; readonly by: CaseId; readonly lane: Lane }
  /** The operator's ticket of this number carries another number of ours in its title. */
  | { readonly code: 'number-of-another'; readonly title: string }
  | { readonly code: 'words-needed' }

/**
 * The operator's number, as a person read it off the portal: letters, digits and dashes, 4 to 40, a digit among them.
 */
const anyNumber = /^(?=.*\d)[\p{L}\d][\p{L}\d-]{3,39}$/u
/** "A string of digits, about 15 long" (facts/partner-center 8.2). */
const microsoftNumber = /^\d{8,20}$/
/** The one number that is certainly none of the operator's. */
const ourNumber = /^PD-\d+$/i

/** The number as it is kept; null where the operator of the lane has no such numbers. */
export function asOperatorNumber(text: string, lane: Lane): string | null {
  const number = text.trim()
  const shape = capabilities[lane].operator === 'microsoft' ? microsoftNumber : anyNumber
  return shape.test(number) && !ourNumber.test(number) ? number : null
}

/**
 * A person filed it, and brings the operator's number back or not yet (null). One that is filed already may still get
 * its number, and a wrong one may be put right.
 */
export function fileTicket(
  request: ServiceRequest,
  facts: {
    readonly number: string | null
    readonly by: Pick<Staff, 'id' | 'roles'>
    readonly now: Instant
    /** Our ticket that has this number already; null where none has. */
    readonly taken: { readonly id: CaseId; readonly lane: Lane } | null
  },
): Outcome<OfStatus<'filed'>, TicketEndRefusal> {
  const { by, taken, now } = facts
  if (!mayAsk(by.roles, 'file ticket')) return refused({ code: 'not-allowed' })
  if (request.status !== 'handed-over' && request.status !== 'filed')
    return refused({ code: 'already-decided', request })
  const typed = facts.number?.trim() ?? ''
  const number = typed === '' ? null : asOperatorNumber(typed, request.lane)
  if (typed !== '' && number === null) return refused({ code: 'number-needed', lane: request.lane })
  if (number === null && request.status === 'filed') return refused({ code: 'number-needed', lane: request.lane })
  // Said once more.
  if (number !== null && number === numberOf(request)) return refused({ code: 'already-decided', request })
  if (taken && taken.id !== request.id) return refused({ code: 'number-taken', by: taken.id, lane: taken.lane })
  return granted(withNumber(request, number, by.id, now))
}

/**
 * Filed, under this number or one that is not known yet: an answer to whatever was asked. What was read under another
 * number is forgotten.
 */
export function withNumber(
  request: OfStatus<'handed-over' | 'filed' | 'sending'>,
  operatorNumber: string | null,
  by: StaffId | null,
  now: Instant,
): OfStatus<'filed'> {
  const isNew = operatorNumber !== numberOf(request)
  const read = isNew ? { copy: null, heard: [], several: [] } : {}
  const filed = request.status === 'filed' ? request : { filedBy: by, filedAt: now }
  const { filedBy, filedAt } = filed
  const { status: _, mailRefused: _why, ...opened } = { mailRefused: null, ...request }
  // That it was filed does not say which of several it is.
  const question = !isNew && request.question?.about === 'several' ? request.question : null
  return { ...opened, ...read, question, status: 'filed', operatorNumber, filedBy, filedAt }
}

/** Why a mail that waits is not taken over. */
export type TakeOverRefusal =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'already-decided'; readonly request: ServiceRequest }
  /** It leaves by itself at any moment: filed by hand as well it would be there twice. */
  | { readonly code: 'leaves-by-itself' }

/** Somebody files by hand what is owed to a mailbox: only while nothing leaves, as its lane is stopped. */
export function takeOverTicket(
  request: ServiceRequest,
  facts: { readonly by: Pick<Staff, 'id' | 'roles'>; readonly now: Instant; readonly stopped: boolean },
): Outcome<OfStatus<'handed-over'>, TakeOverRefusal> {
  if (!mayAsk(facts.by.roles, 'file ticket')) return refused({ code: 'not-allowed' })
  if (request.status !== 'sending') return refused({ code: 'already-decided', request })
  if (!facts.stopped) return refused({ code: 'leaves-by-itself' })
  const mailRefused = { code: takenOver, words: null }
  return granted({ ...request, status: 'handed-over', filing: 'by-hand', mailRefused, waitsSince: facts.now })
}

/** Of a mail that did not leave: a person took the ticket over. */
export const takenOver = 'taken-over'

/** Nobody will file it: it was settled otherwise. */
export function dropTicket(
  request: ServiceRequest,
  facts: { readonly by: Pick<Staff, 'id' | 'roles'>; readonly now: Instant },
): Outcome<OfStatus<'not-filed'>, TicketEndRefusal> {
  if (!mayAsk(facts.by.roles, 'file ticket')) return refused({ code: 'not-allowed' })
  if (request.status !== 'handed-over') return refused({ code: 'already-decided', request })
  const { mailRefused: _, ...opened } = request
  return granted({ ...opened, status: 'not-filed', question: null, endedBy: facts.by.id, endedAt: facts.now })
}

/** What the operator said in the end is on record, and with it the ticket is over. */
export function recordAnswer(
  request: ServiceRequest,
  facts: { readonly answer: string; readonly by: Pick<Staff, 'id' | 'roles'>; readonly now: Instant },
): Outcome<OfStatus<'closed'>, TicketEndRefusal> {
  if (!mayAsk(facts.by.roles, 'file ticket')) return refused({ code: 'not-allowed' })
  if (request.status !== 'filed') return refused({ code: 'already-decided', request })
  const answer = facts.answer.trim()
  if (answer === '') return refused({ code: 'words-needed' })
  return granted({ ...request, status: 'closed', question: null, closedBy: facts.by.id, closedAt: facts.now, answer })
}

/**
 * Open again with us, from now on: no operator documents how its own copy is reopened (facts/partner-center 8.2), so
 * that a person is told to do it at the portal.
 */
export function reopenTicket(
  request: ServiceRequest,
  facts: { readonly by: Pick<Staff, 'id' | 'roles'>; readonly now: Instant },
): Outcome<OfStatus<'filed' | 'handed-over'>, TicketEndRefusal> {
  if (!mayAsk(facts.by.roles, 'file ticket')) return refused({ code: 'not-allowed' })
  if (isOpenTicket(request)) return refused({ code: 'already-decided', request })
  if (request.status === 'not-filed') {
    const { endedBy: _by, endedAt: _at, ...rest } = request
    return granted({ ...rest, status: 'handed-over', mailRefused: null, waitsSince: facts.now })
  }
  const { closedBy: _by, closedAt: _at, answer: _answer, ...rest } = request
  return granted({ ...rest, status: 'filed', waitsSince: facts.now })
}
