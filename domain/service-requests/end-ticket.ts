import { granted, refused, type Outcome } from '../shared/outcome.ts'
import type { Instant } from '../shared/time.ts'
import { mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import type { ServiceRequest } from './service-request.ts'

/** Why a ticket stays as it is. */
export type TicketEndRefusal =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'already-decided'; readonly request: ServiceRequest }
  | { readonly code: 'number-needed' }

/** The operator's number, as a person read it off the portal: letters, digits and dashes, 4 to 40, a digit among them. */
const operatorNumberShape = /^(?=.*\d)[\p{L}\d][\p{L}\d-]{3,39}$/u

/** A person filed it and brought the operator's number back. */
export function fileTicket(
  request: ServiceRequest,
  facts: { readonly operatorNumber: string; readonly by: Staff; readonly now: Instant },
): Outcome<ServiceRequest, TicketEndRefusal> {
  if (!mayAsk(facts.by.roles, 'file ticket')) return refused({ code: 'not-allowed' })
  if (request.status !== 'handed-over') return refused({ code: 'already-decided', request })
  const operatorNumber = facts.operatorNumber.trim()
  if (!operatorNumberShape.test(operatorNumber)) return refused({ code: 'number-needed' })
  return granted({ ...request, status: 'filed', operatorNumber, filedBy: facts.by.id, filedAt: facts.now })
}

/** Nobody will file it: it was settled otherwise. */
export function dropTicket(
  request: ServiceRequest,
  facts: { readonly by: Staff; readonly now: Instant },
): Outcome<ServiceRequest, TicketEndRefusal> {
  if (!mayAsk(facts.by.roles, 'file ticket')) return refused({ code: 'not-allowed' })
  if (request.status !== 'handed-over') return refused({ code: 'already-decided', request })
  return granted({ ...request, status: 'not-filed', endedBy: facts.by.id, endedAt: facts.now })
}
