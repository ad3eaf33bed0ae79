import type { Lane } from '../domain/customers/lane.ts'
import type { Desk } from '../domain/desk.ts'
import type { LaneState } from '../domain/lanes/lane-state.ts'
import type { UploadShelf } from '../domain/ports/upload-shelf.ts'
import type { UnderstandLedger } from '../domain/receivables/understanding.ts'
import type { PlaceId, StaffId } from '../domain/shared/ids.ts'
import type { TimeZone } from '../domain/shared/time.ts'
import type { Staff } from '../domain/staff/staff.ts'
import type { FindCustomer } from './understanding/find-customer.ts'
import type { Speaker } from './vocabulary/heard.ts'
import type { Roster, Rosters } from './vocabulary/roster.ts'
import type { Grammar } from './words/catalogue.ts'
import type { Words } from './words/words.ts'

/** Everything one turn of a conversation may use. */
export interface Talk extends CardTalk {
  readonly desk: Desk
  readonly find: FindCustomer
  /** Every language's, the speaker's own first: a card may have been written in another than its reader types. */
  readonly grammars: readonly Grammar[]
  /** Every language the desk speaks, its own first. */
  readonly languages: readonly Words[]
  /** The language of what everybody reads where it is said: chosen for that channel, else the desk's own. */
  readonly readers: Words
  readonly speaker: Speaker
  /** Who asks. */
  readonly by: Staff
  /** What each chat knows of the people in it; nothing in the demo. */
  readonly rosters: Rosters
  /** Of the chat the speaker is in; null where nobody is asked who belongs, as in the demo. */
  readonly roster: Roster | null
  /** Where a file that was sent waits while the person is asked about it. */
  readonly uploads: UploadShelf
  readonly understandLedger: UnderstandLedger
  /** Set in demo mode only: whom one may pretend to be. */
  readonly demo: Demo | null
}

/** A talk with somebody, or with an account tied to nobody (null). */
export type TalkWith<By extends Staff | null> = Omit<Talk, 'by'> & { readonly by: By }

/** The demo's cast: one person at the keyboard plays everybody. */
export interface Demo {
  /** Makes the speaker's account the demo person of a role; null when nobody plays that role. */
  become(speaker: Speaker, role: string): Promise<Staff | null>
  /** Everybody speaks it: whoever plays one and then another has one language. */
  speak(tag: string): Promise<void>
  /** Who is played in a chat of somebody's own; null where nobody was heard. */
  playedIn(place: PlaceId): StaffId | null
}

/** What is needed to put a case on a card, in one reader's language. */
export interface CardTalk {
  readonly words: Words
  /** The name people know somebody by; for cards that name who did what. */
  readonly nameOf: (id: StaffId) => string
  /** Everybody who works here now: to whom something can be handed over. */
  readonly colleagues: readonly Staff[]
  /** The partner's own: days and times are told in it. */
  readonly zone: TimeZone
  /** How each lane stood when the talk began: what waits there is told on top of its cards. */
  readonly stateOf: (lane: Lane) => LaneState
  /** Several people read it: what only the asker needs to see is left out. */
  readonly shared: boolean
}

/** For the card of a case: one that several people read is in their channel's language, whoever asked for it or pressed. */
export function forReaders(talk: Talk): CardTalk {
  return talk.speaker.personal ? talk : { ...talk, words: talk.readers }
}
