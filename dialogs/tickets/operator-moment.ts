import { capabilities, type Lane } from '../../domain/customers/lane.ts'
import { msOf, type Instant, type TimeZone } from '../../domain/shared/time.ts'
import type { OperatorWords } from './operator-words/operator-words.ts'

/**
 * Where the times of a ticket are told besides UTC: Beijing for 21Vianet; Microsoft names none, so where the partner
 * is.
 */
export function zoneOf(lane: Lane, partner: TimeZone): TimeZone {
  return capabilities[lane].operator === '21vianet' ? 'Asia/Shanghai' : partner
}

/** `2025-03-31 02:00 UTC (2025-03-31 10:00)`; only once where both are the same. */
export function operatorMoment(at: Instant, zone: TimeZone): string {
  const [utc, there] = [written(at, 'UTC'), written(at, zone)]
  return utc === there ? `${utc} UTC` : `${utc} UTC (${there})`
}

/** A moment in a sentence, where the second time has to say what it is. */
export function namedMoment(at: Instant, zone: TimeZone, words: OperatorWords): string {
  const [utc, there] = [written(at, 'UTC'), written(at, zone)]
  return utc === there ? `${utc} UTC` : `${utc} UTC (${there} ${zoneName(zone, words)})`
}

export function zoneName(zone: TimeZone, words: OperatorWords): string {
  return zone === 'Asia/Shanghai' ? words.zoneOfChina : zone
}

/** Swedes write dates as the standard does. */
function written(at: Instant, timeZone: TimeZone): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).format(msOf(at))
}
