import { capabilities, type Lane } from '../customers/lane.ts'
import type { OperatorSubscription } from '../ports/operator-lane.ts'
import { addDays, dayAt, type Day, type TimeZone } from '../shared/time.ts'
import type { WayBack } from './impact.ts'

/** How long legacy subscriptions can be brought back, in days; some pages say up to 120 (facts/partner-center 6.3, 15). */
const legacyDays = 90

/**
 * Until when a subscription that is suspended on a day can be brought back (facts/partner-center 6.3, 6.4, 7 and 15):
 * new commerce until its term ends, legacy 90 days and not past the term's end, 21Vianet 60 days to be confirmed. An
 * Azure plan's time is published nowhere.
 */
export function wayBack(
  { model, commitmentEnd }: Pick<OperatorSubscription, 'model' | 'commitmentEnd'>,
  lane: Lane,
  from: Day,
  zone: TimeZone,
): WayBack {
  const days = capabilities[lane].deletesSuspendedAfterDays
  if (days !== null) return { kind: 'to-confirm', days, until: addDays(from, days) }
  const end = commitmentEnd === null ? null : dayAt(commitmentEnd, zone)
  switch (model) {
    case 'new-commerce':
      return end === null ? { kind: 'unknown' } : { kind: 'term', until: end }
    case 'legacy': {
      const until = addDays(from, legacyDays)
      if (end === null) return { kind: 'days', days: legacyDays, until, bound: 'unknown' }
      return end < until
        ? { kind: 'days', days: legacyDays, until: end, bound: 'term' }
        : { kind: 'days', days: legacyDays, until, bound: 'days' }
    }
    case 'azure-plan':
    case '21vianet':
    case 'unknown':
      return { kind: 'unknown' }
  }
}
