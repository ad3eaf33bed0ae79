import type { Address } from '../../domain/cases/placed-card.ts'
import type { Desk } from '../../domain/desk.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import { accountKey } from '../../domain/staff/staff.ts'
import type { Rosters } from '../vocabulary/roster.ts'

/**
 * Says whether a card that stands in a place must stand there no more: people from outside read there now, or it is the
 * own chat of an account that is nobody's any more. Where a chat cannot be asked, what was known of the place counts.
 */
export function closedPlaces(
  { staff }: Pick<Desk, 'staff'>,
  rosters: Rosters,
  hasOutsiders: (place: Address) => Promise<boolean>,
): (place: Address) => Promise<boolean> {
  return async (place) => {
    // The demo asks nobody who they are.
    if (!rosters[place.channel]) return false
    if (place.kind === 'personal')
      return !(await staff.all()).some(({ accounts }) => accounts.some((own) => accountKey(own) === place.place))
    if (place.outsiders) return true
    return hasOutsiders(place).catch((fault: unknown) => {
      if (fault instanceof OutsideFault) return false
      throw fault
    })
  }
}
