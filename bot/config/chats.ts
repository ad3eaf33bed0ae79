import type { Chats } from '../../domain/staff/chats.ts'

/** Which chat people are known in: Teams wherever it is connected. Slack beside it is linked to it, account by account. */
export function chatsOf(connected: { readonly teams: boolean; readonly slack: boolean }): Chats {
  if (!connected.teams) return { root: 'slack', other: null }
  return { root: 'teams', other: connected.slack ? 'slack' : null }
}
