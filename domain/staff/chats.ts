import type { ChannelAccount, Staff } from './staff.ts'

export type Chat = ChannelAccount['channel']

/** The chats the desk is in. */
export interface Chats {
  /** Where people become Staff, let in by two administrators: Teams wherever it is configured, as Entra knows who left. */
  readonly root: Chat
  /** Where nobody becomes Staff: an account there is tied to somebody known in the root chat. Null: there is none. */
  readonly other: Chat | null
}

/** The account in a chat; null for somebody who has none there. */
export function accountIn({ accounts }: Pick<Staff, 'accounts'>, chat: Chat): ChannelAccount | null {
  return accounts.find(({ channel }) => channel === chat) ?? null
}
