import { capabilities, type Lane } from '../../customers/lane.ts'
import { later, type Instant } from '../../shared/time.ts'
import type { FraudAlert } from '../fraud-alert.ts'
import type { HandedIn } from './handed-in.ts'

/** Days after the first fraudulent usage within which the operator takes a refund ticket (facts/partner-center 8.3). */
export const refundDays = 60

/**
 * Whether the operator's one refund after fraud can still be asked for; where it can, the operator decides at its own
 * discretion.
 */
export type RefundChance =
  /** No Azure is sold there, or the customer is at no operator: nobody offers such a refund. */
  | { readonly code: 'not-offered' }
  /** Once per customer tenant, and it was handed in already. */
  | { readonly code: 'used'; readonly handedIn: HandedIn }
  /** No alert of Azure that anybody still takes, or found, to be fraud. */
  | { readonly code: 'no-fraud-seen' }
  | {
      readonly code: 'open'
      readonly since: Instant
      readonly until: Instant
      /** Whether a person has found any of it to be fraud or misuse. */
      readonly found: boolean
    }
  /** `newest`: when the newest of it was first seen, where that is within the days: worth asking the operator about. */
  | { readonly code: 'too-late'; readonly since: Instant; readonly until: Instant; readonly newest: Instant | null }

/**
 * Judged by what was seen: usage may have begun before anybody saw it, which only the operator's own figures can tell.
 */
export function refundChance(
  alerts: readonly FraudAlert[],
  { lane, handedIn, now }: { readonly lane: Lane | null; readonly handedIn: HandedIn | null; readonly now: Instant },
): RefundChance {
  if (lane === null || capabilities[lane].azurePlans !== 'yes') return { code: 'not-offered' }
  if (handedIn !== null) return { code: 'used', handedIn }
  const counted = alerts.filter(isStillSuspect).sort((one, other) => (one.firstSeenAt < other.firstSeenAt ? -1 : 1))
  const [first] = counted
  const last = counted.at(-1)
  if (!first || !last) return { code: 'no-fraud-seen' }
  const since = first.firstSeenAt
  const until = later(since, refundDays * 86_400_000)
  if (now <= until) return { code: 'open', since, until, found: counted.some(({ status }) => status === 'decided') }
  const inTime = now <= later(last.firstSeenAt, refundDays * 86_400_000)
  return { code: 'too-late', since, until, newest: inTime ? last.firstSeenAt : null }
}

/** Whether an alert may still be about fraudulent use of Azure: no test, no seats, and nobody found it harmless. */
export function isStillSuspect(alert: FraudAlert): boolean {
  if (alert.isTest || alert.subscription?.kind === 'seats') return false
  switch (alert.status) {
    case 'pending':
      return true
    case 'decided':
      return alert.verdict === 'fraud' || alert.verdict === 'misuse'
    case 'resolved-elsewhere':
      return alert.reason !== 'legitimate' && alert.reason !== 'ignore'
  }
}
