import type { LinkEnd, LinkOffer } from '../../../domain/staff/link-offer.ts'
import { accountKey, type ChannelAccount } from '../../../domain/staff/staff.ts'
import { minute } from '../../kit/builders.ts'

export const inTeams: ChannelAccount = { channel: 'teams', tenant: 'partner', user: 'mei' }
export const onSlack: ChannelAccount = { channel: 'slack', tenant: 'T01', user: 'U01' }
export const elseOnSlack: ChannelAccount = { ...onSlack, user: 'U02' }

/** An account in its private chat. */
export function end(account: ChannelAccount): LinkEnd {
  return { account, name: account.user, place: accountKey(account) }
}

/** Shown to Mei in Teams at ten. */
export function anOffer(changes: Partial<Extract<LinkOffer, { status: 'open' }>> = {}) {
  const offer: Extract<LinkOffer, { status: 'open' }> = {
    status: 'open',
    id: 'link-1',
    code: '7KQ2M9FD',
    shownTo: end(inTeams),
    offeredAt: minute(0),
    until: minute(10),
  }
  return { ...offer, ...changes }
}

/** Typed on Slack a minute later. */
export function aTypedLink(changes: Partial<Extract<LinkOffer, { status: 'typed' }>> = {}) {
  const { code: _, ...offered } = anOffer()
  const link: Extract<LinkOffer, { status: 'typed' }> = {
    ...offered,
    status: 'typed',
    typedBy: end(onSlack),
    typedAt: minute(1),
    until: minute(11),
  }
  return { ...link, ...changes }
}
