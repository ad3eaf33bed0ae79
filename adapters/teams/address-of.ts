import type { Activity } from 'botbuilder-core'
import { z } from 'zod'
import type { Address } from '../../domain/cases/placed-card.ts'
import { placeOf } from './place-of.ts'
import { localeOf } from './speaker-of.ts'
import type { TrustsServiceUrl } from './teams-cloud.ts'
import { tenantsOf } from './wire-activity.ts'

/** What it takes to speak first in Teams. */
export const teamsReference = z.object({
  serviceUrl: z.string(),
  channelId: z.literal('msteams'),
  tenantId: z.string(),
  bot: z.string(),
  /** Without a thread. */
  conversation: z.string(),
  /** Of a channel, where Teams said it: whoever is removed from the team is removed from the channel. */
  team: z.string().exactOptional(),
})

export type TeamsReference = z.infer<typeof teamsReference>

/**
 * How to answer later where an activity came from; null when its service URL is none we trust or it names no tenant.
 * Taken from every contact, as service URLs move.
 */
export function addressOf(activity: Activity, trusts: TrustsServiceUrl): Address | null {
  const [tenant] = tenantsOf(activity)
  const { serviceUrl, recipient } = activity as Partial<Activity>
  if (tenant === undefined || serviceUrl === undefined || recipient === undefined || !trusts(serviceUrl)) return null
  const { place, kind, conversation } = placeOf(activity, tenant)
  const team = (activity.channelData as { team?: { id?: string } } | undefined)?.team?.id
  const reference: TeamsReference = {
    serviceUrl,
    channelId: 'msteams',
    tenantId: tenant,
    bot: recipient.id,
    conversation,
    ...(kind === 'channel' && team !== undefined && { team }),
  }
  const name = nameOf(activity, kind) || conversation
  const locale = kind === 'personal' ? localeOf(activity) : null
  return { place, channel: 'teams', kind, name, locale, reference, dead: false }
}

/** Empty when nothing is said. A channel says its name only now and then, and the general one never. */
function nameOf({ from, conversation, channelData }: Activity, kind: Address['kind']): string {
  if (kind === 'personal') return from.name
  const { team, channel } = (channelData ?? {}) as Record<'team' | 'channel', { name?: string } | undefined>
  const names = kind === 'channel' ? [team?.name, channel?.name] : [conversation.name]
  return names.filter((name) => name != null && name !== '').join(' / ')
}
