import assert from 'node:assert/strict'
import type { TurnContext } from 'botbuilder-core'
import { createHttpServer } from '../../../adapters/shared/http-server.ts'
import type { TurnLimits } from '../../../adapters/shared/turn-lock.ts'
import { slackAddressesOf } from '../../../adapters/slack/slack-bot-adapter.ts'
import { slackDoor } from '../../../adapters/slack/slack-door.ts'
import { slackHosts } from '../../../adapters/slack/slack-hosts.ts'
import { slackWorkspace } from '../../../adapters/slack/slack-workspace.ts'
import { createLog, loggable } from '../../../bot/logging.ts'
import { slackSays, slackSaysTo } from '../../../bot/slack-says.ts'
import { english, traditionalChinese as chinese } from '../../kit/languages.ts'
import { heardIn, type Heard } from '../../../dialogs/vocabulary/heard.ts'
import type { Reply } from '../../../dialogs/vocabulary/reply.ts'
import { replacingActivity, replyActivity } from '../../../dialogs/vocabulary/reply-activity.ts'
import { languagesFrom } from '../../../dialogs/words/languages.ts'
import type { Address } from '../../../domain/cases/placed-card.ts'
import { instantOf } from '../../../domain/shared/time.ts'
import { openFakeSlack, type FakeSlack } from '../../kit/fake-slack.ts'
import { slackPerson, type SlackPerson } from '../../kit/slack-person.ts'
import { slackRequests, type SlackRequests } from '../../kit/slack-requests.ts'
import { assertSoundMessage, assertSoundView } from './block-checks.ts'

export const secret = 'secret'
export const token = 'xoxb-of-the-desk'
const languages = languagesFrom([english, chinese], 'en', 'Asia/Shanghai')

/** What the Slack side says by itself, in English. */
export const said = slackSays(languages.best('en'))

export interface OpenSlackDoor {
  readonly url: string
  readonly slack: FakeSlack
  readonly requests: SlackRequests
  /** Members of the workspace, and the channels whose messages they see. */
  readonly mei: SlackPerson
  readonly wang: SlackPerson
  /** Every turn that ran, in order. */
  readonly heard: readonly Heard[]
  /** What each of them was told of how to answer later. */
  readonly addresses: readonly (readonly Address[])[]
  readonly failures: readonly unknown[]
  readonly turnedAway: readonly string[]
  readonly removals: readonly { readonly gone: (address: Address) => boolean; readonly from: string }[]
  /** The log as it would be written. */
  readonly logged: readonly string[]
  turn: (context: TurnContext) => Promise<void>
  /** Milliseconds; a test moves it. */
  at: number
  settled(): Promise<void>
  close(): Promise<void>
}

interface DoorSetup {
  /** Whether a delivery is heard for the first time; remembered in memory unless a test says otherwise. */
  readonly isFirst?: (key: string) => boolean
  readonly limits?: TurnLimits
  /** Who somebody is at the desk, and so what language they read; nobody unless a test says otherwise. */
  readonly whoIs?: Parameters<typeof slackSaysTo>[1]
}

/** The whole way in and out, over real HTTP: signed requests at the desk's own door, a Web API that checks what it gets. */
export async function openSlackDoor({
  isFirst,
  limits,
  whoIs = async () => null,
}: DoorSetup = {}): Promise<OpenSlackDoor> {
  const slack = await openFakeSlack((payload) => {
    const { type, text, blocks } = payload
    if (type === undefined) assertSoundMessage({ text, blocks })
    else assertSoundView(payload)
  })
  slack.users.set('UMEI', { name: 'Mei Tan', locale: 'en-US' })
  slack.users.set('UWANG', { name: 'Wang Lei', locale: 'zh-TW' })
  slack.channels.set('CMONEY', { name: 'money' })
  const heard: Heard[] = []
  const addresses: (readonly Address[])[] = []
  const failures: unknown[] = []
  const turnedAway: string[] = []
  const removals: { gone: (address: Address) => boolean; from: string }[] = []
  const logged: string[] = []
  const seen = new Set<string>()
  const log = createLog('info', { write: (line) => void logged.push(line) })
  const now = () => instantOf(open.at)
  const onFailure = (cause: unknown) => {
    failures.push(cause)
    log.error(loggable(cause), 'request failed')
    return `ref-${failures.length}`
  }
  const door = slackDoor({
    workspace: slackWorkspace({
      botToken: token,
      hosts: slackHosts(slack.apiUrl, true),
      trusting: false,
      now,
      words: said,
    }),
    signingSecret: secret,
    appToken: null,
    now,
    async turn(context) {
      const what = heardIn(context.activity)
      assert(what)
      heard.push(what)
      addresses.push(slackAddressesOf(context.activity))
      await open.turn(context)
    },
    says: slackSaysTo(languages, whoIs),
    isFirst: isFirst ?? ((key) => !seen.has(key) && seen.add(key) !== undefined),
    read: async () => new Uint8Array(),
    onRemoved: async (gone, from) => void removals.push({ gone, from }),
    onTurnedAway: (why) => {
      turnedAway.push(why)
      log.warn({ why }, 'turned away')
    },
    onFailure,
    ...(limits === undefined ? {} : { limits }),
    // All at once is what some specs are about.
    begins: async () => undefined,
  })
  const server = createHttpServer(
    'slack-door',
    () => 'ref',
    ({ cause }) => void onFailure(cause),
  )
  assert(door.handler)
  server.routes.post('/slack/events', door.handler)
  const url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}/slack/events`
  const requests = slackRequests(url, secret, () => open.at)
  const open: OpenSlackDoor = {
    url,
    slack,
    requests,
    mei: slackPerson(slack, requests, 'UMEI', ['CMONEY']),
    wang: slackPerson(slack, requests, 'UWANG', ['CMONEY']),
    heard,
    addresses,
    failures,
    turnedAway,
    removals,
    logged,
    turn: async () => undefined,
    at: Date.parse('2026-03-31T02:10:00.000Z'),
    settled: () => door.settled(),
    async close() {
      await door.close()
      await server.close()
      await slack.close()
    },
  }
  return open
}

/** A turn that answers each time with the next of these; with the last of them when they run out. */
export function saying(...replies: readonly Reply[]): (context: TurnContext) => Promise<void> {
  const left = [...replies]
  return async (context) => {
    const reply = left.length > 1 ? left.shift() : left[0]
    if (reply) await context.sendActivity(replyActivity(reply))
  }
}

/** The same, where the pressed card stands. */
export function replacing(reply: Reply): (context: TurnContext) => Promise<void> {
  return async (context) => void (await context.sendActivity(replacingActivity(reply)))
}
