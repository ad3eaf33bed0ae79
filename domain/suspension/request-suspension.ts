import { isMatched, type MatchedCustomer } from '../customers/customer.ts'
import type { Lane } from '../customers/lane.ts'
import type { HeldSubscription, HoldReason } from '../holds/hold.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import { noticeFor } from '../policy/final-notice.ts'
import type { OperatorSubscription, SubscriptionStatus } from '../ports/operator-lane.ts'
import { oldestDaysPastDue, overdueSums } from '../receivables/standing.ts'
import type { CustomerStanding } from '../receivables/standing-book.ts'
import type { CaseId, SubscriptionId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import type { Instant } from '../shared/time.ts'
import { endOfNextWorkingDay } from '../shared/working-days.ts'
import { mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import { obstaclesTo, owesAnything } from './obstacles.ts'
import type { Basis, IdentityOnCard, Obstacle, PendingSuspension, SuspensionReason } from './suspension-request.ts'

/** What somebody asks for. */
export interface SuspensionAsk {
  readonly reason: SuspensionReason
  readonly subscriptions: readonly SubscriptionId[]
  readonly note: string | null
  /** Why the policy should be set aside; two approvers must then agree. */
  readonly override: string | null
}

/** Why nobody is asked. */
export type RequestRefusal =
  | { readonly code: 'not-allowed'; readonly reason: SuspensionReason }
  | { readonly code: 'not-matched' }
  | { readonly code: 'nothing-chosen' }
  | { readonly code: 'unknown-subscription'; readonly subscription: SubscriptionId }
  | { readonly code: 'not-active'; readonly name: string; readonly status: SubscriptionStatus }
  | { readonly code: 'nothing-overdue' }
  | { readonly code: 'note-needed' }
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
  // Suspicion has no ledger behind it: the second person needs the words of the first.
  if (!forDebt && note === null) return refused({ code: 'note-needed' })
  const obstacles = forDebt ? obstaclesTo(of, policy) : []
  if (obstacles.length > 0 && override === null) return refused({ code: 'obstacles', obstacles })

  const overridden = obstacles.length > 0 && override !== null
  return granted({
    status: 'pending',
    id: facts.id,
    customer: customer.id,
    identity: identityOnCard(customer),
    reason: ask.reason,
    subscriptions: chosen.map(({ id, name, quantity, parent, model, commitmentEnd, status }) => {
      const addOns = addOnsOf(id, facts.subscriptions)
      const heldFor = status === 'active' ? [] : holdsOn(id, customer.lane, facts.held)
      const one = { id, name, quantity, parent, model, commitmentEnd, addOns }
      return heldFor.length === 0 ? one : { ...one, heldFor }
    }),
    note,
    basis: basisOf(of),
    override: overridden ? { reason: override, obstacles } : null,
    askedBy: by.id,
    askedAt: now,
    expiresAt: endOfNextWorkingDay(now, policy.calendar),
    approvalsNeeded: overridden ? 2 : 1,
    approvals: [],
    questions: [],
  })
}

/**
 * Whether a suspension may be asked for: in service, or held by us already for something that a suspicion must outlast.
 * What somebody else took out is theirs to bring back.
 */
export function maySuspend(
  { id, status }: OperatorSubscription,
  reason: SuspensionReason,
  lane: Lane,
  held: readonly HeldSubscription[],
): boolean {
  if (status === 'active') return true
  const holds = holdsOn(id, lane, held)
  return status === 'suspended' && reason !== 'non-payment' && holds.length > 0 && !holds.includes(reason)
}

/** Why we hold a subscription. */
function holdsOn(id: SubscriptionId, lane: Lane, held: readonly HeldSubscription[]): readonly HoldReason[] {
  return held
    .filter((one) => one.lane === lane && one.subscription === id)
    .flatMap(({ holds }) => holds.map(({ reason }) => reason))
}

/** Nothing but blanks is nothing said. */
function spoken(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text
}

/** What falls with a base subscription: its add-ons that are in service. */
export function addOnsOf(base: SubscriptionId, all: readonly OperatorSubscription[]): readonly string[] {
  return all.filter(({ parent, status }) => parent === base && status === 'active').map(({ name }) => name)
}

/** Both sides of who a customer is, so that an approver can see a wrong match. */
export function identityOnCard({ operator, accounts }: MatchedCustomer): IdentityOnCard {
  return {
    lane: operator.lane,
    operatorName: operator.name,
    domain: operator.domain,
    tenantId: operator.tenantId,
    ledger: accounts.map(({ key, name, number }) => ({ key, name, number })),
  }
}

/** Which subscriptions stand behind unpaid lines, by the ledger's own subscription ids; empty when it does not tell. */
export function behindUnpaidLines(of: CustomerStanding): ReadonlySet<SubscriptionId> {
  const unpaid = of.standing.currencies.flatMap(({ overdueInvoices }) => overdueInvoices)
  return new Set(unpaid.flatMap(({ invoice }) => invoice.lines.flatMap(({ subscription }) => subscription ?? [])))
}

/** What the approver's card says of the debt: today's, to stand there as what was asked on. */
export function basisOf({ standing, finding, notices, ledgerAsOf }: CustomerStanding): Basis {
  const notice = noticeFor(notices, standing.day)
  return {
    overdue: overdueSums(standing),
    oldestDaysPastDue: oldestDaysPastDue(standing),
    stage: finding.stage,
    notice: notice && { givenOn: notice.givenOn, deadline: notice.deadline, recordedBy: notice.recordedBy },
    ledgerAsOf,
  }
}
