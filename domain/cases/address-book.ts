import { canonical } from '../audit/audit-entry.ts'
import type { OutboxEntry } from '../outbox/outbox-entry.ts'
import type { DeskStore } from '../ports/desk-store.ts'
import type { CaseId, PlaceId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import type { Clock } from '../shared/time.ts'
import { unlessStale, untilFresh, type VersionRefusal } from '../shared/versioned.ts'
import { mayAsk } from '../staff/powers.ts'
import type { Staff } from '../staff/staff.ts'
import type { Address } from './placed-card.ts'

/** How each place is reached, as it was when somebody wrote from there last. */
export interface AddressBook {
  /** Null for a place the desk has never been in. */
  address(place: PlaceId): Promise<Address | null>
  /** Channels and group chats where the desk is that are called so, with `#` or without. */
  named(name: string): Promise<readonly Address[]>
  /** Keeps how a place is reached; writes only what changed. Answers whether the place is new. */
  meet(address: Address): Promise<boolean>
  /** From now on everybody reads there in this language (BCP 47); what each person is answered stays in their own. */
  speakIn(place: PlaceId, language: string, by: Staff): Promise<Outcome<Address, PlaceRefusal | VersionRefusal>>
  /** Nothing arrives there any more, until somebody writes from there; cards that wait there are looked after. */
  lose(place: PlaceId): Promise<void>
  /** The same for every place of which this holds: a team or a workspace the desk was removed from. */
  loseWhere(gone: (address: Address) => boolean): Promise<void>
  /** People from outside read there, as was seen before a card of this case was posted: see `Address.outsiders`. */
  shun(place: PlaceId, about: CaseId | null): Promise<void>
}

/** Why no language is chosen for a place. */
type PlaceRefusal =
  | { readonly code: 'not-allowed' }
  /** A one-to-one chat is in the language of the one who reads it. */
  | { readonly code: 'not-a-channel' }

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
        // What people chose for a place is nothing a chat says.
        const language = found?.value.language
        const met = language === undefined ? address : { ...address, language }
        if (found && canonical(found.value) === canonical(met)) return false
        await store.commit({
          save: [{ kind: 'address', id: address.place, value: met, basedOn: found?.version ?? null }],
        })
        return found === null
      }),

    async speakIn(place, language, by) {
      if (!mayAsk(by.roles, 'set route')) return refused({ code: 'not-allowed' })
      const found = await store.get('address', place)
      if (!found || found.value.kind === 'personal') return refused({ code: 'not-a-channel' })
      if (found.value.language === language) return granted(found.value)
      const value: Address = { ...found.value, language }
      return unlessStale(async () => {
        await store.commit({
          save: [{ kind: 'address', id: place, value, basedOn: found.version }],
          audit: [{ at: now(), by: by.id, what: 'place.language-chosen', about: place, details: { language } }],
        })
        return granted(value)
      })
    },

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
