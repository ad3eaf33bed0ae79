import { brakedUntil, startOfWork } from '../policy/friday-brake.ts'
import type { CollectionsPolicy } from '../policy/collections-policy.ts'
import type { IsHoliday } from '../ports/holiday-calendar.ts'
import type { Instant } from '../shared/time.ts'
import type { Start, SuspensionRequest } from './suspension-request.ts'

/**
 * When a request that has its yeses begins: on the day it was asked for, and not within the Friday brake unless two
 * people said yes. Null: at once. Suspicion knows no brake.
 */
export function beginAt(
  { notBefore, reason }: SuspensionRequest,
  yeses: number,
  now: Instant,
  policy: CollectionsPolicy,
  isHoliday: IsHoliday,
): Start | null {
  const wanted = notBefore === undefined ? now : startOfWork(notBefore, policy)
  const at = wanted > now ? wanted : now
  const braked = reason === 'non-payment' && yeses < 2 ? brakedUntil(at, policy, isHoliday) : null
  if (braked !== null) return { at: braked, why: 'friday-brake' }
  return at > now ? { at, why: 'asked-for' } : null
}
