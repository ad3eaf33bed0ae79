import type { AuditDraft } from '../audit/audit-entry.ts'
import { caseId } from '../cases/case.ts'
import type { RoleDeed } from '../cases/case-deed.ts'
import { decider, expirer, type Consequences, type DeciderParts } from '../cases/decide-case.ts'
import { order } from '../outbox/orders.ts'
import type { Commit, Save } from '../ports/desk-store.ts'
import type { CaseId, PlaceId, StaffId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import type { Instant } from '../shared/time.ts'
import type { CaseAt, VersionRefusal } from '../shared/versioned.ts'
import type { Chats } from './chats.ts'
import {
  askRoleChange,
  confirmRoleChange,
  expireRoleChange,
  rejectRoleChange,
  roleChangeEnd,
  withRole,
  type RoleAskRefusal,
  type RoleDecisionRefusal,
} from './decide-role-change.ts'
import type { Role } from './powers.ts'
import type { RoleChange, RoleSubject } from './role-change.ts'
import { accountKey, type ChannelAccount, type Staff } from './staff.ts'

/** How roles are given and taken: one administrator asks, another confirms. */
export interface RoleDesk {
  /** One administrator's half of a role change; nothing holds until another confirms. */
  askRole(
    ask: { readonly subject: RoleSubject; readonly change: 'give' | 'take'; readonly role: Role },
    by: Staff,
    askedIn: PlaceId,
  ): Promise<Outcome<RoleChange, RoleAskRefusal>>
  /** The second administrator's yes: the person has the role, or is let in with it, in the same commit. */
  confirmRole(at: CaseAt, by: Staff): Promise<Outcome<RoleChange, RoleDecisionRefusal | VersionRefusal>>
  rejectRole(at: CaseAt, by: Staff): Promise<Outcome<RoleChange, RoleDecisionRefusal | VersionRefusal>>
  /** Ends a change that nobody decided in time; does nothing when somebody did. */
  expireRole(id: CaseId): Promise<void>
}

export function createRoleDesk(
  parts: DeciderParts & { readonly chats: Chats },
  people: {
    readonly whoIs: (account: ChannelAccount) => Promise<Staff | null>
    /** How many there are. */
    readonly administrators: () => Promise<number>
  },
): RoleDesk {
  const { store, newId, now } = parts
  const { root } = parts.chats
  const { whoIs, administrators } = people
  const decide = decider('role-change', parts)

  /** Writing those who remain again, unchanged, lets only one of two administrators be taken away at the same moment. */
  const otherAdministrators = async ({ change, role }: RoleChange, than: StaffId): Promise<readonly Save[]> => {
    if (change !== 'take' || role !== 'administrator') return []
    return (await store.list('staff'))
      .filter(({ id, value }) => id !== than && value.roles.includes('administrator'))
      .map(({ id, value, version }) => ({ kind: 'staff', id, value, basedOn: version }))
  }

  /** The person a change is about is saved in the same commit as the change. */
  const seatChanged = async (change: RoleChange): Promise<Pick<Commit, 'save'>> => {
    const { subject } = change
    const known = subject.kind === 'staff' ? subject.staff : (await whoIs(subject.account))?.id
    const before = known === undefined ? null : await store.get('staff', known)
    const next = withRole(change, before?.value ?? null, newId())
    const asked = subject.kind === 'newcomer' ? await store.get('access-request', accountKey(subject.account)) : null
    return {
      save: [
        { kind: 'staff', id: next.id, value: next, basedOn: before?.version ?? null },
        ...(await otherAdministrators(change, next.id)),
        ...(asked
          ? [
              {
                kind: 'access-request',
                id: asked.id,
                value: { ...asked.value, status: 'answered' },
                basedOn: asked.version,
              } as const,
            ]
          : []),
      ],
    }
  }
  const told = (by: StaffId, what: RoleDeed, also: Pick<Commit, 'save'> = {}) => {
    return (next: RoleChange, at: Instant): Consequences => ({
      audit: [roleAudit(next, at, by, what)],
      orders: [
        { kind: 'update-cards', case: next.id },
        { kind: 'tell-staff', case: next.id, staff: next.askedBy },
      ],
      also,
    })
  }

  return {
    async askRole(ask, by, askedIn) {
      const { subject } = ask
      const known = subject.kind === 'staff' ? await store.get('staff', subject.staff) : null
      const at = now()
      const outcome = askRoleChange(ask, {
        id: caseId('role-change', await store.nextNumber('G')),
        by,
        held: known?.value.roles ?? [],
        administrators: await administrators(),
        root,
        now: at,
      })
      if (!outcome.ok) return outcome
      const change = outcome.value
      await store.commit({
        save: [{ kind: 'role-change', id: change.id, value: change, basedOn: null }],
        audit: [roleAudit(change, at, by.id, 'role.asked')],
        outbox: [
          order(newId, { kind: 'post-case', case: change.id, askedIn }, at),
          order(newId, { kind: 'expire-case', case: change.id }, roleChangeEnd(change)),
        ],
      })
      return granted(change)
    },

    async confirmRole(at, by) {
      const asked = await store.get('role-change', at.case)
      if (!asked) return refused({ code: 'not-found' })
      const also = await seatChanged(asked.value)
      const count = await administrators()
      return decide(
        at,
        (change, moment) => confirmRoleChange(change, { by, administrators: count, root, now: moment }),
        told(by.id, 'role.confirmed', also),
      )
    },
    rejectRole: (at, by) =>
      decide(at, (change, moment) => rejectRoleChange(change, { by, now: moment }), told(by.id, 'role.rejected')),
    expireRole: expirer('role-change', parts, expireRoleChange, told('desk', 'role.expired')),
  }
}

function roleAudit(change: RoleChange, at: Instant, by: string, what: RoleDeed): AuditDraft {
  const { subject } = change
  const about = subject.kind === 'staff' ? subject.staff : accountKey(subject.account)
  return { at, by, what, about: change.id, details: { subject: about, change: change.change, role: change.role } }
}
