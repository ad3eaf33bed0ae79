import type { AuditDraft } from '../audit/audit-entry.ts'
import { caseId } from '../cases/case.ts'
import { decider, expirer, type Consequences, type DeciderParts } from '../cases/decide-case.ts'
import { order } from '../outbox/orders.ts'
import type { Commit, Save } from '../ports/desk-store.ts'
import type { CaseId, PlaceId, StaffId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import type { Instant } from '../shared/time.ts'
import { unlessStale, type CaseAt, type VersionRefusal } from '../shared/versioned.ts'
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
import type { AccessRequest, RoleChange, RoleSubject } from './role-change.ts'
import { accountKey, type ChannelAccount, type Staff } from './staff.ts'

/** Who works here and what they may do. */
export interface StaffDesk {
  /** The person behind an account; null for an account tied to nobody. */
  whoIs(account: ChannelAccount): Promise<Staff | null>
  all(): Promise<readonly Staff[]>
  byId(id: StaffId): Promise<Staff | null>
  /** An unknown account asks to be let in; asking again changes nothing. */
  askAccess(account: ChannelAccount, name: string): Promise<'asked' | 'asked-before'>
  waiting(): Promise<readonly AccessRequest[]>
  askRole(
    ask: { readonly subject: RoleSubject; readonly change: 'give' | 'take'; readonly role: Role },
    by: Staff,
    askedIn: PlaceId,
  ): Promise<Outcome<RoleChange, RoleAskRefusal>>
  confirmRole(at: CaseAt, by: Staff): Promise<Outcome<RoleChange, RoleDecisionRefusal | VersionRefusal>>
  rejectRole(at: CaseAt, by: Staff): Promise<Outcome<RoleChange, RoleDecisionRefusal | VersionRefusal>>
  /** Ends a change that nobody decided in time; does nothing when somebody did. */
  expireRole(id: CaseId): Promise<void>
  /** Makes the accounts of the configuration administrators: those never seen before, and all while there are not two. */
  seat(administrators: readonly ChannelAccount[]): Promise<void>
  /** Keeps the language a person chose. */
  speak(by: Staff, language: string): Promise<void>
}

export function createStaffDesk(parts: DeciderParts): StaffDesk {
  const { store, now, newId } = parts
  const decide = decider('role-change', parts)
  const all = async () => (await store.list('staff')).map(({ value }) => value)
  const whoIs = async (account: ChannelAccount) => {
    const key = accountKey(account)
    return (await all()).find(({ accounts }) => accounts.some((own) => accountKey(own) === key)) ?? null
  }
  const administrators = async () => (await all()).filter(({ roles }) => roles.includes('administrator')).length

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
  const told = (by: StaffId, what: string, also: Pick<Commit, 'save'> = {}) => {
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
    whoIs,
    all,
    byId: async (id) => (await store.get('staff', id))?.value ?? null,

    async askAccess(account, name) {
      const id = accountKey(account)
      const found = await store.get('access-request', id)
      if (found?.value.status === 'open') return 'asked-before'
      const at = now()
      const outcome = await unlessStale<null, never>(async () => {
        await store.commit({
          save: [
            {
              kind: 'access-request',
              id,
              value: { account, name, askedAt: at, status: 'open' },
              basedOn: found?.version ?? null,
            },
          ],
          audit: [{ at, by: id, what: 'access.asked', about: id }],
          outbox: [order(newId, { kind: 'announce-newcomer', account: id }, at)],
        })
        return granted(null)
      })
      return outcome.ok ? 'asked' : 'asked-before'
    },

    waiting: async () => (await store.list('access-request', { open: true })).map(({ value }) => value),

    async askRole(ask, by, askedIn) {
      const { subject } = ask
      const known = subject.kind === 'staff' ? await store.get('staff', subject.staff) : null
      const at = now()
      const outcome = askRoleChange(ask, {
        id: caseId('role-change', await store.nextNumber('G')),
        by,
        held: known?.value.roles ?? [],
        administrators: await administrators(),
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
        (change, moment) => confirmRoleChange(change, { by, administrators: count, now: moment }),
        told(by.id, 'role.confirmed', also),
      )
    },
    rejectRole: (at, by) =>
      decide(at, (change, moment) => rejectRoleChange(change, { by, now: moment }), told(by.id, 'role.rejected')),
    expireRole: expirer('role-change', parts, expireRoleChange, told('desk', 'role.expired')),

    async seat(accounts) {
      // Afterwards two people decide: whom they took the role from does not get it back at the next start.
      const enough = (await administrators()) >= 2
      for (const account of accounts) {
        const known = await whoIs(account)
        if (known && (enough || known.roles.includes('administrator'))) continue
        const at = now()
        const found = known && (await store.get('staff', known.id))
        const before: Staff = known ?? {
          id: newId(),
          name: account.user,
          accounts: [account],
          roles: [],
          language: null,
        }
        const value: Staff = { ...before, roles: [...before.roles, 'administrator'] }
        await store.commit({
          save: [{ kind: 'staff', id: value.id, value, basedOn: found?.version ?? null }],
          audit: [
            {
              at,
              by: 'desk',
              what: 'administrator.seated',
              about: value.id,
              details: { account: accountKey(account) },
            },
          ],
        })
      }
    },

    async speak(by, language) {
      const found = await store.get('staff', by.id)
      if (!found || found.value.language === language) return
      await unlessStale(async () => {
        await store.commit({
          save: [{ kind: 'staff', id: by.id, value: { ...found.value, language }, basedOn: found.version }],
        })
        return granted(null)
      })
    },
  }
}

function roleAudit(change: RoleChange, at: Instant, by: string, what: string): AuditDraft {
  const { subject } = change
  const about = subject.kind === 'staff' ? subject.staff : accountKey(subject.account)
  return { at, by, what, about: change.id, details: { subject: about, change: change.change, role: change.role } }
}
