import type { Address } from '../../domain/cases/placed-card.ts'
import type { PlaceId } from '../../domain/shared/ids.ts'
import { msOf, type Clock, type Instant } from '../../domain/shared/time.ts'
import type { Rosters } from '../vocabulary/roster.ts'

const freshForMs = 10 * 60_000

/**
 * Says before a card is posted whether people from outside may read it there. A chat is asked once in ten minutes for
 * each place; one without a roster is not asked. Throws `OutsideFault`, and then nothing is known.
 */
export function outsiderWatch(rosters: Rosters, now: Clock): (place: Address) => Promise<boolean> {
  const known = new Map<PlaceId, { readonly at: Instant; readonly outsiders: boolean }>()

  return async (place) => {
    const roster = rosters[place.channel]
    if (place.kind === 'personal' || !roster) return false
    const last = known.get(place.place)
    if (last && msOf(now()) - msOf(last.at) < freshForMs) return last.outsiders
    const outsiders = await roster.hasOutsiders(place)
    known.set(place.place, { at: now(), outsiders })
    return outsiders
  }
}
