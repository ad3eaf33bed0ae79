import type { SubscriptionId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { addDays, type Day, type Instant } from '../shared/time.ts'
import { mayApprove, mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import {
  daysLeft,
  notchOf,
  type Countdown,
  type CountedSubscription,
  type LetGo,
  type OpenCountdown,
  type OverCountdown,
  type PassedCountdown,
} from './countdown.ts'
import type { LastDay } from './last-day.ts'

export type CountdownRefusal =
  | { readonly code: 'already-decided'; readonly countdown: Countdown }
  | { readonly code: 'may-not-let-go' }
  | { readonly code: 'may-not-want-back' }
  | { readonly code: 'words-needed' }

/** A card is made so many days before the last one. */
const cardDays = 7

/** A subscription on hold as it stands today. */
export interface HeldToday {
  readonly id: SubscriptionId
  readonly name: string
  /** `unread`: the operator was not asked yet. */
  readonly last: LastDay | 'unread'
  /** The operator no longer has it in a state that can be brought back. */
  readonly gone: boolean
}

/** An approver says, with a reason, that what is about to be lost may be. */
export function letGo(
  countdown: Countdown,
  { by, because, now }: { readonly by: Staff; readonly because: string; readonly now: Instant },
): Outcome<LetGo, CountdownRefusal> {
  if (countdown.status !== 'pending') return refused({ code: 'already-decided', countdown })
  if (!mayApprove(by.roles, 'let go')) return refused({ code: 'may-not-let-go' })
  if (because.trim() === '') return refused({ code: 'words-needed' })
  return granted({ ...countdown, status: 'let-go', signedBy: by.id, because: because.trim(), endedAt: now })
}

/** Somebody wants it back: on record, and open until it is back. Bringing it back goes its own road. */
export function wantBack(
  countdown: Countdown,
  { by, now }: { readonly by: Staff; readonly now: Instant },
): Outcome<OpenCountdown, CountdownRefusal> {
  if (countdown.status !== 'pending') return refused({ code: 'already-decided', countdown })
  if (!mayAsk(by.roles, 'want back')) return refused({ code: 'may-not-want-back' })
  return granted({ ...countdown, wanted: { by: by.id, at: now } })
}

/** Whether it is for a card today: within seven days, or past. What was let go, or told as passed, for that day is not. */
export function isDue({ id, last, gone }: HeldToday, today: Day, earlier: readonly Countdown[]): boolean {
  if (last === 'unread' || last.day === null || gone || last.day > addDays(today, cardDays)) return false
  const { day } = last
  return !earlier.some(
    ({ status, subscriptions }) =>
      (status === 'let-go' || status === 'passed') && subscriptions.some((one) => one.id === id && one.day === day),
  )
}

/**
 * The open case as it stands today: what is due joins it, what is back or has more time leaves it, what is over is
 * passed. Null: nothing changed. The day itself is a change, so that the card says how many are left.
 */
export function countedToday(
  countdown: OpenCountdown,
  held: readonly HeldToday[],
  { today, now, earlier }: { readonly today: Day; readonly now: Instant; readonly earlier: readonly Countdown[] },
): OpenCountdown | PassedCountdown | OverCountdown | null {
  const kept = countdown.subscriptions.flatMap((one): readonly CountedSubscription[] => {
    if (one.passed) return [one]
    const found = held.find(({ id }) => id === one.id)
    if (!found) return []
    if (found.gone) return [{ ...one, passed: true }]
    if (found.last === 'unread' || found.last.day === null) return [{ ...one, passed: one.day < today }]
    const { day, ground } = found.last
    return day > addDays(today, cardDays) ? [] : [{ ...one, day, ground, passed: day < today }]
  })
  const joining = held
    .filter((one) => isDue(one, today, earlier) && !kept.some(({ id }) => id === one.id))
    .flatMap((one) => counted(one, today))
  const subscriptions = [...kept, ...joining]
  const days = daysLeft({ subscriptions, countedOn: today })
  if (days === null) {
    const passed = subscriptions.length > 0
    return passed
      ? { ...countdown, subscriptions, countedOn: today, status: 'passed', endedAt: now }
      : { ...countdown, countedOn: today, status: 'over', endedAt: now }
  }
  const next = { ...countdown, subscriptions, countedOn: today, notch: notchOf(days) }
  return JSON.stringify(next) === JSON.stringify(countdown) ? null : next
}

/** What a card says of one subscription; nothing where no day is known. */
export function counted({ id, name, last }: HeldToday, today: Day): readonly CountedSubscription[] {
  if (last === 'unread' || last.day === null) return []
  return [{ id, name, day: last.day, ground: last.ground, passed: last.day < today }]
}
