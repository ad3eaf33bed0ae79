import { setTimeout as wait } from 'node:timers/promises'
import type { Shown, TeamsConnector } from './teams-connector.ts'

/** Somebody at a Teams client, over real HTTP: types, presses, and reads what stands in the chat. */
export interface TeamsPerson {
  say(text: string): Promise<void>
  /** Sends the file at an address, as Teams announces one. */
  sendFile(name: string, downloadUrl: string): Promise<void>
  /** Presses the newest button of that name, with what the person put into the card's inputs; on a card that says `on`. */
  press(label: string, inputs?: Readonly<Record<string, string>>, on?: RegExp): Promise<void>
  /** Everything that stands in the chat now, oldest first, as text. */
  chat(): readonly string[]
  /** Waits until some message says it; rejects with the chat when none ever does. */
  sees(words: RegExp): Promise<string>
  /** Posts any activity as it is; gives back the status. */
  send(activity: object): Promise<Response>
}

const patienceMs = 150_000
let deliveries = 0

/** In their own chat with the desk, or in a channel by mentioning it; a channel's conversations are its threads. */
export function teamsPerson(
  desk: string,
  connector: TeamsConnector,
  name: string,
  objectId: string,
  channel: string | null = null,
): TeamsPerson {
  const place = channel ?? `a:${objectId}`
  const conversationType = channel === null ? 'personal' : 'channel'
  const send = (activity: object) =>
    fetch(`${desk}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        id: `delivery-${(deliveries += 1)}`,
        channelId: 'msteams',
        serviceUrl: connector.serviceUrl,
        locale: 'en-US',
        from: { id: `29:${objectId}`, name, aadObjectId: objectId },
        recipient: { id: '28:desk', name: 'Partner Desk' },
        conversation: { id: place, conversationType, tenantId: 'tenant-1' },
        channelData: { tenant: { id: 'tenant-1' }, ...(channel === null ? {} : { channel: { id: channel } }) },
        ...activity,
      }),
    })
  const accepted = async (activity: object): Promise<void> => {
    const answer = await send(activity)
    const body = await answer.text()
    if (answer.status >= 300) throw new Error(`the desk answered ${answer.status}`)
    // An apology under a pressed card is a 200 as well.
    if (body.includes('Something went wrong')) throw new Error(`the desk apologised: ${body}`)
  }
  const mine = () =>
    connector.shown.filter(({ conversation, deleted }) => conversation.split(';')[0] === place && !deleted)
  const chat = () => mine().map((shown) => textOf(newest(shown)))

  return {
    send,
    chat,
    say: (text) => accepted({ type: 'message', ...(channel === null ? { text } : mentioning(text)) }),
    sendFile: (name, downloadUrl) =>
      accepted({
        type: 'message',
        text: '',
        attachments: [
          {
            contentType: 'application/vnd.microsoft.teams.file.download.info',
            name,
            content: { downloadUrl, uniqueId: '1150D938', fileType: name.split('.').at(-1) },
          },
          { contentType: 'text/html', content: '<p></p>' },
        ],
      }),
    async press(label, inputs = {}, on = /^/) {
      const found = mine()
        .filter((shown) => on.test(textOf(newest(shown))))
        .reverse()
        .map((shown) => ({ shown, action: actionIn(newest(shown), label) }))
        .find(({ action }) => action !== null)
      if (!found?.action) throw new Error(`no button [${label}] in:\n${chat().join('\n---\n')}`)
      const data = { ...found.action.data, ...inputs }
      await accepted({
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: found.shown.id,
        conversation: { id: found.shown.conversation, conversationType, tenantId: 'tenant-1' },
        value: { action: { type: 'Action.Execute', verb: found.action.verb, data } },
      })
    },
    async sees(words) {
      for (const giveUp = Date.now() + patienceMs; Date.now() < giveUp; await wait(25)) {
        const found = chat().find((text) => words.test(text))
        if (found !== undefined) return found
      }
      throw new Error(`nobody said ${words} in:\n${chat().join('\n---\n')}`)
    },
  }
}

function mentioning(text: string): object {
  const mention = '<at>Partner Desk</at>'
  return {
    text: `${mention} ${text}`,
    entities: [{ type: 'mention', mentioned: { id: '28:desk' }, text: mention }],
  }
}

interface Execute {
  readonly verb: string
  readonly data: Readonly<Record<string, unknown>>
}

function newest({ versions }: Shown): unknown {
  return versions.at(-1)
}

/** The button somewhere in an activity's card. */
function actionIn(part: unknown, label: string): Execute | null {
  if (typeof part !== 'object' || part === null) return null
  const { type, title } = part as { readonly type?: unknown; readonly title?: unknown }
  if (type === 'Action.Execute' && title === label) return part as unknown as Execute
  for (const child of Object.values(part)) {
    const found = actionIn(child, label)
    if (found) return found
  }
  return null
}

/** What a person reads in an activity: its text and that of its cards, a line each. */
function textOf(part: unknown): string {
  if (Array.isArray(part)) return part.map(textOf).filter(Boolean).join('\n')
  if (typeof part !== 'object' || part === null) return ''
  const { text, title, value, type, ...rest } = part as Record<string, unknown>
  const own = [title, text, type === undefined && title !== undefined ? value : undefined].filter(
    (each) => typeof each === 'string',
  )
  return [...own, ...Object.entries(rest).flatMap(([key, child]) => (shownIn.has(key) ? [textOf(child)] : []))]
    .filter(Boolean)
    .join('\n')
}

const shownIn = new Set([
  'attachments',
  'content',
  'body',
  'items',
  'columns',
  'rows',
  'cells',
  'inlines',
  'facts',
  'actions',
])
