import type { Lane } from '../customers/lane.ts'
import type { CaseId, CustomerId, StaffId, SubscriptionId } from '../shared/ids.ts'
import { daysBetween, type Day, type Instant } from '../shared/time.ts'
import type { IdentityOnCard } from '../suspension/suspension-request.ts'
import type { LastDayGround } from './last-day.ts'

/** How many days before the last one people are told anew: with a card, and from the second on administrators as well. */
export type Notch = 7 | 3 | 1

/** A subscription on hold that is about to be lost. */
export interface CountedSubscription {
  readonly id: SubscriptionId
  readonly name: string
  /** The last day on which it can be brought back. */
  readonly day: Day
  readonly ground: LastDayGround
  /** The day is over, or the operator has let it go before. */
  readonly passed: boolean
}

interface Counting {
  readonly id: CaseId
  readonly customer: CustomerId
  readonly lane: Lane
  readonly identity: IdentityOnCard
  readonly openedAt: Instant
  readonly subscriptions: readonly CountedSubscription[]
  /** The day on which it was counted last. */
  readonly countedOn: Day
  readonly notch: Notch
  /** Who wants it back: it waits until that has happened. */
  readonly wanted: { readonly by: StaffId; readonly at: Instant } | null
}

export type OpenCountdown = Counting & { readonly status: 'pending' }
export type LetGo = Counting & {
  readonly status: 'let-go'
  readonly signedBy: StaffId
  readonly because: string
  readonly endedAt: Instant
}
/** The last day is over and nobody let it go. */
export type PassedCountdown = Counting & { readonly status: 'passed'; readonly endedAt: Instant }
/** Nothing of it is about to be lost any more. */
export type OverCountdown = Counting & { readonly status: 'over'; readonly endedAt: Instant }

/** What a customer is about to lose for good: one case for a customer, until somebody signs or it is no longer so. */
export type Countdown = OpenCountdown | LetGo | PassedCountdown | OverCountdown

/** How many days are left for the first that is lost, by the day it was counted on; null where all have passed. */
export function daysLeft({ subscriptions, countedOn }: Pick<Counting, 'subscriptions' | 'countedOn'>): number | null {
  const left = subscriptions.filter(({ passed }) => !passed).map(({ day }) => daysBetween(countedOn, day))
  return left.length === 0 ? null : Math.min(...left)
}

/** Which notch a number of days has come to. */
export function notchOf(days: number): Notch {
  return days <= 1 ? 1 : days <= 3 ? 3 : 7
}
