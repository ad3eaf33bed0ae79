import type { DeciderParts } from '../cases/decide-case.ts'
import { order } from '../outbox/orders.ts'
import type { Stored } from '../ports/desk-store.ts'
import type { StaffId } from '../shared/ids.ts'
import { granted } from '../shared/outcome.ts'
import { unlessStale } from '../shared/versioned.ts'
import { accountIn, type Chats } from './chats.ts'
import type { AccessRequest } from './role-change.ts'
import { createRoleDesk, type RoleDesk } from './role-desk.ts'
import { accountKey, type ChannelAccount, type Staff } from './staff.ts'

/** Who works here and what they may do. */
export interface StaffDesk extends RoleDesk {
  /** The person behind an account; null for an account tied to nobody. */
  whoIs(account: ChannelAccount): Promise<Staff | null>
  /** Everybody who is known in the root chat. */
  all(): Promise<readonly Staff[]>
  /** Those too who were known only in a chat that is the root no more: they did things under their names. */
  everybodyEver(): Promise<readonly Staff[]>
  /** Those among them who still hold an account. */
  strays(account: ChannelAccount): Promise<readonly Stored<Staff>[]>
  byId(id: StaffId): Promise<Staff | null>
  /** An unknown account asks to be let in; asking again changes nothing. Only the root chat lets people in. */
  askAccess(account: ChannelAccount, name: string): Promise<'asked' | 'asked-before' | 'needs-link'>
  /** Accounts that asked to be let in and were not answered yet. */
  waiting(): Promise<readonly AccessRequest[]>
  /** Makes the accounts of the configuration administrators: those never seen before, and all while there are not two. */
  seat(administrators: readonly ChannelAccount[]): Promise<void>
  /** Keeps that somebody was refused because their chat does not count an account of theirs among its people. */
  refuse(
    account: ChannelAccount,
    why: { readonly by: Staff | null; readonly membership: 'guest' | 'gone'; readonly doing: string },
  ): Promise<void>
  /** Keeps the language a person chose. */
  speak(by: Staff, language: string): Promise<void>
}

export function createStaffDesk(parts: DeciderParts & { readonly chats: Chats }): StaffDesk {
  const { store, now, newId, chats } = parts
  const isKnown = (staff: Staff) => accountIn(staff, chats.root) !== null
  const everybodyEver = async () => (await store.list('staff')).map(({ value }) => value)
  const all = async () => (await everybodyEver()).filter(isKnown)
  const whoIs = async (account: ChannelAccount) => (await all()).find((staff) => holds(staff, account)) ?? null
  const administrators = async () => (await all()).filter(({ roles }) => roles.includes('administrator')).length

  return {
    ...createRoleDesk(parts, { whoIs, administrators }),
    whoIs,
    all,
    everybodyEver,
    strays: async (account) =>
      (await store.list('staff')).filter(({ value }) => !isKnown(value) && holds(value, account)),
    byId: async (id) => (await store.get('staff', id))?.value ?? null,

    async askAccess(account, name) {
      if (account.channel !== chats.root) return 'needs-link'
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

    async refuse(account, { by, membership, doing }) {
      const about = accountKey(account)
      const details = { membership, doing }
      await store.commit({ audit: [{ at: now(), by: by?.id ?? about, what: 'account.refused', about, details }] })
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

function holds({ accounts }: Staff, account: ChannelAccount): boolean {
  return accounts.some((own) => accountKey(own) === accountKey(account))
}
