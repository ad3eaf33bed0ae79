import type { MatchedCustomer } from '../customers/customer.ts'
import type { CaseId, CustomerId, StaffId } from '../shared/ids.ts'
import type { Money } from '../shared/money.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { addDays, dayAt, type Day, type Instant } from '../shared/time.ts'
import { endOfNextWorkingDay, type WorkingCalendar } from '../shared/working-days.ts'
import { mayApprove, mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import { identityOnCard } from '../suspension/shown-on-card.ts'
import type { IdentityOnCard } from '../suspension/suspension-request.ts'
import {
  creditPower,
  type ApprovedCredit,
  type CreditChange,
  type ExpiredCredit,
  type PendingCredit,
  type RejectedCredit,
  type WantedChange,
  type WithdrawnCredit,
} from './credit-change.ts'
import {
  limitIn,
  withLimit,
  withOrderHold,
  withoutOrderHolds,
  type CreditDecision,
  type CreditLine,
  type OrderHold,
} from './credit-line.ts'
import type { Exposure } from './exposure.ts'

/** Days until a limit is looked at again where nobody names a day. */
const reviewAfterDays = 180
/** Nobody knows a customer for longer. */
const longestReviewDays = 731

/** Why nobody is asked, or nothing is noted. */
export type CreditAskRefusal =
  | { readonly code: 'not-allowed'; readonly power: ReturnType<typeof creditPower> | 'hold orders' }
  | { readonly code: 'words-needed' }
  | { readonly code: 'review-passed' }
  | { readonly code: 'review-too-far'; readonly latest: Day }
  /** That is the limit already, and it is looked at again on that day. */
  | { readonly code: 'as-it-is' }
  | { readonly code: 'held-already' }
  | { readonly code: 'nothing-held' }

interface AskFacts {
  /** Given once it is known that there will be one. */
  readonly id: CaseId
  readonly by: Staff
  readonly customer: MatchedCustomer
  readonly line: CreditLine
  readonly because: string
  readonly exposure: Exposure | null
  readonly calendar: WorkingCalendar
  readonly now: Instant
}

/** The first person's half of a limit; `review` null: the desk names a day. */
export function askLimit(
  { limit, review }: { readonly limit: Money; readonly review: Day | null },
  facts: AskFacts,
): Outcome<PendingCredit, CreditAskRefusal> {
  const { line, calendar, now } = facts
  const today = dayAt(now, calendar.timeZone)
  const latest = addDays(today, longestReviewDays)
  if (review !== null && review <= today) return refused({ code: 'review-passed' })
  if (review !== null && review > latest) return refused({ code: 'review-too-far', latest })
  const before = limitIn(line, limit.currency)
  if (before === limit.minor && (review === null || review === line.reviewOn)) return refused({ code: 'as-it-is' })
  return asked(
    {
      kind: 'limit',
      limit,
      before: before === null ? null : { minor: before, currency: limit.currency },
      reviewOn: review ?? addDays(today, reviewAfterDays),
    },
    facts,
  )
}

/** The first person's half of a release: of every hold that stands now. */
export function askRelease(facts: AskFacts): Outcome<PendingCredit, CreditAskRefusal> {
  const { holds } = facts.line
  return holds.length === 0 ? refused({ code: 'nothing-held' }) : asked({ kind: 'release', holds }, facts)
}

/** What a verdict of “legitimate” proposes in the name of whoever gave it: they cannot approve it themselves. */
export function releaseAfterVerdict(facts: {
  readonly id: CaseId
  readonly customer: CustomerId
  readonly identity: IdentityOnCard
  readonly holds: readonly OrderHold[]
  readonly because: string
  readonly by: StaffId
  readonly calendar: WorkingCalendar
  readonly now: Instant
}): PendingCredit {
  const { id, customer, identity, holds, because, by, calendar, now } = facts
  const change = { kind: 'release', holds } as const
  const expiresAt = endOfNextWorkingDay(now, calendar)
  return {
    status: 'pending',
    id,
    customer,
    identity,
    change,
    because,
    exposure: null,
    askedBy: by,
    askedAt: now,
    expiresAt,
  }
}

function asked(change: WantedChange, facts: AskFacts): Outcome<PendingCredit, CreditAskRefusal> {
  const { id, by, customer, exposure, calendar, now } = facts
  const power = creditPower(change)
  if (!mayAsk(by.roles, power)) return refused({ code: 'not-allowed', power })
  const because = facts.because.trim()
  if (because === '') return refused({ code: 'words-needed' })
  return granted({
    status: 'pending',
    id,
    customer: customer.id,
    identity: identityOnCard(customer),
    change,
    because,
    exposure,
    askedBy: by.id,
    askedAt: now,
    expiresAt: endOfNextWorkingDay(now, calendar),
  })
}

/** Taking no new orders harms nobody: one person is enough, and it counts at once. `id` is a fresh GUID. */
export function holdOrders(
  line: CreditLine,
  facts: { readonly id: string; readonly by: Staff; readonly because: string; readonly now: Instant },
): Outcome<CreditLine, CreditAskRefusal> {
  const { id, by, now } = facts
  if (!mayAsk(by.roles, 'hold orders')) return refused({ code: 'not-allowed', power: 'hold orders' })
  const because = facts.because.trim()
  if (because === '') return refused({ code: 'words-needed' })
  // A verdict's hold is another matter, and ends by other people.
  if (line.holds.some(({ alert }) => alert === null)) return refused({ code: 'held-already' })
  const hold: OrderHold = { id, alert: null, by: by.id, at: now, because }
  return granted(withOrderHold(line, hold, { ...alone(hold), reviewOn: line.reviewOn }))
}

/** What the log keeps of a hold that one person, or a verdict, placed. */
export function alone({ alert, by, at, because }: OrderHold): CreditDecision {
  const nothing = { approvedBy: null, limit: null, reviewOn: null }
  return { what: 'hold-placed', at, by, because, case: alert, ...nothing }
}

export type CreditRefusal =
  | { readonly code: 'already-decided'; readonly credit: CreditChange }
  | { readonly code: 'not-an-approver'; readonly power: ReturnType<typeof creditPower> }
  | { readonly code: 'own-request' }
  | { readonly code: 'expired' }
  | { readonly code: 'words-needed' }
  | { readonly code: 'not-yours' }

/** A second person's yes. */
export function approveCredit(
  credit: CreditChange,
  { by, now }: { readonly by: Staff; readonly now: Instant },
): Outcome<ApprovedCredit, CreditRefusal> {
  if (credit.status !== 'pending') return refused({ code: 'already-decided', credit })
  if (now >= credit.expiresAt) return refused({ code: 'expired' })
  if (credit.askedBy === by.id) return refused({ code: 'own-request' })
  const power = creditPower(credit.change)
  if (!mayApprove(by.roles, power)) return refused({ code: 'not-an-approver', power })
  return granted({ ...credit, status: 'approved', approval: { by: by.id, at: now }, endedAt: now })
}

/** The customer's credit once this was approved: what stood on the card and nothing else. */
export function carriedOut(line: CreditLine, { id, change, because, askedBy, approval }: ApprovedCredit): CreditLine {
  const decision = { at: approval.at, by: askedBy, approvedBy: approval.by, because, case: id }
  if (change.kind === 'limit') {
    const { limit, reviewOn } = change
    return withLimit(line, limit, { ...decision, what: 'limit-set', limit, reviewOn })
  }
  const ids = change.holds.map((hold) => hold.id)
  const { reviewOn } = line
  return withoutOrderHolds(line, ids, { ...decision, what: 'hold-released', limit: null, reviewOn })
}

/** A no, with words. */
export function rejectCredit(
  credit: CreditChange,
  { by, because, now }: { readonly by: Staff; readonly because: string; readonly now: Instant },
): Outcome<RejectedCredit, CreditRefusal> {
  if (credit.status !== 'pending') return refused({ code: 'already-decided', credit })
  const power = creditPower(credit.change)
  if (!mayApprove(by.roles, power)) return refused({ code: 'not-an-approver', power })
  const rejection = because.trim()
  if (rejection === '') return refused({ code: 'words-needed' })
  return granted({ ...credit, status: 'rejected', rejectedBy: by.id, endedAt: now, rejection })
}

/** The asker's own no. */
export function withdrawCredit(
  credit: CreditChange,
  { by, now }: { readonly by: Staff; readonly now: Instant },
): Outcome<WithdrawnCredit, CreditRefusal> {
  if (credit.status !== 'pending') return refused({ code: 'already-decided', credit })
  if (credit.askedBy !== by.id) return refused({ code: 'not-yours' })
  return granted({ ...credit, status: 'withdrawn', endedAt: now })
}

/** Nobody decided in time; null where there is nothing to expire. */
export function expireCredit(credit: CreditChange, now: Instant): ExpiredCredit | null {
  if (credit.status !== 'pending' || now < credit.expiresAt) return null
  return { ...credit, status: 'expired', endedAt: now }
}
