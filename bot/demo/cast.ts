import type { Demo } from '../../dialogs/talk.ts'
import type { Speaker } from '../../dialogs/vocabulary/heard.ts'
import type { PlacesOf } from '../../domain/cases/audience.ts'
import type { Desk } from '../../domain/desk.ts'
import type { DeskStore } from '../../domain/ports/desk-store.ts'
import type { PlaceId, StaffId } from '../../domain/shared/ids.ts'
import type { Instant } from '../../domain/shared/time.ts'
import type { Role } from '../../domain/staff/powers.ts'
import { accountKey, type Staff } from '../../domain/staff/staff.ts'

/** Whoever writes is Mei until they say otherwise. Lin is there so that two approvers, or two administrators, can be. */
const people: readonly (readonly [id: StaffId, name: string, roles: readonly Role[]])[] = [
  ['mei', 'Mei', ['collector', 'support']],
  ['wang', 'Wang', ['approver']],
  ['ines', 'Ines', ['fraud-lead', 'administrator']],
  ['lin', 'Lin', ['approver', 'administrator']],
]

/** Who plays whom, and where they sit. */
export interface Stage {
  /** Where those sit who play somebody; a part that nobody plays is told to whoever spoke last. */
  readonly placesOf: PlacesOf
  enter(speaker: Speaker): void
  partOf(speaker: Speaker): StaffId
  /** The part that is played in a chat of somebody's own; null where nobody was heard. */
  partIn(place: PlaceId): StaffId | null
  give(speaker: Speaker, part: StaffId): void
}

/** In memory: after a restart everybody is Mei again. `onEntered`: somebody came into a chat of their own. */
export function createStage(onEntered: () => void = () => undefined): Stage {
  const parts = new Map<string, StaffId>()
  const seats = new Map<string, PlaceId>()
  let last: PlaceId | null = null
  const partOf = (account: string) => parts.get(account) ?? 'mei'
  return {
    placesOf({ id }) {
      const taken = [...seats].filter(([account]) => partOf(account) === id).map(([, place]) => place)
      return taken.length > 0 || last === null ? taken : [last]
    },
    enter({ account, place, personal }) {
      if (!personal) return
      seats.set(accountKey(account), place)
      last = place
      onEntered()
    },
    partOf: ({ account }) => partOf(accountKey(account)),
    partIn(place) {
      const seat = [...seats].find(([, taken]) => taken === place)
      return seat ? partOf(seat[0]) : null
    },
    give: ({ account }, part) => void parts.set(accountKey(account), part),
  }
}

/** Hires everybody who is not there yet. */
export async function seatCast(store: DeskStore, at: Instant): Promise<void> {
  for (const [id, name, roles] of people) {
    if (await store.get('staff', id)) continue
    const accounts = [{ channel: 'teams', tenant: 'demo', user: id } as const]
    await store.commit({
      save: [{ kind: 'staff', id, value: { id, name, roles, accounts, language: null }, basedOn: null }],
      audit: [{ at, by: 'desk', what: 'demo.seated', about: id }],
    })
  }
}

/** Whoever is at a keyboard can play everybody; demo mode only. */
export interface Cast extends Demo {
  identify(speaker: Speaker): Promise<Staff | null>
}

export function createCast({ staff }: Pick<Desk, 'staff'>, stage: Stage): Cast {
  return {
    identify: (speaker) => {
      stage.enter(speaker)
      return staff.byId(stage.partOf(speaker))
    },
    async become(speaker, role) {
      const able = people.filter(([, , roles]) => (roles as readonly string[]).includes(role)).map(([id]) => id)
      // Asked twice, it is the next one who can: two different approvers are played one after the other.
      const next = able[(able.indexOf(stage.partOf(speaker)) + 1) % able.length]
      if (next === undefined) return null
      stage.give(speaker, next)
      return staff.byId(next)
    },
    async speak(tag) {
      for (const [id] of people) {
        const one = await staff.byId(id)
        if (one) await staff.speak(one, tag)
      }
    },
    playedIn: (place) => stage.partIn(place),
  }
}
