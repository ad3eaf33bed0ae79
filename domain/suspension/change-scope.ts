import type { AgreementId } from '../agreements/agreement.ts'
import type { HeldSubscription } from '../holds/hold.ts'
import { impactOf, nothingRead, type ImpactFacts } from '../impact/impact-of.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import type { OperatorSubscription, SubscriptionStatus } from '../ports/operator-lane.ts'
import type { CustomerStanding } from '../receivables/standing-book.ts'
import type { SubscriptionId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { dayAt, type Day, type Instant } from '../shared/time.ts'
import { mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import { obstaclesTo, remaining } from './obstacles.ts'
import { scopeOf } from './scope.ts'
import { approvalsFor, stakesOf, stepUpFor } from './stakes.ts'
import { asChosen, maySuspend } from './suspendable.ts'
import { isOpen, type OpenSuspension, type SuspensionReason, type SuspensionRequest } from './suspension-request.ts'

export type ChangeRefusal =
  | { readonly code: 'already-decided'; readonly request: SuspensionRequest }
  | { readonly code: 'expired' }
  | { readonly code: 'unknown-customer' }
  | { readonly code: 'not-allowed'; readonly reason: SuspensionReason }
  | { readonly code: 'nothing-chosen' }
  | { readonly code: 'nothing-changed' }
  | { readonly code: 'unknown-subscription'; readonly subscription: SubscriptionId }
  | { readonly code: 'not-active'; readonly name: string; readonly status: SubscriptionStatus }
  /** Left out by an agreement that the request does not set aside: with it the whole request would lose its ground. */
  | {
      readonly code: 'exempt-subscription'
      readonly name: string
      readonly agreement: AgreementId
      readonly until: Day
    }

/**
 * What an open request covers becomes exactly this. Yeses so far were to another choice and go, and whoever added
 * something has a hand in it: somebody else approves.
 */
export function changeScope(
  request: SuspensionRequest,
  wanted: readonly SubscriptionId[],
  facts: {
    readonly by: Staff
    readonly of: CustomerStanding
    /** Read from the operator just now. */
    readonly subscriptions: readonly OperatorSubscription[]
    readonly held: readonly HeldSubscription[]
    readonly read?: ImpactFacts
    readonly policy: CollectionsPolicy
    readonly now: Instant
  },
): Outcome<OpenSuspension, ChangeRefusal> {
  const { by, of, policy, now, subscriptions: all } = facts
  const { lane } = request.identity
  if (!isOpen(request)) return refused({ code: 'already-decided', request })
  if (now >= request.expiresAt) return refused({ code: 'expired' })
  if (!mayAsk(by.roles, `suspend for ${request.reason}`))
    return refused({ code: 'not-allowed', reason: request.reason })
  if (wanted.length === 0) return refused({ code: 'nothing-chosen' })

  const removed = request.subscriptions.filter(({ id }) => !wanted.includes(id))
  const subscriptions = request.subscriptions.filter(({ id }) => wanted.includes(id))
  const added: string[] = []
  for (const id of new Set(wanted)) {
    if (subscriptions.some((known) => known.id === id)) continue
    const found = all.find((known) => known.id === id)
    if (!found) return refused({ code: 'unknown-subscription', subscription: id })
    if (!maySuspend(found, request.reason, lane, facts.held))
      return refused({ code: 'not-active', name: found.name, status: found.status })
    const exempt = exemptionOf(id, request, of, policy)
    if (exempt) return refused({ code: 'exempt-subscription', name: found.name, ...exempt })
    subscriptions.push(asChosen(found, all, lane, facts.held))
    added.push(found.name)
  }
  if (added.length === 0 && removed.length === 0) return refused({ code: 'nothing-changed' })

  const change = { by: by.id, at: now, added, removed: removed.map(({ name }) => name) }
  const ids = subscriptions.map(({ id }) => id)
  const zone = policy.calendar.timeZone
  const stakes = stakesOf(subscriptions, request.basis)
  const approvals = approvalsFor(request.reason, stakes, policy)
  const stepUp = stepUpFor(stakes, policy)
  const more = approvals.needed > request.approvalsNeeded
  const { alerted, ...asked } = request
  return granted({
    ...asked,
    // An alarm is about one subscription: what was added beside it is no part of it.
    ...(alerted !== undefined && ids.every((id) => id === alerted) ? { alerted } : {}),
    subscriptions,
    ...(request.reason === 'non-payment' ? { scope: scopeOf(subscriptions, of) } : {}),
    impact: impactOf(ids, all, facts.read ?? nothingRead, { lane, from: request.notBefore ?? dayAt(now, zone), zone }),
    ...(more && { approvalsNeeded: approvals.needed, ...(approvals.why && { approvalsWhy: approvals.why }) }),
    ...(stepUp && { stepUp }),
    approvals: [],
    changes: [...(request.changes ?? []), change],
  })
}

/** The exemption that keeps one subscription out of a request for a debt; null where there is none, or it is set aside. */
function exemptionOf(
  id: SubscriptionId,
  { reason, override }: SuspensionRequest,
  of: CustomerStanding,
  policy: CollectionsPolicy,
): { readonly agreement: AgreementId; readonly until: Day } | null {
  if (reason !== 'non-payment') return null
  const before = obstaclesTo(of, policy).flatMap((one) => (one.code === 'under-agreement' ? [one.agreement] : []))
  const [first = null] = remaining(obstaclesTo(of, policy, [id]), override).flatMap((one) =>
    one.code === 'under-agreement' && !before.includes(one.agreement) ? [one] : [],
  )
  return first && { agreement: first.agreement, until: first.until }
}
