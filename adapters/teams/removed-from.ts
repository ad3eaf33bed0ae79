import type { Activity } from 'botbuilder-core'
import type { Address } from '../../domain/cases/placed-card.ts'
import { teamsReference } from './address-of.ts'
import { placeOf } from './place-of.ts'
import { tenantsOf } from './wire-activity.ts'

interface TeamsData {
  readonly eventType?: string
  readonly team?: { readonly id?: string }
  readonly channel?: { readonly id?: string }
}

/**
 * Which places an activity says the desk is no longer in: a chat, a channel that was deleted, or every channel of a
 * team. Null when it says nothing of the kind. Upgrading the app (`remove-upgrade`) is no removal.
 */
export function removedFrom(activity: Activity): ((address: Address) => boolean) | null {
  const [tenant] = tenantsOf(activity)
  if (tenant === undefined) return null
  const { eventType, team, channel } = (activity.channelData ?? {}) as TeamsData
  if (activity.type === 'conversationUpdate' && eventType === 'channelDeleted')
    return within(tenant, ({ conversation }) => conversation === channel?.id)
  if (!isRemoval(activity, eventType)) return null
  const { place, conversation, kind } = placeOf(activity, tenant)
  // The general channel has the team's own id.
  const ids = [conversation, team?.id]
  return kind === 'channel'
    ? within(tenant, (at) => ids.includes(at.conversation) || ids.includes(at.team))
    : (address) => address.place === place
}

function isRemoval({ type, action, membersRemoved, recipient }: Activity, eventType?: string): boolean {
  if (type === 'installationUpdate') return action === 'remove'
  if (type !== 'conversationUpdate') return false
  return eventType === 'teamDeleted' || (membersRemoved ?? []).some(({ id }) => id === recipient.id)
}

function within(
  tenant: string,
  gone: (at: { readonly conversation: string; readonly team?: string | undefined }) => boolean,
): (address: Address) => boolean {
  return ({ channel, kind, reference }) => {
    const { data } = channel === 'teams' && kind === 'channel' ? teamsReference.safeParse(reference) : { data: null }
    return data?.tenantId === tenant && gone(data)
  }
}
