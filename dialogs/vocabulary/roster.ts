import type { Address } from '../../domain/cases/placed-card.ts'
import type { ChannelAccount } from '../../domain/staff/staff.ts'

/** How an account stands with the partner: one of its people, somebody invited, or nobody any more. */
export type Membership = 'member' | 'guest' | 'gone'

/** What a chat knows of the people in it: asked anew each time, never remembered. Throws `OutsideFault`. */
export interface Roster {
  /** `seenIn` is where the account spoke, as some chats answer only about the people of a place. */
  membership(account: ChannelAccount, seenIn: Address): Promise<Membership>
  /** Whether anybody from outside the partner, invited or not, reads in a place. */
  hasOutsiders(place: Address): Promise<boolean>
}

export type Rosters = Readonly<Partial<Record<ChannelAccount['channel'], Roster>>>
