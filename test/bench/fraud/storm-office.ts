import { setTimeout as wait } from 'node:timers/promises'
import {
  newFolder,
  removeFolder,
  startDesk,
  startOperator,
  type DeskProcess,
  type Operator,
} from '../../kit/demo-desk.ts'
import { startScript } from '../../kit/processes.ts'
import { slackRequests } from '../../kit/slack-requests.ts'
import type { Logged } from './chat-stand-in.ts'
import { account, channels, lanesWithFeeds, nameNumbered, stormSeed, type LaneWithFeeds } from './storm-world.ts'

export const chatNames = ['teams', 'slack'] as const
export type ChatName = (typeof chatNames)[number]

/** A desk, its operators and both chats, each in a process of its own, with twenty channels in each chat. */
export interface StormOffice {
  readonly folder: string
  readonly desk: DeskProcess
  readonly operators: Readonly<Record<LaneWithFeeds, Operator>>
  log(chat: ChatName): Promise<readonly Logged[]>
  close(): Promise<void>
}

const secret = 'not-a-secret'
const teamsChannel = (number: number) => `19:fraud-${number}@thread.tacv2`
const slackChannel = (number: number) => `CFRAUD${number}`

/** `withWebhooks` false: no operator takes a registration, so that the desk has to ask. */
export async function openStormOffice(customersEach: number, withWebhooks: boolean): Promise<StormOffice> {
  const folder = await newFolder()
  const [global, government] = await Promise.all(
    lanesWithFeeds.map((lane, at) => startOperator(lane, folder, stormSeed(1 + at * customersEach, customersEach))),
  )
  const chats = await Promise.all(
    chatNames.map((chat) => startScript('test/bench/fraud/chat-stand-in.ts', [chat], {}, /Chat\s+(http:\/\/\S+)/)),
  )
  const [teamsUrl = '', slackUrl = ''] = chats.map(({ said }) => said[1] ?? '')
  if (!global || !government) throw new Error('no operator')
  const operators = { global, 'us-government': government }
  if (!withWebhooks)
    for (const operator of Object.values(operators))
      await operator.control('POST', 'faults', {
        path: '/webhooks/v1/',
        times: 1e6,
        then: { kind: 'error', status: 500 },
      })
  const desk = await startDesk(folder, Object.values(operators), {
    PARTNER_CENTER_GLOBAL_REFRESH_TOKEN: account.refreshToken,
    PARTNER_CENTER_US_GOVERNMENT_REFRESH_TOKEN: account.refreshToken,
    SLACK_API_URL: `${slackUrl}/api/`,
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_SIGNING_SECRET: secret,
  })
  const log = async (chat: ChatName) => {
    const answer = await fetch(`${chat === 'teams' ? teamsUrl : slackUrl}/log`)
    return (await answer.json()) as readonly Logged[]
  }
  await chooseChannels(desk, teamsUrl, log, customersEach)
  if (withWebhooks) for (const operator of Object.values(operators)) await proven(operator)
  return {
    folder,
    desk,
    operators,
    log,
    async close() {
      await desk.end('SIGTERM')
      await Promise.all([...chats.map((chat) => chat.end('SIGTERM')), global.end(), government.end()])
      await removeFolder(folder)
    },
  }
}

/** As an administrator does it: in each channel, one after the other. */
async function chooseChannels(
  desk: DeskProcess,
  teamsUrl: string,
  log: StormOffice['log'],
  customersEach: number,
): Promise<void> {
  let deliveries = 0
  const inTeams = async (number: number, text: string) => {
    const mention = '<at>Partner Desk</at>'
    const answer = await fetch(`${desk.url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        type: 'message',
        id: `bench-${(deliveries += 1)}`,
        channelId: 'msteams',
        serviceUrl: teamsUrl,
        locale: 'en-US',
        text: `${mention} ${text}`,
        entities: [{ type: 'mention', mentioned: { id: '28:desk' }, text: mention }],
        from: { id: '29:ines', name: 'Ines', aadObjectId: 'aad-ines' },
        recipient: { id: '28:desk', name: 'Partner Desk' },
        conversation: { id: teamsChannel(number), conversationType: 'channel', tenantId: 'tenant-1' },
        channelData: { tenant: { id: 'tenant-1' }, channel: { id: teamsChannel(number) } },
      }),
    })
    await answer.text()
  }
  const slack = slackRequests(`${desk.url}/slack/events`, secret)
  const inSlack = (number: number, text: string) =>
    slack.event({
      type: 'app_mention',
      channel: slackChannel(number),
      user: 'UINES',
      text: `<@UDESK> ${text}`,
      ts: `1600000000.${(deliveries += 1)}`,
    })
  await inTeams(0, 'be administrator')
  await inSlack(0, 'be administrator')
  await wait(1_000)
  for (const [number, { lane, level, large }] of channels.entries()) {
    const isGlobal = lane === 'global'
    const said =
      large === null
        ? `route fraud ${level} in ${isGlobal ? 'global' : 'us government'} here`
        : `route fraud for ${nameNumbered(1 + large + (isGlobal ? 0 : customersEach))} here`
    await inTeams(number, said)
    await inSlack(number, said)
  }
  const done = (all: readonly Logged[]) => all.filter(({ text }) => /goes to/.test(text)).length >= channels.length
  for (let tries = 0; !(done(await log('teams')) && done(await log('slack'))); tries += 1) {
    if (tries > 100) throw new Error(`channels were not chosen: ${JSON.stringify(await log('slack')).slice(0, 2_000)}`)
    await wait(100)
  }
}

/** Until a signed test event has arrived: from then on the operator tells by itself. */
async function proven(operator: Operator): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    const { deliveries } = await operator.control<{ deliveries: { event: string; state: string }[] }>('GET', 'webhook')
    if (deliveries.some(({ event, state }) => event === 'test-created' && state === 'delivered')) return
    await wait(200)
  }
  throw new Error('the desk did not register for events')
}
