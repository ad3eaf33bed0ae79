import type { z } from 'zod'
import type { Delivery } from './delivery.ts'
import { typedText } from './typed-text.ts'
import { eventBody, homeEvent, leftEvent, messageEvent } from './wire.ts'

/** An Events API body → what happened; null for what the desk does not answer: bots, edits, other channels' talk. */
export function readEvent(body: unknown): Delivery | null {
  const { data: envelope } = eventBody.safeParse(body)
  if (!envelope) return null
  const { team_id: team, event } = envelope
  const ourselves = envelope.authorizations?.find(({ is_bot: bot }) => bot === true)?.user_id ?? null
  switch (event.type) {
    case 'message':
    case 'app_mention': {
      const { data: message } = messageEvent.safeParse(event)
      return message ? readMessage(message, team, ourselves) : null
    }
    case 'app_home_opened': {
      const { data: opened } = homeEvent.safeParse(event)
      // The Messages tab says so too; it shows the conversation as it is.
      return opened?.tab === 'home' ? { kind: 'opened-home', origin: ownChat(team, opened.user, null) } : null
    }
    case 'channel_left':
    case 'group_left': {
      const { data: left } = leftEvent.safeParse(event)
      return left ? { kind: 'removed', team, channel: left.channel } : null
    }
    default:
      return null
  }
}

/** A message counts in the person's own chat; elsewhere only a mention does. */
function readMessage(message: z.infer<typeof messageEvent>, team: string, ourselves: string | null): Delivery | null {
  const { type, channel, user, ts, thread_ts: thread = null, subtype, files = [] } = message
  const own = message.channel_type === 'im' || channel.startsWith('D')
  if (message.bot_id != null || user === ourselves) return null
  if (subtype !== undefined && subtype !== 'file_share') return null
  if ((type === 'app_mention') === own) return null
  const [file, ...others] = files
  const origin = own
    ? ownChat(team, user, { channel, thread })
    : { ...ownChat(team, user, null), at: { channel, thread: thread ?? ts, name: '' } }
  if (file) {
    const { name, size = null, url_private_download: url } = file
    // A file without an address was shared from elsewhere and is not Slack's to give.
    return url === undefined
      ? null
      : { kind: 'file', origin, file: { name: name ?? '', size, url }, others: others.length }
  }
  return { kind: 'typed', origin, text: typedText(message.text ?? '', ourselves), trigger: null }
}

function ownChat(team: string, user: string, chat: { channel: string; thread: string | null } | null) {
  return { team, user, at: null, chat, privately: null, pressed: null, typedIn: null }
}
