import type { PolicyReading } from '../ports/policy-reader.ts'
import type { CaseId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import type { Instant } from '../shared/time.ts'
import { mayApprove, mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import type { CollectionsPolicy } from './collections-policy.ts'
import { policyEnd, type ActivatedPolicy, type PendingPolicy, type PolicyChange } from './policy-change.ts'
import { differencesOf } from './policy-facts.ts'

/** Why nobody is asked. */
export type PolicyAskRefusal =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'faulty'; readonly file: string; readonly faults: readonly string[] }
  /** What is in force says the same, whatever the comments say. */
  | { readonly code: 'nothing-changed'; readonly version: number }

/** Why a decision does not count. */
export type PolicyRefusal =
  | { readonly code: 'already-decided'; readonly change: PolicyChange }
  | { readonly code: 'not-allowed' }
  | { readonly code: 'own-request' }
  | { readonly code: 'expired' }
  /** Another version was activated since: what stands on the card is no longer what would change. */
  | { readonly code: 'overtaken'; readonly version: number }
  /** A newer desk does not understand what an older one had asked. */
  | { readonly code: 'unreadable' }

/** The first person's half: exactly this text, told by what it changes. */
export function askPolicy(
  draft: { readonly file: string; readonly text: string; readonly sha256: string },
  facts: {
    readonly id: CaseId
    readonly by: Staff
    readonly reading: PolicyReading
    readonly inForce: { readonly policy: CollectionsPolicy; readonly number: number }
    readonly now: Instant
  },
): Outcome<PendingPolicy, PolicyAskRefusal> {
  const { id, by, reading, inForce, now } = facts
  if (!mayAsk(by.roles, 'activate policy')) return refused({ code: 'not-allowed' })
  const { policy, faults, remarks } = reading
  if (policy === null || faults.length > 0) return refused({ code: 'faulty', file: draft.file, faults })
  const differences = differencesOf(inForce.policy, policy)
  if (differences.length === 0) return refused({ code: 'nothing-changed', version: inForce.number })
  // Whoever takes the second factor out of the policy needs it for that.
  const stepUp = inForce.policy.stepUp !== null || policy.stepUp !== null
  return granted({
    status: 'pending',
    id,
    ...draft,
    basis: inForce.number,
    differences,
    remarks,
    ...(stepUp && { stepUp: true as const }),
    askedBy: by.id,
    askedAt: now,
  })
}

/** A second person's yes: never the one who asked. */
export function activatePolicy(
  change: PolicyChange,
  facts: { readonly by: Staff; readonly version: number; readonly now: Instant },
): Outcome<ActivatedPolicy, PolicyRefusal> {
  const { by, version, now } = facts
  if (change.status !== 'pending') return refused({ code: 'already-decided', change })
  if (now >= policyEnd(change)) return refused({ code: 'expired' })
  if (change.askedBy === by.id) return refused({ code: 'own-request' })
  if (!mayApprove(by.roles, 'activate policy')) return refused({ code: 'not-allowed' })
  if (version !== change.basis) return refused({ code: 'overtaken', version })
  return granted({ ...change, status: 'activated', version: version + 1, confirmedBy: by.id, endedAt: now })
}

/** A no leaves everything as it is: whoever may say yes may say it, and the asker takes it back. */
export function rejectPolicy(
  change: PolicyChange,
  { by, now }: { readonly by: Staff; readonly now: Instant },
): Outcome<PolicyChange, PolicyRefusal> {
  if (change.status !== 'pending') return refused({ code: 'already-decided', change })
  if (change.askedBy === by.id) return granted({ ...change, status: 'withdrawn', endedAt: now })
  if (!mayApprove(by.roles, 'activate policy')) return refused({ code: 'not-allowed' })
  return granted({ ...change, status: 'rejected', rejectedBy: by.id, endedAt: now })
}

/** Nobody decided in time; null when there is nothing to expire yet, or any more. */
export function expirePolicy(change: PolicyChange, now: Instant): PolicyChange | null {
  if (change.status !== 'pending' || now < policyEnd(change)) return null
  return { ...change, status: 'expired', endedAt: now }
}
