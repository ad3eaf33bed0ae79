import { capabilities, type Lane } from '../customers/lane.ts'
import type { MatchedCustomer } from '../customers/customer.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import type { OperatorSubscription } from '../ports/operator-lane.ts'
import type { CaseId, SubscriptionId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import type { Instant } from '../shared/time.ts'
import { endOfNextWorkingDay } from '../shared/working-days.ts'
import { mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import { identityOnCard } from '../suspension/shown-on-card.ts'
import { addOnsOf } from '../suspension/suspendable.ts'
import type { EndingWay } from './ending-way.ts'
import { powerTo, type EndedSubscription, type PendingEnding } from './ending.ts'

/** What somebody asks for. */
export interface EndingAsk {
  readonly way: EndingWay
  readonly subscriptions: readonly SubscriptionId[]
  readonly because: string | null
  /** What was typed as the customer's name; a cancellation is asked for in no other way. */
  readonly typedName: string | null
}

/** Why nobody is asked. */
export type EndingAskRefusal =
  | { readonly code: 'not-allowed'; readonly way: EndingWay }
  | { readonly code: 'no-cancelling'; readonly lane: Lane }
  | { readonly code: 'nothing-chosen' }
  | { readonly code: 'not-endable'; readonly way: EndingWay; readonly name: string }
  | { readonly code: 'because-needed' }
  | { readonly code: 'name-differs'; readonly name: string }

/** The first person's half: what is asked is exactly what will stand on the second one's card. */
export function askEnding(
  ask: EndingAsk,
  facts: {
    readonly id: CaseId
    readonly by: Staff
    readonly customer: MatchedCustomer
    /** Read from the operator just now. */
    readonly subscriptions: readonly OperatorSubscription[]
    readonly policy: Pick<CollectionsPolicy, 'calendar' | 'stepUp'>
    readonly now: Instant
  },
): Outcome<PendingEnding, EndingAskRefusal> {
  const { by, customer, now } = facts
  const { way } = ask
  const because = ask.because?.trim() ?? ''
  if (!mayAsk(by.roles, powerTo[way])) return refused({ code: 'not-allowed', way })
  if (way === 'cancel' && capabilities[customer.lane].cancels !== 'yes')
    return refused({ code: 'no-cancelling', lane: customer.lane })
  if (ask.subscriptions.length === 0) return refused({ code: 'nothing-chosen' })
  const endable = endableNow(way, facts.subscriptions, now)
  const chosen: EndedSubscription[] = []
  for (const id of new Set(ask.subscriptions)) {
    const found = endable.find((each) => each.id === id)
    const name = facts.subscriptions.find((each) => each.id === id)?.name ?? id
    if (!found) return refused({ code: 'not-endable', way, name })
    chosen.push(asOnCard(found, facts.subscriptions))
  }
  if (because === '') return refused({ code: 'because-needed' })
  const identity = identityOnCard(customer)
  if (way === 'cancel' && !isNameOf(ask.typedName, identity.operatorName))
    return refused({ code: 'name-differs', name: identity.operatorName })
  return granted({
    status: 'pending',
    id: facts.id,
    customer: customer.id,
    identity,
    way,
    subscriptions: chosen,
    because,
    ...(way === 'cancel' && facts.policy.stepUp !== null && { stepUp: true }),
    askedBy: by.id,
    askedAt: now,
    expiresAt: earliest([endOfNextWorkingDay(now, facts.policy.calendar), ...windows(way, chosen)]),
    approvals: [],
  })
}

/**
 * What may be ended so: cancelled only inside the operator's window (facts/partner-center 6.5); ended at its term only
 * what is in service and would renew.
 */
export function endableNow(
  way: EndingWay,
  subscriptions: readonly OperatorSubscription[],
  now: Instant,
): readonly OperatorSubscription[] {
  return subscriptions.filter(({ status, autoRenew, cancellableUntil }) =>
    way === 'cancel'
      ? (status === 'active' || status === 'suspended') && cancellableUntil !== null && now < cancellableUntil
      : status === 'active' && autoRenew === true,
  )
}

/** Whether somebody typed a name as it stands on the card; blanks and capitals do not matter. */
export function isNameOf(typed: string | null, name: string): boolean {
  return typed !== null && plain(typed) === plain(name)
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase()
}

function asOnCard(
  { id, name, quantity, model, commitmentEnd, cancellableUntil }: OperatorSubscription,
  all: readonly OperatorSubscription[],
): EndedSubscription {
  return { id, name, quantity, addOns: addOnsOf(id, all), model, commitmentEnd, cancellableUntil }
}

function windows(way: EndingWay, chosen: readonly EndedSubscription[]): readonly Instant[] {
  return way === 'cancel' ? chosen.flatMap(({ cancellableUntil }) => cancellableUntil ?? []) : []
}

function earliest([first, ...others]: readonly [Instant, ...Instant[]]): Instant {
  return others.reduce((one, other) => (other < one ? other : one), first)
}
