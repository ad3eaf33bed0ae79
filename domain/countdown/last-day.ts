import type { CommercialModel } from '../ports/operator-lane.ts'
import { addDays, dayAt, instantOf, msOf, type Day, type Instant, type TimeZone } from '../shared/time.ts'

/** Why a suspended subscription ends on that day. */
export type LastDayGround = 'term-end' | 'legacy-ninety-days' | '21vianet-sixty-days'

/** The last day on which a suspended subscription can be brought back; or why nobody can say. */
export type LastDay =
  | { readonly day: Day; readonly ground: LastDayGround }
  /** `model`: no operator publishes a number for it. The other two: what it is counted from is not known. */
  | { readonly day: null; readonly why: 'model' | 'term-end' | 'suspended-on' }

/** Until when something on hold can be brought back, to be said beside its hold. `gone`: the operator no longer can. */
export type Until = LastDay | 'unread' | 'gone'

/** facts/partner-center 6.3: 90 days; older pages say up to 120, section 15 says to say 90. */
const legacyDays = 90
/** facts/partner-center 6.3: 60 days, by archived pages; 21Vianet should be asked to confirm. */
const vianetDays = 60

/**
 * Until when a suspension can be undone, by how it was sold (facts/partner-center 6.3, 6.4): new commerce until its term
 * ends; legacy for 90 days and not past the end of its term; 21Vianet for 60 days. For an Azure plan, and for what this
 * desk cannot place, no number is published. `zone` is the partner's.
 */
export function lastDay(
  model: CommercialModel,
  suspendedOn: Day | null,
  commitmentEnd: Instant | null,
  zone: TimeZone,
): LastDay {
  // A term that ends at midnight has no moment of the day that begins then.
  const termEnd = commitmentEnd === null ? null : dayAt(instantOf(msOf(commitmentEnd) - 1), zone)
  switch (model) {
    case 'new-commerce':
      return termEnd === null ? { day: null, why: 'term-end' } : { day: termEnd, ground: 'term-end' }
    case 'legacy': {
      if (suspendedOn === null) return { day: null, why: 'suspended-on' }
      const days = addDays(suspendedOn, legacyDays)
      if (termEnd === null || termEnd >= days) return { day: days, ground: 'legacy-ninety-days' }
      return { day: termEnd < suspendedOn ? suspendedOn : termEnd, ground: 'term-end' }
    }
    case '21vianet':
      if (suspendedOn === null) return { day: null, why: 'suspended-on' }
      return { day: addDays(suspendedOn, vianetDays), ground: '21vianet-sixty-days' }
    case 'azure-plan':
    case 'unknown':
      return { day: null, why: 'model' }
  }
}
