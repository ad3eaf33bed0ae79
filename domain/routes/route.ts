import type { MatchedCustomer } from '../customers/customer.ts'
import type { Lane } from '../customers/lane.ts'
import type { Severity } from '../fraud/signal.ts'
import type { ChannelAccount } from '../staff/staff.ts'
import type { CustomerId, PlaceId, StaffId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'

/** What kind of news a channel can be chosen for. */
export type RouteTopic = 'approvals' | 'tickets' | 'administration' | 'fraud'

export const routeTopics: readonly RouteTopic[] = ['approvals', 'tickets', 'administration', 'fraud']

/** The chat a channel is in: a topic can have one channel in each. */
export type Chat = ChannelAccount['channel']

export const chats: readonly Chat[] = ['teams', 'slack']

/** Hours of a day, in minutes after midnight of the partner's time zone; over midnight where `to` is not after `from`. */
export interface RouteHours {
  readonly from: number
  readonly to: number
}

/** For which alerts a channel was chosen; null narrows nothing. */
export interface RouteOnly {
  /** Left out for every customer; else `lane` is the one it belongs to. */
  readonly customer?: CustomerId
  readonly lane: Lane | null
  /** At least so grave. */
  readonly severity: Exclude<Severity, 'unknown'> | null
  readonly hours: RouteHours | null
}

/** Which channel gets which kind of news; without any, the people concerned are told each. */
export interface Route {
  readonly topic: RouteTopic
  /** Left out for Teams, as an older desk did that knew no other chat. */
  readonly chat?: 'slack'
  /** Fraud alone: for which alerts it holds; left out: for all of them. */
  readonly only?: RouteOnly
  readonly place: PlaceId
  /** What the channel was called when the route was set. */
  readonly placeName: string
  readonly setBy: StaffId
  readonly setAt: Instant
}

/**
 * Id of the one route that a topic has in a chat; fraud has one for each narrowing: `fraud/china/high/1320-360`, and a
 * customer behind that.
 */
export function routeId(topic: RouteTopic, chat: Chat, only: RouteOnly | null = null): string {
  const { lane, severity, hours, customer } = only ?? {}
  const wide = [lane ?? '-', severity ?? '-', hours ? `${hours.from}-${hours.to}` : '-']
  const narrowed = only === null ? [] : [...wide, ...(customer === undefined ? [] : [customer])]
  return [topic, ...narrowed, ...(chat === 'teams' ? [] : [chat])].join('/')
}

export function chatOf({ chat }: Route): Chat {
  return chat ?? 'teams'
}

/** The narrowing for one customer besides; null where another operator was named than theirs: nothing would match both. */
export function onlyOf({ id, lane }: MatchedCustomer, only: RouteOnly | null): RouteOnly | null {
  const { lane: named = null, severity = null, hours = null } = only ?? {}
  return named === null || named === lane ? { customer: id, lane, severity, hours } : null
}
