import { isSettled, newAct, withAct, type ActProgress } from '../acts/subscription-act.ts'
import type { SubscriptionId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import type { Instant } from '../shared/time.ts'
import { mayApprove } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import { isNameOf } from './ask-ending.ts'
import type { EndingWay } from './ending-way.ts'
import {
  powerTo,
  type ApprovedEnding,
  type CarriedOutEnding,
  type Ending,
  type ExpiredEnding,
  type RejectedEnding,
  type WithdrawnEnding,
} from './ending.ts'

type AlreadyDecided = { readonly code: 'already-decided'; readonly ending: Ending }
type NotAnApprover = { readonly code: 'not-an-approver'; readonly way: EndingWay }

export type EndingDecisionRefusal =
  | AlreadyDecided
  | NotAnApprover
  | { readonly code: 'own-request' }
  | { readonly code: 'expired' }
  | { readonly code: 'words-needed' }
  | { readonly code: 'not-yours' }
  | { readonly code: 'name-differs'; readonly name: string }

/** A second person's yes. For a cancellation they too type the customer's name: a press alone is too easily made. */
export function approveEnding(
  ending: Ending,
  facts: {
    readonly by: Staff
    readonly typedName: string | null
    /** One fresh GUID per subscription, in their order. */
    readonly intents: readonly string[]
    readonly now: Instant
  },
): Outcome<ApprovedEnding, EndingDecisionRefusal> {
  const { by, now } = facts
  if (ending.status !== 'pending') return refused({ code: 'already-decided', ending })
  if (now >= ending.expiresAt) return refused({ code: 'expired' })
  if (ending.askedBy === by.id) return refused({ code: 'own-request' })
  if (!mayApprove(by.roles, powerTo[ending.way])) return refused({ code: 'not-an-approver', way: ending.way })
  const name = ending.identity.operatorName
  if (ending.way === 'cancel' && !isNameOf(facts.typedName, name)) return refused({ code: 'name-differs', name })
  const acts = ending.subscriptions.map(({ id, name: called }, at) => {
    const intent = facts.intents[at]
    if (intent === undefined) throw new Error('fewer intents than subscriptions')
    return newAct(id, called, intent)
  })
  return granted({ ...ending, status: 'approved', approvals: [{ by: by.id, at: now }], acts })
}

/** A no, with words. Whoever may approve may reject, the asker among them. */
export function rejectEnding(
  ending: Ending,
  facts: { readonly by: Staff; readonly because: string; readonly now: Instant },
): Outcome<RejectedEnding, EndingDecisionRefusal> {
  if (ending.status !== 'pending') return refused({ code: 'already-decided', ending })
  if (!mayApprove(facts.by.roles, powerTo[ending.way])) return refused({ code: 'not-an-approver', way: ending.way })
  const rejection = facts.because.trim()
  if (rejection === '') return refused({ code: 'words-needed' })
  return granted({ ...ending, status: 'rejected', rejectedBy: facts.by.id, endedAt: facts.now, rejection })
}

/** The asker's own no; nobody else's. */
export function withdrawEnding(
  ending: Ending,
  facts: { readonly by: Staff; readonly now: Instant },
): Outcome<WithdrawnEnding, EndingDecisionRefusal> {
  if (ending.status !== 'pending') return refused({ code: 'already-decided', ending })
  if (ending.askedBy !== facts.by.id) return refused({ code: 'not-yours' })
  return granted({ ...ending, status: 'withdrawn', endedAt: facts.now })
}

/** Nobody decided in time; null when there is nothing to expire yet, or any more. */
export function expireEnding(ending: Ending, now: Instant): ExpiredEnding | null {
  if (ending.status !== 'pending' || now < ending.expiresAt) return null
  return { ...ending, status: 'expired', endedAt: now }
}

/** The ending with one act moved on; it is over with its last act. */
export function moveEnding(
  ending: ApprovedEnding,
  subscription: SubscriptionId,
  moved: ActProgress,
  now: Instant,
): ApprovedEnding | CarriedOutEnding {
  const next = { ...ending, acts: withAct(ending.acts, subscription, moved) }
  return next.acts.every(isSettled) ? { ...next, status: 'carried-out', endedAt: now } : next
}
