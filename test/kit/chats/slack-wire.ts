import assert from 'node:assert/strict'
import { isDeepStrictEqual } from 'node:util'
import { download } from '../../../adapters/shared/download.ts'
import { createHttpServer } from '../../../adapters/shared/http-server.ts'
import { slackAddressesOf } from '../../../adapters/slack/slack-bot-adapter.ts'
import { slackDoor } from '../../../adapters/slack/slack-door.ts'
import { slackHosts } from '../../../adapters/slack/slack-hosts.ts'
import { slackWorkspace } from '../../../adapters/slack/slack-workspace.ts'
import { slackSays, slackSaysTo } from '../../../bot/slack-says.ts'
import type { Inputs } from '../../../dialogs/vocabulary/action.ts'
import type { MessageKey } from '../../../dialogs/words/message-key.ts'
import { everyLanguage } from '../languages.ts'
import { largestFile, type Speaker } from '../../../dialogs/vocabulary/heard.ts'
import type { Languages } from '../../../dialogs/words/languages.ts'
import { instantOf } from '../../../domain/shared/time.ts'
import { assertSoundMessage, assertSoundView } from '../../adapters/slack/block-checks.ts'
import { openFakeSlack, type SlackShown } from '../fake-slack.ts'
import type { Message, Said } from '../screens.ts'
import { blocksOf, buttonsIn, newest, slackPerson, type SlackButton, type SlackPerson } from '../slack-person.ts'
import { slackRequests } from '../slack-requests.ts'
import { inputsFrom } from './fields.ts'
import { readSlack, textOfSlack } from './read-slack.ts'
import { madeUp, type Deed, type Wire } from './wire.ts'

type Json = Record<string, unknown>
/** The person behind an account; null for an account tied to nobody. */
export type WhoIs = Parameters<typeof slackSaysTo>[1]

/**
 * Slack over real HTTP: people's deeds are signed requests to the desk's own door, what the desk says goes to a Web API
 * that keeps what it was given and takes nothing that Slack would not take.
 */
export async function openSlackWire(languages: Languages, whoIs: WhoIs): Promise<Wire> {
  const failures: unknown[] = []
  const slack = await openFakeSlack((payload) => {
    try {
      const { type, text, blocks } = payload
      if (type === undefined) assertSoundMessage({ text, blocks })
      else assertSoundView(payload)
    } catch (cause) {
      // The desk would say it more simply, and nobody would notice.
      failures.push(cause)
      throw cause
    }
  })
  // Nobody waits for a pace in a test, nor does a signature grow old.
  let at = Date.now()
  const now = () => instantOf((at += 10_000))
  const workspace = slackWorkspace({
    botToken: 'xoxb-1',
    hosts: slackHosts(slack.apiUrl, true),
    trusting: false,
    now,
    words: slackSays(languages.best()),
  })
  let turn: Parameters<Wire['hear']>[1] = async () => undefined
  const seen = new Set<string>()
  const door = slackDoor({
    workspace,
    signingSecret: 'secret',
    appToken: null,
    now,
    turn: (context) => turn(context),
    says: slackSaysTo(languages, whoIs),
    isFirst: (key) => !seen.has(key) && seen.add(key) !== undefined,
    read: (address) => {
      const headers = { authorization: 'Bearer xoxb-1' }
      return download(address, {
        allowed: (url) => workspace.hosts.files(url),
        headers,
        largest: largestFile,
        timeoutMs: 5_000,
        service: 'slack',
      })
    },
    onRemoved: async () => undefined,
    onTurnedAway: () => undefined,
    onFailure: (cause) => {
      failures.push(cause)
      return 'ref-1'
    },
  })
  const server = createHttpServer(
    'slack-wire',
    () => 'ref-1',
    ({ cause }) => void failures.push(cause),
  )
  assert(door.handler)
  server.routes.post('/slack/events', door.handler)
  const url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}/slack/events`
  const requests = slackRequests(url, 'secret', () => at)

  const people = new Map<string, SlackPerson>()
  const personOf = ({ account, name, locale }: Speaker): SlackPerson => {
    slack.users.set(account.user, { name, locale: locale ?? 'en-US' })
    const found = people.get(account.user) ?? slackPerson(slack, requests, account.user, [])
    people.set(account.user, found)
    return found
  }
  const channelOf = ({ place, personal }: Speaker): string | null => {
    if (personal) return null
    const id = place.split('/')[1] ?? ''
    if (!slack.channels.has(id)) slack.channels.set(id, { name: id.replace('#', '') })
    return id
  }
  const placeOf = ({ channel }: SlackShown) => `slack:partner/${channel.replace(/^D/, '')}`
  const idOf = ({ channel, ts }: SlackShown) => `${channel}:${ts}`

  const threads = new Map<string, string>()
  /** In the thread of what a person wrote, and not under a card of ours. */
  const isAnswer = ({ thread }: SlackShown) => thread !== null && slack.shown.every(({ ts }) => ts !== thread)

  const write = async ({ heard }: Deed): Promise<void> => {
    const person = personOf(heard.by)
    const channel = channelOf(heard.by)
    if (heard.kind === 'home') return void (await person.openHome())
    if (heard.kind === 'file') {
      const bytes = await heard.file.read().catch(() => null)
      return void (await person.sendFile(heard.file.name, bytes && Buffer.from(bytes), channel, heard.others))
    }
    assert(heard.kind === 'said', `nobody can ${heard.kind} by writing to Slack`)
    if (channel === null) return void (await person.say(heard.text))
    // Whoever began a thread goes on in it.
    const key = `${heard.by.account.user} in ${channel}`
    await person.mention(channel, heard.text, threads.get(key))
    await door.settled()
    const begun = slack.shown.findLast((shown) => shown.channel === channel && isAnswer(shown))?.thread
    if (begun != null && !threads.has(key)) threads.set(key, begun)
  }

  /** Presses a button; a form is opened by it, filled in and sent. */
  const press = async ({ heard, card, label = '', fields = '' }: Deed): Promise<void> => {
    const person = personOf(heard.by)
    const shown = slack.shown.find((each) => idOf(each) === card)
    assert(shown, `no message ${card}`)
    const found = shown.versions.findLast((version) => buttonNamed(version, label) !== null)
    const button = found && buttonNamed(found, label)
    if (button) return void (await person.pressOn(shown, button, picked(fields, found)))
    const opener = shown.versions.flatMap(buttonsIn).findLast(({ action_id: action }) => action === 'desk:fill')
    assert(opener, `no button [${label}]`)
    await person.pressOn(shown, opener)
    await door.settled()
    const view = [...slack.views.values()].at(-1)
    // A question that is no longer open says so, and has no form.
    if (view?.['callback_id'] === undefined) return
    assert.equal((view['submit'] as { text: string }).text, label)
    await person.submit(picked(fields, view))
  }

  let told = 0
  return {
    get messages() {
      return slack.shown
        .filter(({ onlyTo, deleted }) => onlyTo === null || !deleted)
        .map((shown): Message => {
          const versions = shown.versions.map(readSlack)
          return {
            id: idOf(shown),
            place: placeOf(shown),
            reply: versions.at(-1) ?? { parts: [] },
            earlier: versions.slice(0, -1),
            deleted: shown.deleted,
          }
        })
    },
    messenger: workspace.messenger,
    async hear(deed, next) {
      turn = next
      const { heard } = deed
      const made = madeUp(heard)
      if (deed.card !== undefined) await press(deed)
      else if (made === null) await write(deed)
      else await pressMadeUp(personOf(heard.by), channelOf(heard.by) ?? `D${heard.by.account.user}`, made)
      await door.settled()
      const [failure] = failures.splice(0)
      if (failure) throw new Error('something failed on the way', { cause: failure })
    },
    addressesOf: slackAddressesOf,
    addressOf: (speaker) => {
      const channel = channelOf(speaker)
      personOf(speaker)
      return {
        place: speaker.place,
        channel: 'slack',
        kind: channel === null ? 'personal' : 'channel',
        name: channel ?? speaker.name,
        locale: channel === null ? speaker.locale : null,
        reference: { channel: channel ?? speaker.account.user },
        dead: false,
      }
    },
    flush() {
      const fresh = slack.history.slice(told)
      told = slack.history.length
      // What is changed into itself changes nothing on anybody's screen.
      return fresh
        .filter(({ shown, version }) => !isSame(shown.versions[version], shown.versions[version - 1]))
        .map(({ shown, version }): Said => {
          const message = shown.versions[version] ?? {}
          const root = slack.shown.find((each) => each.channel === shown.channel && each.ts === shown.thread)
          return {
            place: placeOf(shown),
            reply: readSlack(message),
            text: withSendButton(textOfSlack(message, (user) => slack.users.get(user)?.name ?? user)),
            changed: version > 0,
            // What only one person sees there is no line of the thread.
            ...(root && shown.onlyTo === null ? { under: readSlack(newest(root)) } : {}),
          }
        })
    },
    lose: (place) => void slack.channels.delete(place.split('/')[1] ?? ''),
    deleteCard(id, place) {
      const found = slack.shown.findLast((each) => placeOf(each) === place && textOfSlack(newest(each)).startsWith(id))
      assert(found, `no card of ${id} in ${place}`)
      found.deleted = true
    },
    async close() {
      await server.close()
      await door.close()
      await slack.close()
    },
  }

  async function pressMadeUp(person: SlackPerson, channel: string, value: object): Promise<void> {
    const shown: SlackShown = { channel, ts: '1', thread: null, versions: [], onlyTo: null, by: 'api', deleted: false }
    await person.pressOn(shown, { action_id: 'desk:1', value: JSON.stringify(value), label: '' })
  }
}

function buttonNamed(message: Json, label: string): SlackButton | null {
  return buttonsIn(message).find((each) => each.label === label) ?? null
}

/** Of a form the message names the button that opens it; in other chats it names the one that sends it. */
function withSendButton(text: string): string {
  return everyLanguage.reduce((read, { messages }) => {
    const said = (key: MessageKey) => messages[key] ?? ''
    const [ticket = ''] = said('ticket.for').split('{')
    const again = said('ticket.again').split(/\{\w+\}/u)[1] ?? ''
    const [title = ''] = text.split('\n', 1)
    const reports = [said('alert.report.fraud'), said('alert.report.misuse')].map((each) => each.replace(/\{.*/u, ''))
    const send =
      ticket !== '' && text.startsWith(ticket)
        ? said('button.open-ticket')
        : again !== '' && title.includes(again)
          ? said('button.change-ticket')
          : reports.some((each) => text.startsWith(each))
            ? said('button.report')
            : said('button.ask-second')
    return read.replace(`[${said('slack.fill-in')}]`, `[${send}]`)
  }, text)
}

function isSame(now: Json | undefined, before: Json | undefined): boolean {
  return isDeepStrictEqual([now?.['text'], now?.['blocks']], [before?.['text'], before?.['blocks']])
}

/** What a transcript puts into fields, by what these fields offer. */
function picked(fields: string, message: Json): Inputs {
  return inputsFrom(fields, readSlack({ ...message, blocks: blocksOf(message) }))
}
