import type { Chat } from '../../domain/routes/route.ts'

/** Names of products: the same in every language. */
export const chatName: Readonly<Record<Chat, string>> = { teams: 'Teams', slack: 'Slack' }
