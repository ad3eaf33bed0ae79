import type { Address } from '../../domain/cases/placed-card.ts'
import type { PlaceId } from '../../domain/shared/ids.ts'
import { msOf, type Clock, type Instant } from '../../domain/shared/time.ts'
import type { Rosters } from '../vocabulary/roster.ts'

const freshForMs = 10 * 60_000

/**
 * Says before a card is posted whether people from outside may read it there. That they do not is believed for ten
 * minutes; that they do is asked anew, as somebody takes them out. A chat without a roster is not asked. Throws
 * `OutsideFault`, and then nothing is known.
 */
export function outsiderWatch(rosters: Rosters, now: Clock): (place: Address) => Promise<boolean> {
  const among = new Map<PlaceId, Instant>()

  return async (place) => {
    const roster = rosters[place.channel]
    if (place.kind === 'personal' || !roster) return false
    const last = among.get(place.place)
    if (last !== undefined && msOf(now()) - msOf(last) < freshForMs) return false
    if (await roster.hasOutsiders(place)) return true
    among.set(place.place, now())
    return false
  }
}
