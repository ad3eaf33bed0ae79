import type { PlaceId, StaffId } from '../shared/ids.ts'
import type { Instant } from '../shared/time.ts'
import type { Chat } from './chats.ts'
import type { ChannelAccount } from './staff.ts'

/** One of the two accounts that a link would make one person. */
export interface LinkEnd {
  readonly account: ChannelAccount
  /** What its chat calls whoever is behind it; proves nothing. */
  readonly name: string
  /** The private chat in which it spoke. */
  readonly place: PlaceId
}

interface Offered {
  readonly id: string
  /** Where the code was shown. */
  readonly shownTo: LinkEnd
  readonly offeredAt: Instant
  /** The code dies then; later, the question whether it was them; an ended link is forgotten then. */
  readonly until: Instant
}

interface Typed extends Offered {
  /** Where the code was typed; it works no more. */
  readonly typedBy: LinkEnd
  readonly typedAt: Instant
}

/** A code shown in one chat, typed in the other, and confirmed by the person known in the root chat. */
export type LinkOffer =
  | (Offered & { readonly status: 'open'; readonly code: string })
  | (Typed & { readonly status: 'typed' })
  | (Typed & { readonly status: 'tied'; readonly staff: StaffId; readonly replaced: ChannelAccount | null })
  | (Typed & { readonly status: 'denied' })

/** A link whose both ends are known. */
export type TypedLink = Exclude<LinkOffer, { readonly status: 'open' }>

/** The end that is somebody already, and the end that would become them. */
export function endsOf(
  { shownTo, typedBy }: TypedLink,
  root: Chat,
): { readonly known: LinkEnd; readonly new: LinkEnd } {
  return shownTo.account.channel === root ? { known: shownTo, new: typedBy } : { known: typedBy, new: shownTo }
}

/** How an account has done with codes lately. Whatever ties the account writes it too, so that nothing ties it twice. */
export interface LinkTries {
  readonly account: ChannelAccount
  /** When it typed codes that were none. */
  readonly failed: readonly Instant[]
  /** Forgotten then. */
  readonly until: Instant
}
