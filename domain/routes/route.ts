import type { ChannelAccount } from '../staff/staff.ts'
import type { PlaceId, StaffId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'

/** What kind of news a channel can be chosen for. */
export type RouteTopic = 'approvals' | 'tickets' | 'administration'

export const routeTopics: readonly RouteTopic[] = ['approvals', 'tickets', 'administration']

/** The chat a channel is in: a topic can have one channel in each. */
export type Chat = ChannelAccount['channel']

export const chats: readonly Chat[] = ['teams', 'slack']

/** Which channel gets which kind of news; without any, the people concerned are told each. */
export interface Route {
  readonly topic: RouteTopic
  /** Left out for Teams, as an older desk did that knew no other chat. */
  readonly chat?: 'slack'
  readonly place: PlaceId
  /** What the channel was called when the route was set. */
  readonly placeName: string
  readonly setBy: StaffId
  readonly setAt: Instant
}

/** Id of the one route that a topic has in a chat. */
export function routeId(topic: RouteTopic, chat: Chat): string {
  return chat === 'teams' ? topic : `${topic}/${chat}`
}

export function chatOf({ chat }: Route): Chat {
  return chat ?? 'teams'
}
