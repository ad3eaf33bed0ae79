import type { CaseId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { later, type Instant } from '../shared/time.ts'
import type { Chat } from './chats.ts'
import { mayApprove, mayAsk, type Role } from './powers.ts'
import type { RoleChange, RoleSubject } from './role-change.ts'
import { accountKey, type Staff } from './staff.ts'

export type RoleAskRefusal =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'own-role' }
  | { readonly code: 'needs-link' }
  | { readonly code: 'has-it'; readonly role: Role }
  | { readonly code: 'has-it-not'; readonly role: Role }
  | { readonly code: 'too-few-administrators' }

export type RoleDecisionRefusal =
  | { readonly code: 'already-decided'; readonly change: RoleChange }
  | { readonly code: 'not-allowed' }
  | { readonly code: 'expired' }
  | { readonly code: 'own-request' }
  | { readonly code: 'own-role' }
  | { readonly code: 'needs-link' }
  | { readonly code: 'too-few-administrators' }

/** One administrator asks for somebody else's role to be given or taken. */
export function askRoleChange(
  ask: { readonly subject: RoleSubject; readonly change: 'give' | 'take'; readonly role: Role },
  facts: {
    readonly id: CaseId
    readonly by: Staff
    /** Roles the subject holds now; none for a newcomer. */
    readonly held: readonly Role[]
    readonly administrators: number
    readonly root: Chat
    readonly now: Instant
  },
): Outcome<RoleChange, RoleAskRefusal> {
  const { by, held } = facts
  if (!mayAsk(by.roles, 'change role')) return refused({ code: 'not-allowed' })
  if (isAbout(ask.subject, by)) return refused({ code: 'own-role' })
  if (isElsewhere(ask.subject, facts.root)) return refused({ code: 'needs-link' })
  if (ask.change === 'give' && held.includes(ask.role)) return refused({ code: 'has-it', role: ask.role })
  if (ask.change === 'take' && !held.includes(ask.role)) return refused({ code: 'has-it-not', role: ask.role })
  if (leavesTooFew(ask, facts.administrators)) return refused({ code: 'too-few-administrators' })
  return granted({ ...ask, id: facts.id, status: 'pending', askedBy: by.id, askedAt: facts.now })
}

/** A second administrator confirms. Nobody changes their own role, from either side. */
export function confirmRoleChange(
  change: RoleChange,
  facts: { readonly by: Staff; readonly administrators: number; readonly root: Chat; readonly now: Instant },
): Outcome<RoleChange, RoleDecisionRefusal> {
  const { by, now } = facts
  if (change.status !== 'pending') return refused({ code: 'already-decided', change })
  if (now >= roleChangeEnd(change)) return refused({ code: 'expired' })
  if (!mayApprove(by.roles, 'change role')) return refused({ code: 'not-allowed' })
  if (change.askedBy === by.id) return refused({ code: 'own-request' })
  if (isAbout(change.subject, by)) return refused({ code: 'own-role' })
  if (isElsewhere(change.subject, facts.root)) return refused({ code: 'needs-link' })
  if (leavesTooFew(change, facts.administrators)) return refused({ code: 'too-few-administrators' })
  return granted({ ...change, status: 'confirmed', confirmedBy: by.id, confirmedAt: now })
}

export function rejectRoleChange(
  change: RoleChange,
  facts: { readonly by: Staff; readonly now: Instant },
): Outcome<RoleChange, RoleDecisionRefusal> {
  if (change.status !== 'pending') return refused({ code: 'already-decided', change })
  if (!mayApprove(facts.by.roles, 'change role')) return refused({ code: 'not-allowed' })
  return granted({ ...change, status: 'rejected', rejectedBy: facts.by.id, rejectedAt: facts.now })
}

/** When a change that nobody confirmed is over: administrators may be few, and away for some days. */
export function roleChangeEnd({ askedAt }: Pick<RoleChange, 'askedAt'>): Instant {
  return later(askedAt, 7 * 24 * 3_600_000)
}

/** Nobody decided in time; null when there is nothing to expire yet, or any more. */
export function expireRoleChange(change: RoleChange, now: Instant): RoleChange | null {
  if (change.status !== 'pending' || now < roleChangeEnd(change)) return null
  return { ...change, status: 'expired', endedAt: now }
}

/** The person as they are once a change holds; a newcomer becomes Staff with it. */
export function withRole(change: RoleChange, before: Staff | null, newStaffId: string): Staff {
  const { subject, role } = change
  const staff: Staff =
    before ??
    (subject.kind === 'newcomer'
      ? { id: newStaffId, name: subject.name, accounts: [subject.account], roles: [], language: null }
      : { id: subject.staff, name: subject.name, accounts: [], roles: [], language: null })
  const others = staff.roles.filter((held) => held !== role)
  return { ...staff, roles: change.change === 'give' ? [...others, role] : others }
}

function isAbout(subject: RoleSubject, { id, accounts }: Staff): boolean {
  if (subject.kind === 'staff') return subject.staff === id
  return accounts.some((account) => accountKey(account) === accountKey(subject.account))
}

/** Outside the root chat nobody becomes Staff: an account there is tied to somebody by a link, or is nobody. */
function isElsewhere(subject: RoleSubject, root: Chat): boolean {
  return subject.kind === 'newcomer' && subject.account.channel !== root
}

/** Two administrators must remain, or nobody could ever confirm anything again. */
function leavesTooFew(
  { change, role }: { readonly change: 'give' | 'take'; readonly role: Role },
  administrators: number,
) {
  return change === 'take' && role === 'administrator' && administrators <= 2
}
