import type { z } from 'zod'
import type { Delivery } from './delivery.ts'
import { typedText } from './typed-text.ts'
import { eventBody, homeEvent, leftEvent, messageEvent, revokedEvent } from './wire.ts'

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
      return message ? readMessage(message, envelope, ourselves) : null
    }
    case 'app_home_opened': {
      const { data: opened } = homeEvent.safeParse(event)
      // The Messages tab says so too; it shows the conversation as it is.
      return opened?.tab === 'home' ? { kind: 'opened-home', origin: ownChat(team, opened.user, null) } : null
    }
    case 'channel_left':
    case 'group_left': {
      const { data: left } = leftEvent.safeParse(event)
      return left ? { kind: 'removed', from: 'channel', team, channel: left.channel } : null
    }
    case 'app_uninstalled':
    case 'tokens_revoked': {
      const { data: revoked } = revokedEvent.safeParse(event)
      // Tokens of people are none of ours.
      const others = revoked?.type === 'tokens_revoked' && (revoked.tokens?.bot ?? []).length === 0
      return revoked && !others ? { kind: 'removed', from: 'workspace', team } : null
    }
    default:
      return null
  }
}

/** What people write; every other subtype tells of something else, an edit or a deletion. `thread_broadcast` went to its channel, too. */
const written = new Set(['file_share', 'thread_broadcast'])

/** A message counts in the person's own chat; elsewhere only a mention does. */
function readMessage(
  message: z.infer<typeof messageEvent>,
  { team_id: team, is_ext_shared_channel: outsiders = false }: z.infer<typeof eventBody>,
  ourselves: string | null,
): Delivery | null {
  const { type, channel, user, ts, thread_ts: thread = null, subtype, files = [] } = message
  const own = message.channel_type === 'im' || channel.startsWith('D')
  if (message.bot_id != null || user === ourselves || message.edited !== undefined) return null
  if (subtype !== undefined && !written.has(subtype)) return null
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
      : { kind: 'file', origin, outsiders, file: { name: name ?? '', size, url }, others: others.length }
  }
  return { kind: 'typed', origin, outsiders, text: typedText(message.text ?? '', ourselves), trigger: null }
}

function ownChat(team: string, user: string, chat: { channel: string; thread: string | null } | null) {
  return { team, user, at: null, chat, privately: null, pressed: null, typedIn: null }
}
