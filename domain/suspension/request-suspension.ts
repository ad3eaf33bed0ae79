import { isMatched } from '../customers/customer.ts'
import type { HeldSubscription } from '../holds/hold.ts'
import { impactOf, nothingRead, type ImpactFacts } from '../impact/impact-of.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import { brakedUntil } from '../policy/friday-brake.ts'
import { noHolidays, type IsHoliday } from '../ports/holiday-calendar.ts'
import type { OperatorSubscription, SubscriptionStatus } from '../ports/operator-lane.ts'
import type { CustomerStanding } from '../receivables/standing-book.ts'
import type { CaseId, SubscriptionId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { dayAt, type Day, type Instant } from '../shared/time.ts'
import { endOfNextWorkingDay } from '../shared/working-days.ts'
import { mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import { alertedIn } from './break-glass.ts'
import { obstaclesTo, owesAnything } from './obstacles.ts'
import { basisOf, identityOnCard } from './shown-on-card.ts'
import { scopeOf } from './scope.ts'
import { approvalsFor, stakesOf, stepUpFor } from './stakes.ts'
import { asChosen, maySuspend } from './suspendable.ts'
import type { Obstacle, PendingSuspension, SuspensionReason } from './suspension-request.ts'

/** What somebody asks for. */
export interface SuspensionAsk {
  readonly reason: SuspensionReason
  readonly subscriptions: readonly SubscriptionId[]
  readonly note: string | null
  /** Why the policy should be set aside; two approvers must then agree. */
  readonly override: string | null
  /** A later day on which it is to be carried out. */
  readonly notBefore?: Day
  /** What was read beside the subscriptions; without it, what depends on it is unknown. */
  readonly read?: ImpactFacts
}

/** Why nobody is asked. */
export type RequestRefusal =
  | { readonly code: 'not-allowed'; readonly reason: SuspensionReason }
  | { readonly code: 'not-matched' }
  | { readonly code: 'nothing-chosen' }
  | { readonly code: 'unknown-subscription'; readonly subscription: SubscriptionId }
  | { readonly code: 'not-active'; readonly name: string; readonly status: SubscriptionStatus }
  | { readonly code: 'nothing-overdue' }
  | { readonly code: 'note-needed'; readonly reason: SuspensionReason }
  | { readonly code: 'day-past'; readonly day: Day }
  | { readonly code: 'obstacles'; readonly obstacles: readonly Obstacle[] }

/** The first person's half: what is asked is exactly what will stand on the approver's card. */
export function requestSuspension(
  ask: SuspensionAsk,
  facts: {
    readonly id: CaseId
    readonly by: Staff
    readonly of: CustomerStanding
    /** Read from the operator just now. */
    readonly subscriptions: readonly OperatorSubscription[]
    /** What we hold of this customer's, whatever the lane. */
    readonly held: readonly HeldSubscription[]
    readonly policy: CollectionsPolicy
    /** At the customer's place. */
    readonly isHoliday?: IsHoliday
    readonly now: Instant
  },
): Outcome<PendingSuspension, RequestRefusal> {
  const { by, of, policy, now } = facts
  const { customer } = of
  const note = spoken(ask.note)
  const override = spoken(ask.override)
  if (!mayAsk(by.roles, `suspend for ${ask.reason}`)) return refused({ code: 'not-allowed', reason: ask.reason })
  if (!isMatched(customer)) return refused({ code: 'not-matched' })
  if (ask.subscriptions.length === 0) return refused({ code: 'nothing-chosen' })

  const chosen: OperatorSubscription[] = []
  for (const id of new Set(ask.subscriptions)) {
    const subscription = facts.subscriptions.find((known) => known.id === id)
    if (!subscription) return refused({ code: 'unknown-subscription', subscription: id })
    if (!maySuspend(subscription, ask.reason, customer.lane, facts.held)) {
      return refused({ code: 'not-active', name: subscription.name, status: subscription.status })
    }
    chosen.push(subscription)
  }

  const forDebt = ask.reason === 'non-payment'
  if (forDebt && !owesAnything(of)) return refused({ code: 'nothing-overdue' })
  // Suspicion, or a customer's own wish, has no ledger behind it: the second person needs the words of the first.
  if (!forDebt && note === null) return refused({ code: 'note-needed', reason: ask.reason })
  const obstacles = forDebt ? obstaclesTo(of, policy, ask.subscriptions) : []
  if (obstacles.length > 0 && override === null) return refused({ code: 'obstacles', obstacles })

  const today = dayAt(now, policy.calendar.timeZone)
  if (ask.notBefore !== undefined && ask.notBefore < today) return refused({ code: 'day-past', day: ask.notBefore })
  const notBefore = ask.notBefore === today ? undefined : ask.notBefore
  const atOnce = forDebt && notBefore === undefined
  const braked = atOnce ? brakedUntil(now, policy, facts.isHoliday ?? noHolidays) : null

  const overridden = obstacles.length > 0 && override !== null
  const subscriptions = chosen.map((one) => asChosen(one, facts.subscriptions, customer.lane, facts.held))
  const basis = basisOf(of)
  const stakes = stakesOf(subscriptions, basis)
  const approvals = approvalsFor(ask.reason, stakes, policy)
  const stepUp = stepUpFor(stakes, policy)
  const alerted = alertedIn(ask.reason, subscriptions, stakes, policy)
  return granted({
    status: 'pending',
    id: facts.id,
    customer: customer.id,
    identity: identityOnCard(customer),
    reason: ask.reason,
    subscriptions,
    ...(forDebt ? { scope: scopeOf(chosen, of) } : {}),
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(braked === null ? {} : { braked }),
    note,
    impact: impactOf(
      chosen.map(({ id }) => id),
      facts.subscriptions,
      ask.read ?? nothingRead,
      { lane: customer.lane, from: notBefore ?? today, zone: policy.calendar.timeZone },
    ),
    basis,
    override: overridden ? { reason: override, obstacles } : null,
    askedBy: by.id,
    askedAt: now,
    expiresAt: endOfNextWorkingDay(now, policy.calendar),
    approvalsNeeded: Math.max(approvals.needed, overridden || braked ? 2 : 1),
    ...(approvals.why && { approvalsWhy: approvals.why }),
    ...(stepUp && { stepUp }),
    ...(alerted !== null && { alerted }),
    approvals: [],
    questions: [],
  })
}

/** Nothing but blanks is nothing said. */
function spoken(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text
}
