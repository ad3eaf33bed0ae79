import { newAct } from '../acts/subscription-act.ts'
import type { Customer, LedgerAccount } from '../customers/customer.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import { noHolidays, type IsHoliday } from '../ports/holiday-calendar.ts'
import type { CustomerStanding } from '../receivables/standing-book.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import type { Day, Instant } from '../shared/time.ts'
import { mayApprove, mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import { beginAt } from './begin-at.ts'
import { aboveTolerance, obstaclesTo, remaining } from './obstacles.ts'
import { basisOf } from './shown-on-card.ts'
import {
  contributors,
  isOpen,
  type ApprovedSuspension,
  type ExpiredSuspension,
  type IdentityOnCard,
  type PendingSuspension,
  type QuestionedSuspension,
  type RejectedSuspension,
  type SuspensionReason,
  type SuspensionRequest,
  type VoidReason,
  type VoidSuspension,
  type WithdrawnSuspension,
} from './suspension-request.ts'

type NotAnApprover = { readonly code: 'not-an-approver'; readonly reason: SuspensionReason }
type AlreadyDecided = { readonly code: 'already-decided'; readonly request: SuspensionRequest }

export type ApprovalRefusal =
  | AlreadyDecided
  | { readonly code: 'own-request' }
  | NotAnApprover
  | { readonly code: 'approved-before' }
  | { readonly code: 'question-open' }
  | { readonly code: 'expired' }
  | { readonly code: 'ledger-too-old'; readonly asOf: Day | null }

export type RejectionRefusal = AlreadyDecided | NotAnApprover | { readonly code: 'words-needed' }

/**
 * A second person's yes. The debt is read again: paid in between ends the request (void), which is an outcome and
 * not a refusal. With two yeses needed the first leaves it pending.
 */
export function approveSuspension(
  request: SuspensionRequest,
  facts: {
    readonly by: Staff
    /** Null when the customer is known to nobody any more. */
    readonly of: CustomerStanding | null
    readonly policy: CollectionsPolicy
    readonly now: Instant
    /** At the customer's place. */
    readonly isHoliday?: IsHoliday
    /** One fresh GUID per subscription, in their order. */
    readonly intents: readonly string[]
  },
): Outcome<PendingSuspension | ApprovedSuspension | VoidSuspension, ApprovalRefusal> {
  const { by, now } = facts
  if (!isOpen(request)) return refused({ code: 'already-decided', request })
  if (now >= request.expiresAt) return refused({ code: 'expired' })
  if (contributors(request).has(by.id)) return refused({ code: 'own-request' })
  if (!mayApprove(by.roles, `suspend for ${request.reason}`))
    return refused({ code: 'not-an-approver', reason: request.reason })
  if (request.approvals.some((approval) => approval.by === by.id)) return refused({ code: 'approved-before' })
  if (request.status === 'questioned') return refused({ code: 'question-open' })

  const why = noLongerJustified(request, facts.of, facts.policy)
  // Stale books can be mended by an import; the request need not die for it.
  if (why === 'ledger-too-old') return refused({ code: 'ledger-too-old', asOf: facts.of?.ledgerAsOf ?? null })
  if (why !== null) return granted({ ...request, status: 'void', endedAt: now, why })

  const approvals = [...request.approvals, { by: by.id, at: now }]
  if (approvals.length < request.approvalsNeeded) return granted({ ...request, approvals })
  const start = beginAt(request, approvals.length, now, facts.policy, facts.isHoliday ?? noHolidays)
  return granted({
    ...request,
    ...(start && { start }),
    approvals,
    status: 'approved',
    acts: request.subscriptions.map(({ id, name, plan }, at) =>
      newAct(id, name, facts.intents[at] ?? tooFewIntents(), plan),
    ),
  })
}

/** Lost to what the books or the operator say; another case's doing is none of it. */
type LostGround = Exclude<VoidReason, 'overtaken'>

/** Why a request has lost its ground since it was asked; null while it stands. */
export function noLongerJustified(
  request: SuspensionRequest,
  of: CustomerStanding | null,
  policy: CollectionsPolicy,
): LostGround | null {
  if (of?.customer.operator?.tenantId !== request.identity.tenantId) return 'customer-rematched'
  if (request.reason !== 'non-payment') return null
  if (!stillTheirs(request.identity, of.customer)) return 'customer-rematched'
  // What is disputed is owed in the books still; nobody paid it.
  const isDisputed = of.standing.currencies.some(({ disputed }) => disputed > 0)
  if (!stillOwes(request.identity, of)) return isDisputed ? 'no-longer-due' : 'paid'
  const chosen = request.subscriptions.map(({ id }) => id)
  // An override sets obstacles aside, not a payment: what is left now is what the policy leaves alone.
  const { overdue } = request.basis
  if (aboveTolerance(overdue, policy) && !aboveTolerance(basisOf(of).overdue, policy)) return 'no-longer-due'
  const left = remaining(obstaclesTo(of, policy, chosen), request.override)
  if (left.length === 0) return null
  return left.every(({ code }) => code === 'ledger-too-old') ? 'ledger-too-old' : 'no-longer-due'
}

/** A no, with words. Whoever may approve may reject, the asker among them. */
export function rejectSuspension(
  request: SuspensionRequest,
  facts: { readonly by: Staff; readonly because: string; readonly now: Instant },
): Outcome<RejectedSuspension, RejectionRefusal> {
  if (!isOpen(request)) return refused({ code: 'already-decided', request })
  if (!mayApprove(facts.by.roles, `suspend for ${request.reason}`))
    return refused({ code: 'not-an-approver', reason: request.reason })
  if (facts.because.trim() === '') return refused({ code: 'words-needed' })
  return granted({
    ...request,
    status: 'rejected',
    rejectedBy: facts.by.id,
    endedAt: facts.now,
    because: facts.because,
  })
}

/** An approver asks something back; the request waits for the answer. Yeses so far were to another state and go. */
export function questionSuspension(
  request: SuspensionRequest,
  facts: { readonly by: Staff; readonly text: string; readonly now: Instant },
): Outcome<QuestionedSuspension, RejectionRefusal> {
  if (!isOpen(request)) return refused({ code: 'already-decided', request })
  if (!mayApprove(facts.by.roles, `suspend for ${request.reason}`))
    return refused({ code: 'not-an-approver', reason: request.reason })
  if (facts.text.trim() === '') return refused({ code: 'words-needed' })
  const question = { by: facts.by.id, at: facts.now, text: facts.text, answer: null }
  return granted({ ...request, status: 'questioned', approvals: [], questions: [...request.questions, question] })
}

export type AnswerRefusal =
  | AlreadyDecided
  | { readonly code: 'not-allowed'; readonly reason: SuspensionReason }
  | { readonly code: 'no-question' }
  | { readonly code: 'words-needed' }

/** Whoever answers has added to the request and cannot approve it any more. */
export function answerQuestion(
  request: SuspensionRequest,
  facts: { readonly by: Staff; readonly text: string; readonly now: Instant },
): Outcome<PendingSuspension, AnswerRefusal> {
  if (!isOpen(request)) return refused({ code: 'already-decided', request })
  if (!mayAsk(facts.by.roles, `suspend for ${request.reason}`))
    return refused({ code: 'not-allowed', reason: request.reason })
  if (request.status !== 'questioned') return refused({ code: 'no-question' })
  if (facts.text.trim() === '') return refused({ code: 'words-needed' })
  const answer = { by: facts.by.id, at: facts.now, text: facts.text }
  return granted({
    ...request,
    status: 'pending',
    questions: request.questions.map((question) => (question.answer === null ? { ...question, answer } : question)),
  })
}

export type WithdrawalRefusal = AlreadyDecided | { readonly code: 'not-yours' }

/** The asker's own no; nobody else's. */
export function withdrawSuspension(
  request: SuspensionRequest,
  facts: { readonly by: Staff; readonly now: Instant },
): Outcome<WithdrawnSuspension, WithdrawalRefusal> {
  if (!isOpen(request)) return refused({ code: 'already-decided', request })
  if (request.askedBy !== facts.by.id) return refused({ code: 'not-yours' })
  return granted({ ...request, status: 'withdrawn', endedAt: facts.now })
}

/** Nobody decided in time; null when there is nothing to expire yet, or any more. */
export function expireSuspension(request: SuspensionRequest, now: Instant): ExpiredSuspension | null {
  if (!isOpen(request) || now < request.expiresAt) return null
  return { ...request, status: 'expired', endedAt: now }
}

/** Whether every ledger account on the card is still this customer's: another's debt justifies nothing here. */
function stillTheirs({ ledger }: IdentityOnCard, { accounts }: Customer): boolean {
  return ledger.every((shown) => accounts.some((account) => isSame(shown, account)))
}

/** Whether an account on the card still owes: what one owes that came to the customer since stood on no card. */
function stillOwes({ ledger }: IdentityOnCard, { customer, standing }: CustomerStanding): boolean {
  const shown = customer.accounts.filter((account) => ledger.some((own) => isSame(own, account)))
  const keys = new Set(shown.map(({ key }) => key))
  return standing.currencies.some(({ overdueInvoices }) =>
    overdueInvoices.some(({ invoice }) => keys.has(invoice.account)),
  )
}

/** Two companies' books may use the same number: the key tells them apart. */
function isSame(shown: IdentityOnCard['ledger'][number], { key, number }: LedgerAccount): boolean {
  return shown.key === undefined ? shown.number === number : shown.key === key
}

function tooFewIntents(): never {
  throw new Error('fewer intents than subscriptions')
}
