import type { DeciderParts } from '../cases/decide-case.ts'
import { order } from '../outbox/orders.ts'
import type { StaffId } from '../shared/ids.ts'
import { granted } from '../shared/outcome.ts'
import { unlessStale } from '../shared/versioned.ts'
import type { AccessRequest } from './role-change.ts'
import { createRoleDesk, type RoleDesk } from './role-desk.ts'
import { accountKey, type ChannelAccount, type Staff } from './staff.ts'

/** Who works here and what they may do. */
export interface StaffDesk extends RoleDesk {
  /** The person behind an account; null for an account tied to nobody. */
  whoIs(account: ChannelAccount): Promise<Staff | null>
  all(): Promise<readonly Staff[]>
  byId(id: StaffId): Promise<Staff | null>
  /** An unknown account asks to be let in; asking again changes nothing. */
  askAccess(account: ChannelAccount, name: string): Promise<'asked' | 'asked-before'>
  /** Accounts that asked to be let in and were not answered yet. */
  waiting(): Promise<readonly AccessRequest[]>
  /** Makes the accounts of the configuration administrators: those never seen before, and all while there are not two. */
  seat(administrators: readonly ChannelAccount[]): Promise<void>
  /** Keeps the language a person chose. */
  speak(by: Staff, language: string): Promise<void>
}

export function createStaffDesk(parts: DeciderParts): StaffDesk {
  const { store, now, newId } = parts
  const all = async () => (await store.list('staff')).map(({ value }) => value)
  const whoIs = async (account: ChannelAccount) => {
    const key = accountKey(account)
    return (await all()).find(({ accounts }) => accounts.some((own) => accountKey(own) === key)) ?? null
  }
  const administrators = async () => (await all()).filter(({ roles }) => roles.includes('administrator')).length

  return {
    ...createRoleDesk(parts, { whoIs, administrators }),
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
