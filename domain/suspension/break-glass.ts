import { isBegun, newAct } from '../acts/subscription-act.ts'
import type { Caps, CollectionsPolicy } from '../policy/collections-policy.ts'
import type { CustomerStanding } from '../receivables/standing-book.ts'
import { overdueSums } from '../receivables/standing.ts'
import type { CaseId, SubscriptionId } from '../shared/ids.ts'
import type { Money } from '../shared/money.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { later, type Instant } from '../shared/time.ts'
import { mayApprove, mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import type { Excess } from './excess.ts'
import { noLongerJustified } from './decide-suspension.ts'
import { moveAct } from './move-act.ts'
import { excessOf, stakesOf, type Stakes } from './stakes.ts'
import {
  awaitsConfirmation,
  contributors,
  isOpen,
  type ApprovedSuspension,
  type BrokenGlass,
  type CarriedOutSuspension,
  type SuspensionReason,
  type SuspensionRequest,
  type VoidSuspension,
} from './suspension-request.ts'

/** How long a second person has to confirm or reverse, and how long until all are told again. */
export const glassHours = 4
export const glassMs = glassHours * 3_600_000

type AlreadyDecided = { readonly code: 'already-decided'; readonly request: SuspensionRequest }

export type GlassRefusal =
  | AlreadyDecided
  | { readonly code: 'expired' }
  | { readonly code: 'question-open' }
  | { readonly code: 'glass-off' }
  | { readonly code: 'glass-not-yours' }
  | { readonly code: 'glass-not-alerted' }
  | { readonly code: 'glass-over'; readonly over: BeyondCaps }
  | { readonly code: 'words-needed' }

/** More people or money than the policy's caps; or money in a currency for which there is no cap. */
export type BeyondCaps = Excess | { readonly over: 'currency'; readonly amount: Money }

/** The one subscription that may be suspended alone; null where the policy, or what is asked, does not allow it. */
export function alertedIn(
  reason: SuspensionReason,
  subscriptions: readonly { readonly id: SubscriptionId }[],
  stakes: Stakes,
  { breakGlass: caps }: Pick<CollectionsPolicy, 'breakGlass'>,
): SubscriptionId | null {
  const [only, ...others] = subscriptions
  if (reason !== 'fraud' || !only || others.length > 0) return null
  return caps === null || beyond(caps, stakes) !== null ? null : only.id
}

/**
 * A fraud lead acts at once and alone: on the alerted subscription and no other, within the policy's caps as of today.
 * Whether it is really them is for the caller to prove, with a second factor.
 */
export function breakGlass(
  request: SuspensionRequest,
  facts: {
    readonly by: Staff
    readonly reason: string
    /** Null when the customer is known to nobody any more. */
    readonly of: CustomerStanding | null
    readonly policy: CollectionsPolicy
    readonly now: Instant
    readonly intent: string
  },
): Outcome<ApprovedSuspension | VoidSuspension, GlassRefusal> {
  const { by, reason, of, policy, now } = facts
  if (!isOpen(request)) return refused({ code: 'already-decided', request })
  if (now >= request.expiresAt) return refused({ code: 'expired' })
  if (policy.breakGlass === null) return refused({ code: 'glass-off' })
  if (!mayAsk(by.roles, 'break glass')) return refused({ code: 'glass-not-yours' })
  const [only, ...others] = request.subscriptions
  if (request.reason !== 'fraud' || !only || others.length > 0 || only.id !== request.alerted)
    return refused({ code: 'glass-not-alerted' })
  const overdue = of ? overdueSums(of.standing) : request.basis.overdue
  const over = beyond(policy.breakGlass, stakesOf(request.subscriptions, { overdue }))
  if (over !== null) return refused({ code: 'glass-over', over })
  if (request.status === 'questioned') return refused({ code: 'question-open' })
  if (reason.trim() === '') return refused({ code: 'words-needed' })
  const why = noLongerJustified(request, of, policy)
  if (why !== null) return granted({ ...request, status: 'void', endedAt: now, why })
  return granted({
    ...request,
    status: 'approved',
    acts: [newAct(only.id, only.name, facts.intent, only.plan)],
    brokenGlass: { by: by.id, at: now, reason, confirmBy: later(now, glassMs) },
  })
}

export type SecondLookRefusal =
  | AlreadyDecided
  | { readonly code: 'own-request' }
  | { readonly code: 'not-an-approver'; readonly reason: SuspensionReason }
  | { readonly code: 'glass-under-way' }

/** A second person's yes, afterwards: it stays. */
export function confirmGlass(
  request: SuspensionRequest,
  { by, now }: { readonly by: Staff; readonly now: Instant },
): Outcome<ApprovedSuspension | CarriedOutSuspension, SecondLookRefusal> {
  const looked = secondLook(request, by)
  if (!looked.ok) return looked
  const { request: acted, glass } = looked.value
  return granted({ ...acted, brokenGlass: { ...glass, ended: { by: by.id, at: now, how: 'confirmed' } } })
}

/**
 * A second person's no, afterwards: one press, as nobody but the first had said yes. What has not left is called off;
 * what is out of service comes back by `resumption`, which the caller begins in the same commit. While a call is under
 * way nobody knows which it is.
 */
export function reverseGlass(
  request: SuspensionRequest,
  facts: { readonly by: Staff; readonly now: Instant; readonly resumption: CaseId | null },
): Outcome<CarriedOutSuspension | VoidSuspension, SecondLookRefusal> {
  const { by, now, resumption } = facts
  const looked = secondLook(request, by)
  if (!looked.ok) return looked
  const { request: acted, glass } = looked.value
  const said = { by: by.id, at: now }
  const ended = { ...said, how: 'reversed', ...(resumption === null ? {} : { resumption }) } as const
  const reversed = { ...acted, brokenGlass: { ...glass, ended } }
  if (reversed.status === 'carried-out') return granted(reversed)
  const [act] = reversed.acts
  if (!act || isBegun(act)) return refused({ code: 'glass-under-way' })
  const skipped = { result: { state: 'skipped', at: now, why: 'called-off' } } as const
  const calledOff = moveAct({ ...reversed, calledOff: said }, act.subscription, skipped, now)
  return calledOff.status === 'approved' ? refused({ code: 'glass-under-way' }) : granted(calledOff)
}

function secondLook(
  request: SuspensionRequest,
  by: Staff,
): Outcome<
  { readonly request: ApprovedSuspension | CarriedOutSuspension; readonly glass: BrokenGlass },
  SecondLookRefusal
> {
  const { brokenGlass: glass } = request
  const acted = request.status === 'approved' || request.status === 'carried-out' ? request : null
  if (!glass || !acted || !awaitsConfirmation(request)) return refused({ code: 'already-decided', request })
  if (glass.by === by.id || contributors(request).has(by.id)) return refused({ code: 'own-request' })
  if (!mayApprove(by.roles, 'break glass')) return refused({ code: 'not-an-approver', reason: request.reason })
  return granted({ request: acted, glass })
}

/** Caps are tighter than limits: what they do not name, they do not allow. */
function beyond(caps: Caps, stakes: Stakes): BeyondCaps | null {
  const unnamed = stakes.overdue.find(({ currency }) => !(currency in caps.amounts))
  return excessOf(caps, stakes) ?? (unnamed ? { over: 'currency', amount: unnamed } : null)
}
