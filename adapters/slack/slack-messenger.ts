import type { Address } from '../../domain/cases/placed-card.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'
import type { Messenger } from '../../dialogs/vocabulary/messenger.ts'
import type { Reply } from '../../dialogs/vocabulary/reply.ts'
import { slackReference } from './address-of.ts'
import { messageToken, sentMessage } from './message-token.ts'
import type { Rendering, SlackApi } from './slack-api.ts'
import { slackMessage } from './slack-message.ts'
import type { SlackWords } from './slack-words.ts'

/** Speaks first in Slack. */
export function slackMessenger(api: SlackApi, words: SlackWords): Messenger {
  const say = async (to: Address, thread: string | null, reply: Reply) => {
    const { channel } = slackReference.parse(alive(to).reference)
    return { message: messageToken(await api.post({ channel, thread }, rendering(reply, words))) }
  }
  const messenger = {
    post: (to: Address, reply: Reply) => say(to, null, reply),
    async reply(at: Address, message: string, reply: Reply) {
      const { ts, thread } = sentMessage(message)
      await say(at, thread ?? ts, reply)
    },
    async replace(at: Address, message: string, reply: Reply) {
      alive(at)
      await api.update(sentMessage(message), rendering(reply, words), 'news')
    },
  }
  return messenger
}

function alive(to: Address): Address {
  if (to.dead) throw new OutsideFault({ service: 'slack', kind: 'refused', code: 'dead-address' })
  return to
}

/** A reply as Slack shows it. Throws where it says nothing: there is no such message. */
export function rendering(reply: Reply, words: SlackWords): Rendering {
  return (tables) => {
    const message = slackMessage(reply, words, tables)
    if (!message) throw new Error('a reply that says nothing cannot be posted')
    return message
  }
}
