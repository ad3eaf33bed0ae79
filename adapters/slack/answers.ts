import type { Reply } from '../../dialogs/vocabulary/reply.ts'
import { isLost } from '../../dialogs/vocabulary/messenger.ts'
import { headline } from '../../dialogs/vocabulary/plain.ts'
import { said } from '../../dialogs/vocabulary/reply.ts'
import { shareButton } from './heard-from.ts'
import { messageToken } from './message-token.ts'
import type { Origin } from './origin.ts'
import type { Rendering, RespondOptions, SlackApi } from './slack-api.ts'
import { rendering } from './slack-messenger.ts'
import type { SlackSays } from './slack-says.ts'

/** How one turn is answered. Both give back what the message is found by later; null where it is not to be found. */
export interface Answers {
  say(reply: Reply): Promise<string | null>
  /** Where the pressed card stands; said anew where none was pressed. */
  replace(reply: Reply): Promise<string | null>
}

/** Answers as messages: in the thread where it was said, or in the person's own chat. */
export function messageAnswers({ user, at, chat, pressed }: Origin, api: SlackApi, words: SlackSays): Answers {
  const to = at ?? chat ?? { channel: user, thread: null }
  const say = async (reply: Reply) => messageToken(await api.post(to, rendering(reply, words)))
  return {
    say,
    async replace(reply) {
      if (!pressed || pressed.ephemeral) return say(reply)
      try {
        await api.update(pressed, rendering(reply, words))
        return messageToken(pressed)
      } catch (fault) {
        // Somebody deleted it while another one pressed it.
        if (!isLost(fault)) throw fault
        return say(reply)
      }
    },
  }
}

/**
 * Answers that only one person sees, and may share. Such a message can be changed by nobody later, so the card of a case
 * is put where it stays true: into their own chat, or into the thread that was pressed in.
 */
export function privateAnswers(origin: Origin, url: string, api: SlackApi, words: SlackSays): Answers {
  const { at, pressed, typedIn } = origin
  const openly = messageAnswers(origin, api, words)
  const respond = async (reply: Reply, options: RespondOptions): Promise<string | null> => {
    const shared = typedIn === null || reply.again === undefined ? null : reply.again
    const message = shared === null ? rendering(reply, words) : sharable(rendering(reply, words), shared, words)
    try {
      await api.respond(url, message, { thread: at?.thread ?? null, ...options })
      return null
    } catch (fault) {
      // Five answers and half an hour are all such an address takes; one that is not Slack's takes none.
      if (!isLost(fault)) throw fault
      return openly.say(reply)
    }
  }
  const put = async (reply: Reply, options: RespondOptions): Promise<string | null> => {
    if (reply.shows === undefined) return respond(reply, options)
    const token = await openly.say(reply)
    if (at === null) await respond(said(words.inYourChat(headline(reply))), options)
    return token
  }
  const say = (reply: Reply) => put(reply, {})
  return {
    say,
    replace(reply) {
      if (!pressed) return say(reply)
      if (!pressed.ephemeral) return openly.replace(reply)
      return put(reply, { replaces: true })
    },
  }
}

/** Answers for everybody in the channel, asked for by one of them. */
export function sharedAnswers(url: string, api: SlackApi, words: SlackSays): Answers {
  const say = async (reply: Reply): Promise<null> => {
    await api.respond(url, rendering(reply, words), { forAll: true })
    return null
  }
  return { say, replace: say }
}

function sharable(message: Rendering, again: string, { share }: SlackSays): Rendering {
  return (tables) => {
    const { text, blocks } = message(tables)
    const button = {
      type: 'button' as const,
      action_id: shareButton,
      text: { type: 'plain_text' as const, text: share, emoji: false },
      value: JSON.stringify({ shares: again }),
    }
    return { text, blocks: [...blocks.slice(0, 49), { type: 'actions', elements: [button] }] }
  }
}
