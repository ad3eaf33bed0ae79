import {
  BotAdapter,
  TurnContext,
  type Activity,
  type ConversationReference,
  type ResourceResponse,
} from 'botbuilder-core'
import type { MessageKey } from '../../dialogs/words/message-key.ts'
import type { Interpreter } from './interpreter.ts'
import { everyLanguage } from './languages.ts'
import { putHeard, type Heard } from '../../dialogs/vocabulary/heard.ts'
import type { Messenger } from '../../dialogs/vocabulary/messenger.ts'
import { replacesPressedCard, replyOf } from '../../dialogs/vocabulary/reply-activity.ts'
import type { Button, Reply } from '../../dialogs/vocabulary/reply.ts'
import { OutsideFault } from '../../domain/shared/outside-fault.ts'

/** A message as it stands in a place. */
export interface Message {
  readonly id: string
  readonly place: string
  reply: Reply
  /** How it stood before it was changed, oldest first: a screen may be behind. */
  readonly earlier: Reply[]
  deleted: boolean
}

/** Something the desk said: new, in place of an older card, or in the thread under one. */
export interface Said {
  readonly place: string
  readonly reply: Reply
  /** As a person reads it where it was shown; else what the reply says. */
  readonly text?: string
  readonly changed: boolean
  /** The card whose thread it is in, as it stands. */
  readonly under?: Reply
}

/** What people see, wherever they sit, and how it got there. */
export interface Screens {
  readonly messages: readonly Message[]
  readonly chat: Chat
  readonly messenger: Messenger
  /** What was said since it was last asked, in order. */
  flush(): readonly Said[]
  /** Nothing arrives in a place any more. */
  lose(place: string): void
  /** Somebody deletes the newest message that shows a case in a place. */
  deleteCard(id: string, place: string): void
}

export function openScreens(): Screens {
  const messages: Message[] = []
  const lost = new Set<string>()
  let said: Said[] = []
  const show = (place: string, reply: Reply): string => {
    const id = `m-${messages.length + 1}`
    messages.push({ id, place, reply, earlier: [], deleted: false })
    said.push({ place, reply, changed: false })
    return id
  }
  const change = (id: string, reply: Reply): void => {
    const found = messages.find((message) => message.id === id)
    if (!found) throw new Error(`no message ${id}`)
    if (JSON.stringify(found.reply) === JSON.stringify(reply)) return
    found.earlier.push(found.reply)
    found.reply = reply
    said.push({ place: found.place, reply, changed: true })
  }
  const arrives = ({ place, channel }: Parameters<Messenger['post']>[0], at?: string) => {
    const gone = messages.find(({ id }) => id === at)?.deleted
    if (lost.has(place) || gone) throw new OutsideFault({ service: channel, kind: 'not-found' })
  }
  return {
    messages,
    chat: new Chat(show, change),
    messenger: {
      async post(to, reply) {
        arrives(to)
        return { message: show(to.place, reply) }
      },
      async replace(at, message, reply) {
        arrives(at, message)
        change(message, reply)
      },
      async reply(at, message, reply) {
        arrives(at, message)
        const under = messages.find(({ id }) => id === message)?.reply
        if (!under) throw new Error(`no message ${message}`)
        said.push({ place: at.place, reply, changed: false, under })
      },
    },
    flush() {
      const all = said
      said = []
      return all
    },
    lose: (place) => void lost.add(place),
    deleteCard(id, place) {
      const found = messages.findLast((message) => message.place === place && message.reply.shows?.case === id)
      if (!found) throw new Error(`no card of ${id} in ${place}`)
      found.deleted = true
    },
  }
}

interface SoughtButton {
  readonly label: string
  readonly place: string
  readonly stale: boolean
  /** How the card's title begins; any will do without. */
  readonly title?: string
  /** Where the cards are in another language than what is sought. */
  readonly interpreter?: Interpreter | null
}

/** The latest card of a place that has a button, or had it before it was changed. */
export function findButton(
  screens: Screens['messages'],
  { label, place, stale, title = '', interpreter = null }: SoughtButton,
): { readonly message: Message; readonly reply: Reply; readonly button: Button } | null {
  for (const message of [...screens].reverse()) {
    if (message.place !== place || message.deleted) continue
    for (const reply of stale ? [...message.earlier].reverse() : [message.reply]) {
      const headed = reply.title ?? ''
      if (!(interpreter?.inEnglish(headed) ?? headed).startsWith(title)) continue
      const button =
        reply.buttons?.find((each) => each.label === label || interpreter?.isCalled(each.label, label)) ??
        formIn(reply, label)
      if (button) return { message, reply, button }
    }
  }
  return null
}

/** In Slack the button that sends a form stands in its window; which of them it is shows when the window is open. */
function formIn({ buttons = [] }: Reply, label: string): Button | undefined {
  return sendsForms.has(label) ? buttons.find((each) => opensForms.has(each.label)) : undefined
}

const labelled = (...keys: readonly MessageKey[]) =>
  new Set(everyLanguage.flatMap(({ messages }) => keys.map((key) => messages[key] ?? '')))
const sendsForms = labelled('button.ask-second', 'button.open-ticket', 'button.report')
const opensForms = labelled('slack.fill-in')

/** A chat without a wire: what is sent is shown, what is heard is handed in. */
class Chat extends BotAdapter {
  readonly #show: (place: string, reply: Reply) => string
  readonly #change: (id: string, reply: Reply) => void

  constructor(show: (place: string, reply: Reply) => string, change: (id: string, reply: Reply) => void) {
    super()
    this.#show = show
    this.#change = change
  }

  async hear(heard: Heard, card: string | undefined, turn: (context: TurnContext) => Promise<void>): Promise<void> {
    const { place, account } = heard.by
    const activity: Partial<Activity> = {
      type: 'message',
      channelId: 'msteams',
      conversation: { id: place } as Activity['conversation'],
      from: { id: account.user, name: heard.by.name },
      recipient: { id: 'desk', name: 'Desk' },
      ...(card === undefined ? {} : { replyToId: card }),
    }
    putHeard(activity, heard)
    await this.runMiddleware(new TurnContext(this, activity), turn)
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    return activities.map((activity) => {
      const reply = replyOf(activity)
      if (!reply) return { id: '' }
      const pressed = context.activity.replyToId
      if (replacesPressedCard(activity) && pressed) {
        this.#change(pressed, reply)
        return { id: pressed }
      }
      return { id: this.#show(context.activity.conversation.id, reply) }
    })
  }

  override async updateActivity(): Promise<void> {
    throw new Error('cards are changed by the messenger')
  }

  override async deleteActivity(): Promise<void> {
    throw new Error('nothing is deleted')
  }

  override async continueConversation(_reference: Partial<ConversationReference>): Promise<void> {
    throw new Error('the messenger speaks first')
  }
}
