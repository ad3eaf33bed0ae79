import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { later, type Instant } from '../shared/time.ts'
import { accountIn, type Chat } from './chats.ts'
import { codeOf } from './link-code.ts'
import { endsOf, type LinkEnd, type LinkOffer, type LinkTries, type TypedLink } from './link-offer.ts'
import { accountKey, type ChannelAccount, type Staff } from './staff.ts'

const minutes = 60_000
const hour = 60 * minutes

/** How long a code works, and how long its question may be answered, in ms. */
export const linkHolds = 10 * minutes
/** How often an account may type something that is no code, in any hour. */
export const mostTries = 5
/** How long a link that ended is still told of, to a chat that is out of reach; in ms. */
export const endedLinkKept = 24 * hour

/** Why no code is shown. */
export type LinkOfferRefusal =
  /** An account of the root chat that is nobody yet: two administrators let it in first. */
  | { readonly code: 'not-let-in' }
  /** An account outside the root chat that is somebody already. */
  | { readonly code: 'tied-already' }

export type CodeRefusal =
  | LinkOfferRefusal
  | { readonly code: 'too-many-tries'; readonly until: Instant }
  /** Not even shaped like one; costs no try. */
  | { readonly code: 'not-a-code' }
  /** Their own, typed where it was shown; costs no try. */
  | { readonly code: 'same-chat' }
  /** Never given, used, void or too old: nobody is told which. */
  | { readonly code: 'no-such-code'; readonly left: number }

export type LinkRefusal =
  | { readonly code: 'gone' }
  | { readonly code: 'not-yours' }
  | { readonly code: 'tied-already' }
  | { readonly code: 'already-decided'; readonly link: TypedLink }

/** Who would show or type a code. */
interface Asking {
  readonly account: ChannelAccount
  /** The person behind the account; null for nobody. */
  readonly holder: Staff | null
  readonly root: Chat
}

/** A known person in the root chat may link, and nobody's account outside it. */
export function mayLink({ account, holder, root }: Asking): LinkOfferRefusal | null {
  if (account.channel === root) return holder === null ? { code: 'not-let-in' } : null
  return holder === null ? null : { code: 'tied-already' }
}

/** Shows a code. */
export function offerLink(
  shownTo: LinkEnd,
  facts: Omit<Asking, 'account'> & { readonly id: string; readonly code: string; readonly now: Instant },
): Outcome<Extract<LinkOffer, { status: 'open' }>, LinkOfferRefusal> {
  const { id, code, now } = facts
  const refusal = mayLink({ ...facts, account: shownTo.account })
  if (refusal) return refused(refusal)
  return granted({ status: 'open', id, code, shownTo, offeredAt: now, until: later(now, linkHolds) })
}

/** A code was typed: the offer it belongs to, with both its ends known. */
export function typeCode(
  typed: string,
  typedBy: LinkEnd,
  facts: Omit<Asking, 'account'> & {
    readonly offers: readonly LinkOffer[]
    readonly tries: LinkTries | null
    readonly now: Instant
  },
): Outcome<Extract<LinkOffer, { status: 'typed' }>, CodeRefusal> {
  const { offers, now } = facts
  const refusal = mayLink({ ...facts, account: typedBy.account })
  if (refusal) return refused(refusal)
  const failed = recent(facts.tries, now)
  const [first] = failed
  if (first !== undefined && failed.length >= mostTries)
    return refused({ code: 'too-many-tries', until: later(first, hour) })
  const code = codeOf(typed)
  if (code === null) return refused({ code: 'not-a-code' })
  const found = offers.find((offer) => offer.status === 'open' && offer.code === code && now < offer.until)
  if (found && accountKey(found.shownTo.account) === accountKey(typedBy.account)) return refused({ code: 'same-chat' })
  if (found?.status !== 'open' || found.shownTo.account.channel === typedBy.account.channel)
    return refused({ code: 'no-such-code', left: mostTries - failed.length - 1 })
  const { id, shownTo, offeredAt } = found
  return granted({
    status: 'typed',
    id,
    shownTo,
    offeredAt,
    typedBy,
    typedAt: now,
    until: later(now, linkHolds),
  })
}

/** The tries of an account with one more that failed. */
export function failedTry(account: ChannelAccount, tries: LinkTries | null, now: Instant): LinkTries {
  return { account, failed: [...recent(tries, now), now], until: later(now, hour) }
}

/** The person known in the root chat says that the other account is theirs: it is. An account they had there goes. */
export function confirmLink(
  link: LinkOffer | null,
  facts: {
    /** Whose press it is. */
    readonly by: ChannelAccount
    /** The person behind that account. */
    readonly holder: Staff | null
    /** The person behind the other account, by now. */
    readonly tiedTo: Staff | null
    readonly root: Chat
    readonly now: Instant
  },
): Outcome<{ readonly link: TypedLink; readonly staff: Staff }, LinkRefusal> {
  const { by, holder, tiedTo, root, now } = facts
  const asked = judged(link, { by, root, now })
  if (!asked.ok) return asked
  if (holder === null) return refused({ code: 'not-yours' })
  if (tiedTo !== null) return refused({ code: 'tied-already' })
  const { account } = endsOf(asked.value, root).new
  const replaced = accountIn(holder, account.channel)
  const others = holder.accounts.filter(({ channel }) => channel !== account.channel)
  return granted({
    link: { ...asked.value, status: 'tied', staff: holder.id, replaced, until: later(now, endedLinkKept) },
    staff: { ...holder, accounts: [...others, account] },
  })
}

/** It was not them; nothing is tied. */
export function denyLink(
  link: LinkOffer | null,
  facts: { readonly by: ChannelAccount; readonly root: Chat; readonly now: Instant },
): Outcome<TypedLink, LinkRefusal> {
  const asked = judged(link, facts)
  return asked.ok ? granted({ ...asked.value, status: 'denied', until: later(facts.now, endedLinkKept) }) : asked
}

/** The question is there, waits, and is theirs: whoever else presses learns nothing of it. */
function judged(
  link: LinkOffer | null,
  { by, root, now }: { readonly by: ChannelAccount; readonly root: Chat; readonly now: Instant },
): Outcome<Extract<LinkOffer, { status: 'typed' }>, LinkRefusal> {
  if (link === null || link.status === 'open') return refused({ code: 'gone' })
  if (accountKey(endsOf(link, root).known.account) !== accountKey(by)) return refused({ code: 'not-yours' })
  if (link.status !== 'typed') return refused({ code: 'already-decided', link })
  return now < link.until ? granted(link) : refused({ code: 'gone' })
}

function recent(tries: LinkTries | null, now: Instant): readonly Instant[] {
  return (tries?.failed ?? []).filter((at) => now < later(at, hour))
}
