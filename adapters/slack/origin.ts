import { z } from 'zod'
import type { PlaceId } from '../../domain/shared/ids.ts'

const id = z.string().min(1).max(40)
const named = z.object({ channel: id, name: z.string().max(200) })

/**
 * Where something was said, and so where its answers go. It travels through forms (`private_metadata`), so it is small,
 * and parsed when it comes back.
 */
export const origin = z.object({
  team: id,
  user: id,
  /** The channel and the thread in which answers stand; null: the person's own chat with the desk. */
  at: named.extend({ thread: id.nullable() }).nullable(),
  /** Their own chat as Slack calls it, with the thread in it; null where it was not written there. */
  chat: z.object({ channel: id, thread: id.nullable() }).nullable(),
  /** Answers go to this address and only they see them; null: answers are messages. */
  privately: z.string().max(1_000).nullable(),
  /** The message whose button was pressed. */
  pressed: z.object({ channel: id, ts: id, thread: id.nullable(), ephemeral: z.boolean() }).nullable(),
  /** The channel in which something was said that is answered privately. */
  typedIn: named.nullable(),
  /**
   * A card of a channel was pressed: what only the one who pressed is asked belongs to their own chat, for Slack tells of
   * a press on what one person sees no more than the channel.
   */
  aside: z.literal(true).optional(),
})

export type Origin = z.infer<typeof origin>

/** `slack:<team>/<user>` for a person's own chat, else `slack:<team>/<channel>`. */
export function placeOf({ team, user, at }: Pick<Origin, 'team' | 'user' | 'at'>): PlaceId {
  return `slack:${team}/${at?.channel ?? user}`
}

/** Dialog state is kept per person here: their own chat is one conversation, a channel has one for each thread. */
export function conversationOf({ team, user, at, aside }: Origin): string {
  return at === null || aside ? `${team}:${user}` : `${team}:${at.channel}:${at.thread ?? ''}`
}
