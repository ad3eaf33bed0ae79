import type { Customer } from '../customers/customer.ts'
import { isMatched } from '../customers/customer.ts'
import type { CaseId, CustomerId, StaffId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import type { Instant } from '../shared/time.ts'
import type { Role } from '../staff/powers.ts'
import { mayAsk } from '../staff/powers.ts'
import type { Filing, OfStatus, ServiceRequest, TicketBasis, TicketPaper, TicketTopic } from './service-request.ts'
import type { Severity } from './severity.ts'

/** What somebody wants the operator to read; the operator follows from the customer's lane. */
export interface TicketDraft extends TicketPaper, TicketBasis {
  readonly customer: CustomerId
  readonly topic: TicketTopic
  readonly severity: Severity
}

/** Why no ticket is opened, or changed. */
export type TicketRefusal =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'unknown-customer' }
  /** Without an operator customer there is no lane, and a ticket never guesses its operator. */
  | { readonly code: 'not-matched' }
  | { readonly code: 'words-needed' }
  /** It has left: what is to be added is a note. */
  | { readonly code: 'left-already'; readonly request: ServiceRequest }

interface OpenFacts {
  readonly id: CaseId
  readonly by: { readonly id: StaffId; readonly roles: readonly Role[] }
  /** Null for nobody this desk knows. */
  readonly customer: Customer | null
  readonly filing: Filing
  readonly now: Instant
}

/** A ticket is opened: ready to be filed by a person, or owed to a mailbox. */
export function openTicket(
  draft: TicketDraft,
  { id, by, customer, filing, now }: OpenFacts,
): Outcome<OfStatus<'handed-over' | 'sending'>, TicketRefusal> {
  if (!mayAsk(by.roles, 'file ticket')) return refused({ code: 'not-allowed' })
  if (!customer) return refused({ code: 'unknown-customer' })
  if (!isMatched(customer)) return refused({ code: 'not-matched' })
  const paper = tidied(draft)
  if (paper === null) return refused({ code: 'words-needed' })
  const { name, domain, lane } = customer.operator
  const opened = {
    ...paper,
    ...basisOf(draft),
    id,
    lane,
    customer: { id: customer.id, name, domain },
    topic: draft.topic,
    severity: draft.severity,
    filing,
    openedBy: by.id,
    openedAt: now,
    changes: [],
    heard: [],
    copy: null,
    question: null,
    several: [],
    mailId: null,
  }
  return granted(
    filing === 'mail' ? { ...opened, status: 'sending' } : { ...opened, status: 'handed-over', mailRefused: null },
  )
}

/** What waits to be filed is written anew; what has left is not. */
export function reviseTicket(
  request: ServiceRequest,
  draft: Omit<TicketDraft, 'customer' | keyof TicketBasis>,
  { by }: { readonly by: { readonly roles: readonly Role[] } },
): Outcome<ServiceRequest, TicketRefusal> {
  if (!mayAsk(by.roles, 'file ticket')) return refused({ code: 'not-allowed' })
  if (request.status !== 'handed-over') return refused({ code: 'left-already', request })
  const paper = tidied(draft)
  if (paper === null) return refused({ code: 'words-needed' })
  return granted({ ...request, ...paper, topic: draft.topic, severity: draft.severity })
}

/** Null where nothing says what the matter is. A ticket without a title is called by the first line of its text. */
function tidied({ title, text, impact, tried, contact, inChinese }: TicketPaper): TicketPaper | null {
  const words = text.trim()
  if (words === '' && orNull(inChinese) === null) return null
  const firstLine = (words === '' ? (inChinese ?? '').trim() : words).split('\n', 1)[0] ?? ''
  return {
    title: cut(oneLine(title) || oneLine(firstLine)),
    text: words,
    impact: orNull(impact),
    tried: orNull(tried),
    contact: orNull(contact),
    inChinese: orNull(inChinese),
  }
}

/** Beside our number in front; forms and mail programs cut longer ones. */
const longestTitle = 120

/** By whole characters: half of one could not be kept. */
function cut(title: string): string {
  return [...title].slice(0, longestTitle).join('').trimEnd()
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function orNull(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text.trim()
}

function basisOf({ from, subscriptions, correlationIds, evidence, attachments }: TicketBasis): TicketBasis {
  return { from, subscriptions, correlationIds, evidence, attachments }
}
