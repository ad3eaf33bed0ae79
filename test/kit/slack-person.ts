import { setTimeout as wait } from 'node:timers/promises'
import type { FakeSlack, SlackShown } from './fake-slack.ts'
import type { SlackRequests } from './slack-requests.ts'

type Json = Record<string, unknown>

/** Somebody at Slack, over real HTTP: writes, presses, fills in windows, and reads what stands there. */
export interface SlackPerson {
  /** Writes to the desk directly. */
  say(text: string): Promise<Response>
  /** Mentions the desk in a channel. */
  mention(channel: string, text: string, thread?: string): Promise<Response>
  /** `/overdue over 60 days`, typed in a channel. */
  command(text: string, channel?: string): Promise<Response>
  /** Presses the newest button of that name, with what was put into the message's inputs; on a message that says `on`. */
  press(label: string, inputs?: Readonly<Record<string, string>>, on?: RegExp): Promise<Response>
  /** Presses a button of a message as it stood in some version. */
  pressOn(shown: SlackShown, button: SlackButton, inputs?: Readonly<Record<string, string>>): Promise<Response>
  /** Sends the newest window, with other values in some of its fields. */
  submit(values?: Readonly<Record<string, string>>): Promise<Response>
  /** Closes the newest window; Slack tells only where the app asked to be told. */
  close(): Promise<Response>
  openHome(): Promise<Response>
  /** Sends files, of the same name and content; null: what was sent is there no longer when it is fetched. */
  sendFile(name: string, bytes: Buffer | null, channel?: string | null, others?: number): Promise<Response>
  /** Everything this person can see now, oldest first, as text. */
  sees(): readonly string[]
  /** Waits until some message says it; rejects with what stands there when none ever does. */
  reads(words: RegExp): Promise<string>
}

export interface SlackButton {
  readonly action_id: string
  readonly value: string
  readonly label: string
}

const patienceMs = 150_000

export function slackPerson(
  slack: FakeSlack,
  requests: SlackRequests,
  user: string,
  channels: readonly string[],
): SlackPerson {
  const own = `D${user}`
  let stamps = 0
  const newTs = () => `1600000000.${user}${(stamps += 1)}`
  const mine = () =>
    slack.shown.filter(
      ({ channel, onlyTo, deleted }) =>
        !deleted && (channel === own || channels.includes(channel)) && (onlyTo === null || onlyTo === user),
    )
  const sees = () => mine().map((shown) => String(newest(shown)['text']))
  const interaction = (payload: Json) =>
    requests.interaction({ user: { id: user, team_id: slack.team }, trigger_id: slack.newTrigger(), ...payload })

  const form = () => {
    const [id, view] = [...slack.views].at(-1) ?? []
    if (id === undefined || view?.['callback_id'] === undefined) throw new Error('no form is open')
    return { id, view }
  }

  const pressOn: SlackPerson['pressOn'] = (shown, button, inputs = {}) =>
    interaction({
      type: 'block_actions',
      response_url: slack.newResponseUrl(user, shown.channel, shown.ts),
      channel: { id: shown.channel, name: shown.channel.replace(/^[#C]/, '') },
      container: {
        type: 'message',
        message_ts: shown.ts,
        channel_id: shown.channel,
        is_ephemeral: shown.onlyTo !== null,
        ...(shown.thread === null ? {} : { thread_ts: shown.thread }),
      },
      // Slack leaves out the message where only one person sees it.
      ...(shown.onlyTo === null
        ? { message: { ts: shown.ts, ...(shown.thread === null ? {} : { thread_ts: shown.thread }) } }
        : {}),
      state: { values: valuesOf(blocksOf(newest(shown)), inputs) },
      actions: [{ type: 'button', action_id: button.action_id, value: button.value, action_ts: newTs() }],
    })

  return {
    sees,
    pressOn,
    say: (text) => requests.event({ type: 'message', channel_type: 'im', channel: own, user, text, ts: newTs() }),
    mention: (channel, text, thread) =>
      requests.event({
        type: 'app_mention',
        channel,
        user,
        text: `<@UDESK> ${text}`,
        ts: newTs(),
        ...(thread === undefined ? {} : { thread_ts: thread }),
      }),
    command(text, channel = own) {
      const [command = '', ...words] = text.split(' ')
      return requests.command({
        command,
        text: words.join(' '),
        user_id: user,
        channel_id: channel,
        channel_name: channel.startsWith('D') ? 'directmessage' : channel.replace(/^[#C]/, ''),
        response_url: slack.newResponseUrl(user, channel),
        trigger_id: slack.newTrigger(),
      })
    },
    press(label, inputs = {}, on = /^/) {
      for (const shown of mine().reverse()) {
        const button =
          on.test(String(newest(shown)['text'])) && buttonsIn(newest(shown)).find((each) => each.label === label)
        if (button) return pressOn(shown, button, inputs)
      }
      throw new Error(`no button [${label}] in:\n${sees().join('\n---\n')}`)
    },
    submit(values = {}) {
      const { id, view } = form()
      return interaction({
        type: 'view_submission',
        view: { id, ...view, state: { values: valuesOf(blocksOf(view), values) } },
      })
    },
    close() {
      const { id, view } = form()
      if (view['notify_on_close'] !== true) throw new Error('nobody asked to be told')
      const closed = { type: 'view_closed', view: { id, ...view }, is_cleared: false }
      return requests.interaction({ user: { id: user, team_id: slack.team }, ...closed })
    },
    openHome: () => requests.event({ type: 'app_home_opened', user, channel: own, tab: 'home', event_ts: newTs() }),
    sendFile(name, bytes, channel = null, others = 0) {
      if (bytes) slack.files.set(name, bytes)
      const file = {
        id: `F${name}`,
        name,
        url_private_download: slack.fileUrl(name),
        ...(bytes && { size: bytes.length }),
      }
      const where =
        channel === null
          ? { type: 'message', subtype: 'file_share', channel_type: 'im', channel: own, text: '' }
          : { type: 'app_mention', channel, text: '<@UDESK>' }
      return requests.event({ ...where, user, ts: newTs(), files: Array.from({ length: others + 1 }, () => file) })
    },
    async reads(words) {
      for (const giveUp = Date.now() + patienceMs; Date.now() < giveUp; await wait(20)) {
        const found = sees().find((text) => words.test(text))
        if (found !== undefined) return found
      }
      throw new Error(`nobody said ${words} to ${user} in:\n${sees().join('\n---\n')}`)
    },
  }
}

export function newest({ versions }: SlackShown): Json {
  return versions.at(-1) ?? {}
}

export function blocksOf({ blocks }: Json): readonly Json[] {
  return (blocks as Json[] | undefined) ?? []
}

/** The buttons of a message, in order. */
export function buttonsIn(message: Json): readonly SlackButton[] {
  return blocksOf(message)
    .filter(({ type }) => type === 'actions')
    .flatMap(({ elements }) => elements as (SlackButton & { text: { text: string } })[])
    .map(({ action_id, value, text }) => ({ action_id, value, label: text.text }))
}

interface Element extends Json {
  readonly type: string
  readonly action_id: string
  readonly options?: readonly { readonly value: string }[]
  readonly initial_value?: string
  readonly initial_option?: object
  readonly initial_options?: readonly object[]
}

/** What the fields hold: what was put in, else what they began with; several picks are joined by commas. */
export function valuesOf(blocks: readonly Json[], put: Readonly<Record<string, string>>): Json {
  return Object.fromEntries(
    blocks
      .filter(({ type }) => type === 'input')
      .map((block) => {
        const element = block['element'] as Element
        return [String(block['block_id']), { [element.action_id]: held(element, put[String(block['block_id'])]) }]
      }),
  )
}

function held(element: Element, put: string | undefined): Json {
  const { type, options = [] } = element
  const option = (value: string) => options.find((each) => each.value === value)
  if (type === 'plain_text_input') return { type, value: (put ?? element.initial_value ?? '') || null }
  if (type === 'checkboxes' || type === 'multi_static_select') {
    const picked =
      put === undefined ? (element.initial_options ?? []) : put.split(',').flatMap((each) => option(each) ?? [])
    return { type, selected_options: picked }
  }
  return { type, selected_option: (put === undefined ? element.initial_option : option(put)) ?? null }
}
