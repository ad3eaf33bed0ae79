import { z } from 'zod'
import { msOf, type Clock } from '../../domain/shared/time.ts'
import type { SlackApi } from './slack-api.ts'

export interface ChannelFacts {
  readonly name: string
  /** Somebody from another company reads along, or is invited to. */
  readonly outsiders: boolean
  /** The desk is in it; Slack tells of public channels that it is not in, too. */
  readonly member: boolean
}

/** What Slack says of channels. Throws `OutsideFault`; kind `refused` where the desk is not in the channel. */
export interface Channels {
  /** As of the last minutes. */
  facts(channel: string): Promise<ChannelFacts>
  factsNow(channel: string): Promise<ChannelFacts>
}

const answered = z.object({
  channel: z.object({
    name: z.string().optional(),
    is_member: z.boolean().optional(),
    is_ext_shared: z.boolean().optional(),
    is_pending_ext_shared: z.boolean().optional(),
    pending_shared: z.array(z.string()).optional(),
  }),
})

const freshMs = 10 * 60_000
const mostKept = 1_000

export function slackChannels(api: SlackApi, now: Clock): Channels {
  const known = new Map<string, { readonly at: number; readonly facts: ChannelFacts }>()

  const factsNow = async (id: string): Promise<ChannelFacts> => {
    const { channel } = await api.call('conversations.info', { channel: id }, answered)
    const { name = id, is_ext_shared: shared, is_pending_ext_shared: pending, pending_shared: invited = [] } = channel
    const facts = {
      name,
      outsiders: shared === true || pending === true || invited.length > 0,
      member: channel.is_member !== false,
    }
    if (known.size >= mostKept) known.clear()
    known.set(id, { at: msOf(now()), facts })
    return facts
  }
  return {
    factsNow,
    async facts(id) {
      const found = known.get(id)
      return found && msOf(now()) - found.at < freshMs ? found.facts : factsNow(id)
    },
  }
}
