import { canonical } from '../audit/audit-entry.ts'
import type { DeskStore } from '../ports/desk-store.ts'
import type { PlaceId } from '../shared/ids.ts'
import type { Clock } from '../shared/time.ts'
import { untilFresh } from '../shared/versioned.ts'
import type { Address } from './placed-card.ts'

/** How each place is reached, as it was when somebody wrote from there last. */
export interface AddressBook {
  /** Null for a place the desk has never been in. */
  address(place: PlaceId): Promise<Address | null>
  /** Keeps how a place is reached; writes only what changed. Answers whether the place is new. */
  meet(address: Address): Promise<boolean>
  /** Nothing arrives there any more, until somebody writes from there. */
  lose(place: PlaceId): Promise<void>
}

export function createAddressBook({ store, now }: { readonly store: DeskStore; readonly now: Clock }): AddressBook {
  return {
    address: async (place) => (await store.get('address', place))?.value ?? null,

    meet: (address) =>
      untilFresh(async () => {
        const found = await store.get('address', address.place)
        if (found && canonical(found.value) === canonical(address)) return false
        await store.commit({
          save: [{ kind: 'address', id: address.place, value: address, basedOn: found?.version ?? null }],
        })
        return found === null
      }),

    lose: (place) =>
      untilFresh(async () => {
        const found = await store.get('address', place)
        if (!found || found.value.dead) return
        await store.commit({
          save: [{ kind: 'address', id: place, value: { ...found.value, dead: true }, basedOn: found.version }],
          audit: [{ at: now(), by: 'desk', what: 'place.lost', about: place }],
        })
      }),
  }
}
