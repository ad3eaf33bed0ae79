import { ActivityTypes, type Activity } from 'botbuilder-core'
import { headline } from './plain.ts'
import type { Reply } from './reply.ts'

const key = 'deskReply'
const place = 'deskReplaces'

/** A Reply riding inside an Activity, until the channel's renderer takes it off at the last step before the wire. */
export function replyActivity(reply: Reply): Partial<Activity> {
  return { type: ActivityTypes.Message, text: headline(reply), channelData: { [key]: reply } }
}

/** The Reply inside an Activity; null when it carries none. */
export function replyOf(activity: Partial<Activity>): Reply | null {
  const data = activity.channelData as Record<string, unknown> | undefined
  return (data?.[key] as Reply | undefined) ?? null
}

/** As {@link replyActivity}, to stand where the card was whose button was pressed; said anew where there was none. */
export function replacingActivity(reply: Reply): Partial<Activity> {
  return { ...replyActivity(reply), channelData: { [key]: reply, [place]: 'pressed-card' } }
}

export function replacesPressedCard(activity: Partial<Activity>): boolean {
  return (activity.channelData as Record<string, unknown> | undefined)?.[place] === 'pressed-card'
}
