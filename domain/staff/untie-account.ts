import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { accountIn, type Chats } from './chats.ts'
import { mayAsk } from './powers.ts'
import type { ChannelAccount, Staff } from './staff.ts'

export type UntieRefusal = { readonly code: 'not-allowed' } | { readonly code: 'nothing-linked' }

/**
 * An account that was linked is nobody's again. One person is enough, since it only takes away: anybody for themselves,
 * an administrator for everybody. The account people are known by stays.
 */
export function untieAccount(
  of: Staff,
  { by, chats: { root } }: { readonly by: Staff; readonly chats: Pick<Chats, 'root'> },
): Outcome<{ readonly staff: Staff; readonly account: ChannelAccount }, UntieRefusal> {
  if (of.id !== by.id && !mayAsk(by.roles, 'change role')) return refused({ code: 'not-allowed' })
  const account = accountIn(of, root === 'teams' ? 'slack' : 'teams')
  if (account === null) return refused({ code: 'nothing-linked' })
  return granted({ account, staff: { ...of, accounts: of.accounts.filter((own) => own !== account) } })
}
