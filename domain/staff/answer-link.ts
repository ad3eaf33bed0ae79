import type { AuditDraft } from '../audit/audit-entry.ts'
import type { DeciderParts } from '../cases/decide-case.ts'
import { order } from '../outbox/orders.ts'
import type { Save } from '../ports/desk-store.ts'
import { granted, type Outcome } from '../shared/outcome.ts'
import { later, type Instant } from '../shared/time.ts'
import { untilFresh } from '../shared/versioned.ts'
import type { Chats } from './chats.ts'
import { confirmLink, denyLink, linkHolds, type LinkRefusal } from './decide-link.ts'
import { endsOf, type TypedLink } from './link-offer.ts'
import type { StaffDesk } from './staff-desk.ts'
import { accountKey, type ChannelAccount } from './staff.ts'

/** The one question of a link, asked of the person known in the root chat: was it you? */
export interface LinkAnswers {
  /** The yes that ties: from then on the other account is that person. */
  confirm(id: string, by: ChannelAccount): Promise<Outcome<TypedLink, LinkRefusal>>
  deny(id: string, by: ChannelAccount): Promise<Outcome<TypedLink, LinkRefusal>>
}

export interface AnswerParts extends DeciderParts {
  readonly chats: Chats
  readonly staff: Pick<StaffDesk, 'whoIs' | 'strays'>
}

export function createLinkAnswers({ store, now, newId, chats: { root }, staff }: AnswerParts): LinkAnswers {
  /** The other end is told; the one that answered saw it. */
  const end = (link: TypedLink, basedOn: number | null, at: Instant, audit: AuditDraft, also: readonly Save[] = []) =>
    store.commit({
      save: [{ kind: 'link-offer', id: link.id, value: link, basedOn }, ...also],
      audit: [audit],
      outbox: [
        order(newId, { kind: 'post-link', link: link.id, place: endsOf(link, root).new.place }, at),
        order(newId, { kind: 'tidy-links' }, link.until),
      ],
    })

  /** Whoever held the account while its chat was the root keeps their name in what they did, and not the account. */
  const withoutStrays = async (account: ChannelAccount): Promise<readonly Save[]> => {
    const key = accountKey(account)
    return (await staff.strays(account)).map(({ id, value, version }) => {
      const accounts = value.accounts.filter((own) => accountKey(own) !== key)
      return { kind: 'staff', id, value: { ...value, accounts }, basedOn: version }
    })
  }

  return {
    confirm: (id, by) =>
      untilFresh(async () => {
        const found = await store.get('link-offer', id)
        const link = found?.value ?? null
        const account = link === null || link.status === 'open' ? null : endsOf(link, root).new.account
        const key = account === null ? '' : accountKey(account)
        // Read before it is looked at who holds the account: two people who say at the same moment that it is theirs meet.
        const tries = await store.get('link-tries', key)
        const holder = await staff.whoIs(by)
        const seat = holder && (await store.get('staff', holder.id))
        const tiedTo = account && (await staff.whoIs(account))
        const at = now()
        const outcome = confirmLink(link, { by, holder: seat?.value ?? null, tiedTo, root, now: at })
        if (!outcome.ok || account === null) return outcome.ok ? granted(outcome.value.link) : outcome
        const { link: tied, staff: next } = outcome.value
        const replaced = tied.status === 'tied' && tied.replaced ? { replaced: accountKey(tied.replaced) } : {}
        const audit = { at, by: next.id, what: 'account.tied', about: next.id, details: { account: key, ...replaced } }
        await end(tied, found?.version ?? null, at, audit, [
          { kind: 'staff', id: next.id, value: next, basedOn: seat?.version ?? null },
          {
            kind: 'link-tries',
            id: key,
            value: { account, failed: [], until: later(at, linkHolds) },
            basedOn: tries?.version ?? null,
          },
          ...(await withoutStrays(account)),
        ])
        return granted(tied)
      }),

    deny: (id, by) =>
      untilFresh(async () => {
        const found = await store.get('link-offer', id)
        const holder = await staff.whoIs(by)
        const at = now()
        const outcome = denyLink(found?.value ?? null, { by, root, now: at })
        if (!outcome.ok) return outcome
        const link = outcome.value
        const details = { account: accountKey(endsOf(link, root).new.account) }
        const who = holder?.id ?? accountKey(by)
        await end(link, found?.version ?? null, at, { at, by: who, what: 'link.denied', about: who, details })
        return outcome
      }),
  }
}
