import { order } from '../outbox/orders.ts'
import type { Kind, Removal, Stored } from '../ports/desk-store.ts'
import type { StaffId } from '../shared/ids.ts'
import { granted, refused, type Outcome } from '../shared/outcome.ts'
import { untilFresh } from '../shared/versioned.ts'
import { createLinkAnswers, type AnswerParts, type LinkAnswers } from './answer-link.ts'
import { failedTry, offerLink, typeCode, type CodeRefusal, type LinkOfferRefusal } from './decide-link.ts'
import { codeOf, type NewCode } from './link-code.ts'
import { endsOf, type LinkEnd, type LinkOffer, type TypedLink } from './link-offer.ts'
import { accountKey, type ChannelAccount, type Staff } from './staff.ts'
import { untieAccount, type UntieRefusal } from './untie-account.ts'

/** How an account of another chat becomes somebody: a code shown in one chat, typed in the other, and a yes. */
export interface LinkDesk extends LinkAnswers {
  /** Shows a code; one shown to the account before works no more. */
  offer(to: LinkEnd): Promise<Outcome<Extract<LinkOffer, { status: 'open' }>, LinkOfferRefusal>>
  /** Takes a typed code; the person known in the root chat is asked there whether it was them. */
  type(typed: string, by: LinkEnd): Promise<Outcome<TypedLink, CodeRefusal>>
  /** A code was typed where others read it: it works no more. */
  expose(typed: string): Promise<void>
  /** An account that was linked is nobody's again; gives back which. */
  untie(of: StaffId, by: Staff): Promise<Outcome<ChannelAccount, UntieRefusal>>
  /** As it stands; null when there is none, nobody typed its code, or its time is over. */
  read(id: string): Promise<TypedLink | null>
  /** Forgets what is over. */
  tidy(): Promise<void>
}

interface LinkParts extends AnswerParts {
  readonly newCode: NewCode
}

export function createLinkDesk(parts: LinkParts): LinkDesk {
  const { store, now, newId, newCode, staff } = parts
  const { root } = parts.chats
  const waitingShownTo = async (account: ChannelAccount) =>
    (await store.list('link-offer')).filter(
      ({ value: { status, shownTo } }) =>
        (status === 'open' || status === 'typed') && accountKey(shownTo.account) === accountKey(account),
    )

  return {
    ...createLinkAnswers(parts),

    offer: (to) =>
      untilFresh(async () => {
        const at = now()
        const key = accountKey(to.account)
        const holder = await staff.whoIs(to.account)
        const outcome = offerLink(to, { holder, root, id: newId(), code: newCode(), now: at })
        if (!outcome.ok) return outcome
        const offer = outcome.value
        await store.commit({
          save: [{ kind: 'link-offer', id: offer.id, value: offer, basedOn: null }],
          remove: (await waitingShownTo(to.account)).map(removalOf('link-offer')),
          audit: [{ at, by: holder?.id ?? key, what: 'link.offered', about: key }],
          outbox: [order(newId, { kind: 'tidy-links' }, offer.until)],
        })
        return outcome
      }),

    type: (typed, by) =>
      untilFresh(async () => {
        const at = now()
        const key = accountKey(by.account)
        const tries = await store.get('link-tries', key)
        const offers = await store.list('link-offer')
        const holder = await staff.whoIs(by.account)
        const who = holder?.id ?? key
        const outcome = typeCode(typed, by, {
          offers: offers.map(({ value }) => value),
          tries: tries?.value ?? null,
          holder,
          root,
          now: at,
        })
        if (!outcome.ok) {
          if (outcome.refusal.code !== 'no-such-code') return outcome
          const value = failedTry(by.account, tries?.value ?? null, at)
          await store.commit({
            save: [{ kind: 'link-tries', id: key, value, basedOn: tries?.version ?? null }],
            audit: [{ at, by: who, what: 'link.mistyped', about: key }],
            outbox: [order(newId, { kind: 'tidy-links' }, value.until)],
          })
          return outcome
        }
        const link = outcome.value
        const { known } = endsOf(link, root)
        const details = { shownTo: accountKey(link.shownTo.account) }
        await store.commit({
          save: [
            {
              kind: 'link-offer',
              id: link.id,
              value: link,
              basedOn: offers.find(({ id }) => id === link.id)?.version ?? null,
            },
          ],
          audit: [{ at, by: who, what: 'link.typed', about: key, details }],
          outbox: [
            // Where the code is typed in the root chat, the question is the answer.
            ...(known === link.shownTo
              ? [order(newId, { kind: 'post-link', link: link.id, place: known.place }, at)]
              : []),
            order(newId, { kind: 'tidy-links' }, link.until),
          ],
        })
        return outcome
      }),

    expose: (typed) =>
      untilFresh(async () => {
        const code = codeOf(typed)
        const offers = await store.list('link-offer')
        const found = offers.filter(({ value }) => value.status === 'open' && value.code === code)
        if (found.length === 0) return
        const at = now()
        await store.commit({
          remove: found.map(removalOf('link-offer')),
          audit: found.map(({ value: { shownTo } }) => {
            return { at, by: 'desk', what: 'link.exposed', about: accountKey(shownTo.account) }
          }),
        })
      }),

    untie: (of, by) =>
      untilFresh(async () => {
        const found = await store.get('staff', of)
        const outcome = found ? untieAccount(found.value, { by, chats: parts.chats }) : null
        if (!outcome) return refused({ code: 'nothing-linked' })
        if (!outcome.ok) return outcome
        const { staff: next, account } = outcome.value
        await store.commit({
          save: [{ kind: 'staff', id: of, value: next, basedOn: found?.version ?? null }],
          audit: [
            { at: now(), by: by.id, what: 'account.untied', about: of, details: { account: accountKey(account) } },
          ],
        })
        return granted(account)
      }),

    async read(id) {
      const found = (await store.get('link-offer', id))?.value
      return found === undefined || found.status === 'open' || now() >= found.until ? null : found
    },

    tidy: () =>
      untilFresh(async () => {
        const at = now()
        const isOver = ({ value }: Stored<{ readonly until: string }>) => value.until <= at
        const offers = (await store.list('link-offer')).filter(isOver)
        const tries = (await store.list('link-tries')).filter(isOver)
        const remove = [...offers.map(removalOf('link-offer')), ...tries.map(removalOf('link-tries'))]
        if (remove.length > 0) await store.commit({ remove })
      }),
  }
}

function removalOf(kind: Kind): (found: Stored<unknown>) => Removal {
  return ({ id, version }) => ({ kind, id, basedOn: version })
}
