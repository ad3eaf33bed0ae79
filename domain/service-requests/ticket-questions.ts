import { capabilities } from '../customers/lane.ts'
import type { TicketPatience } from '../policy/ticket-patience.ts'
import { later, type Instant } from '../shared/time.ts'
import { afterWorkingDays, afterWorkingTime, isWorkingTime, type WorkingHours } from '../shared/working-hours.ts'
import { isOpenTicket, type OfStatus, type ServiceRequest, type TicketQuestion } from './service-request.ts'

/** What decides whether whoever opened a ticket is asked about it. */
export interface QuestionFacts {
  readonly now: Instant
  /** Whether the desk can look at the operator by itself. */
  readonly followed: boolean
  readonly patience: TicketPatience
  /** When staff are asked. */
  readonly ours: WorkingHours
  /** When the operator works. */
  readonly theirs: WorkingHours
}

/**
 * The question that is due now; null: none. Asked in working hours only: what nobody can look up is asked again and
 * again until somebody answers, what the desk saw by itself once.
 */
export function questionDue(request: ServiceRequest, facts: QuestionFacts): TicketQuestion | null {
  const { now, ours } = facts
  if (!isWorkingTime(now, ours)) return null
  const about = openQuestion(request, facts)
  if (about === null) return null
  const before = request.question?.about === about.about ? request.question : null
  if (before === null) return now >= about.due ? { about: about.about, asked: 1, at: now } : null
  if (about.everyDays === null || now < afterWorkingDays(before.at, about.everyDays, ours)) return null
  return { about: about.about, asked: before.asked + 1, at: now }
}

interface OpenQuestion {
  readonly about: TicketQuestion['about']
  /** When it is asked first. */
  readonly due: Instant
  /** How many working days later it is asked again; null: once. */
  readonly everyDays: number | null
}

/** What is not known of a ticket, whenever that is asked. */
function openQuestion(request: ServiceRequest, facts: QuestionFacts): OpenQuestion | null {
  const { patience, ours, theirs, followed } = facts
  if (!isOpenTicket(request) || request.status === 'sending') return null
  // An answer that somebody owes already stands on the card.
  if (request.question?.about === 'several') return null
  const since = waitsSince(request)
  if (request.status === 'handed-over') return { about: 'number', due: afterWorkingDays(since, 1, ours), everyDays: 1 }
  const { operatorNumber, severity, copy, lane } = request
  const days = patience.answerDays[severity]
  const answer: OpenQuestion = { about: 'answer', due: afterWorkingDays(since, days, ours), everyDays: days }
  // Whoever reads the mailbox files it in their own name, where the desk may never see it.
  if (operatorNumber === null && request.filing === 'mail') return answer
  if (followed && copy === null)
    return { about: 'not-visible', due: later(since, patience.notFoundAfterMs), everyDays: null }
  if (operatorNumber === null) return { about: 'number', due: afterWorkingDays(since, 1, ours), everyDays: 1 }
  if (!followed) return answer
  // No response time is promised for 21Vianet (facts/partner-center 8.5): nothing there is late.
  if (capabilities[lane].operator === '21vianet' || !waitsForOperator(request)) return null
  return {
    about: 'silence',
    due: afterWorkingTime(lastFromUs(request), patience.silence[severity], theirs),
    everyDays: null,
  }
}

/** Whether the last word was ours. */
function waitsForOperator(request: OfStatus<'filed'>): boolean {
  const heard = request.heard.at(-1)?.at ?? null
  return request.copy?.status !== 'attention-needed' && (heard === null || heard < lastFromUs(request))
}

function lastFromUs(request: OfStatus<'filed'>): Instant {
  const since = waitsSince(request)
  const last = request.changes.findLast(({ wanted }) => wanted.change === 'note')?.at ?? since
  return last > since ? last : since
}

function waitsSince(request: OfStatus<'handed-over' | 'filed'>): Instant {
  const begun = request.status === 'filed' ? request.filedAt : request.openedAt
  return request.waitsSince !== undefined && request.waitsSince > begun ? request.waitsSince : begun
}
