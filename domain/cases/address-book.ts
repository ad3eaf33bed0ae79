import { canonical } from '../audit/audit-entry.ts'
import type { OutboxEntry } from '../outbox/outbox-entry.ts'
import type { DeskStore } from '../ports/desk-store.ts'
import type { CaseId, PlaceId } from '../shared/ids.ts'
import type { Clock } from '../shared/time.ts'
import { untilFresh } from '../shared/versioned.ts'
import type { Address } from './placed-card.ts'

/** How each place is reached, as it was when somebody wrote from there last. */
export interface AddressBook {
  /** Null for a place the desk has never been in. */
  address(place: PlaceId): Promise<Address | null>
  /** Channels and group chats where the desk is that are called so, with `#` or without. */
  named(name: string): Promise<readonly Address[]>
  /** Keeps how a place is reached; writes only what changed. Answers whether the place is new. */
  meet(address: Address): Promise<boolean>
  /** Nothing arrives there any more, until somebody writes from there; cards that wait there are looked after. */
  lose(place: PlaceId): Promise<void>
  /** The same for every place of which this holds: a team or a workspace the desk was removed from. */
  loseWhere(gone: (address: Address) => boolean): Promise<void>
  /** People from outside read there, as was seen before a card of this case was posted: see `Address.outsiders`. */
  shun(place: PlaceId, about: CaseId | null): Promise<void>
}

interface AddressBookParts {
  readonly store: DeskStore
  readonly now: Clock
  /** What must be promised when a place is lost. */
  readonly atLoss: (place: PlaceId) => Promise<readonly OutboxEntry[]>
}

export function createAddressBook({ store, now, atLoss }: AddressBookParts): AddressBook {
  const lose = (place: PlaceId): Promise<void> =>
    untilFresh(async () => {
      const found = await store.get('address', place)
      if (!found || found.value.dead) return
      await store.commit({
        save: [{ kind: 'address', id: place, value: { ...found.value, dead: true }, basedOn: found.version }],
        audit: [{ at: now(), by: 'desk', what: 'place.lost', about: place }],
        outbox: await atLoss(place),
      })
    })

  return {
    address: async (place) => (await store.get('address', place))?.value ?? null,

    async named(name) {
      const wanted = nameOf(name)
      return (await store.list('address'))
        .map(({ value }) => value)
        .filter((address) => address.kind !== 'personal' && !address.dead && nameOf(address.name) === wanted)
    },

    meet: (address) =>
      untilFresh(async () => {
        const found = await store.get('address', address.place)
        if (found && canonical(found.value) === canonical(address)) return false
        await store.commit({
          save: [{ kind: 'address', id: address.place, value: address, basedOn: found?.version ?? null }],
        })
        return found === null
      }),

    lose,
    async loseWhere(gone) {
      for (const { id, value } of await store.list('address')) if (!value.dead && gone(value)) await lose(id)
    },

    shun: (place, about) =>
      untilFresh(async () => {
        const found = await store.get('address', place)
        if (!found || found.value.outsiders) return
        await store.commit({
          save: [{ kind: 'address', id: place, value: { ...found.value, outsiders: true }, basedOn: found.version }],
          audit: [{ at: now(), by: 'desk', what: 'place.shunned', about: place, details: { case: about } }],
        })
      }),
  }
}

function nameOf(said: string): string {
  return said.trim().replace(/^#/, '').toLowerCase()
}
