import assert from 'node:assert/strict'
import { createHttpServer } from '../../../adapters/shared/http-server.ts'
import { slackDoor } from '../../../adapters/slack/slack-door.ts'
import { slackHosts } from '../../../adapters/slack/slack-hosts.ts'
import { slackWorkspace } from '../../../adapters/slack/slack-workspace.ts'
import type { Connection } from '../../../adapters/slack/socket-mode.ts'
import { heardIn, type Heard } from '../../../dialogs/vocabulary/heard.ts'
import { instantOf } from '../../../domain/shared/time.ts'
import { openFakeSlackSocket, type FakeSlackSocket } from '../../kit/fake-slack-socket.ts'
import { openFakeSlack, type FakeSlack } from '../../kit/fake-slack.ts'
import { eventually } from '../../kit/processes.ts'
import { slackRequests } from '../../kit/slack-requests.ts'
import { openSlackDoor, said, saying, secret } from './open-slack-door.ts'

const now = () => instantOf(Date.parse('2026-03-31T02:00:00.000Z'))
const message = { type: 'message', channel_type: 'im', channel: 'DUMEI', user: 'UMEI', text: 'overdue', ts: '7.1' }

describe('the ways in from Slack', () => {
  let slack: FakeSlack
  let socket: FakeSlackSocket
  let failures: unknown[]
  let changes: Connection[]
  let heard: (Heard | null)[]
  let door: ReturnType<typeof slackDoor>
  beforeEach(async () => {
    ;[slack, socket] = await Promise.all([openFakeSlack(), openFakeSlackSocket()])
    slack.socket = socket
    slack.users.set('UMEI', { name: 'Mei' })
    failures = []
    changes = []
    heard = []
  })
  afterEach(() => Promise.all([slack.close(), socket.close()]))

  const open = (signingSecret: string | null, appToken: string | null) => {
    const seen = new Set<string>()
    door = slackDoor({
      workspace: slackWorkspace({
        botToken: 'xoxb-1',
        hosts: slackHosts(slack.apiUrl, true),
        trusting: false,
        now,
        words: said,
      }),
      signingSecret,
      appToken,
      now,
      turn: async ({ activity }) => void heard.push(heardIn(activity)),
      says: async () => said,
      isFirst: (key) => !seen.has(key) && seen.add(key) !== undefined,
      read: async () => new Uint8Array(),
      onRemoved: async () => undefined,
      onTurnedAway: () => undefined,
      onFailure: (cause) => {
        failures.push(cause)
        return 'ref-1'
      },
      onConnection: (change) => void changes.push(change),
    })
    door.start()
  }
  const connected = () => eventually(async () => changes.at(-1)?.state === 'connected')

  it('are a route where there is a signing secret, and no call is made for it', async () => {
    open(secret, null)
    assert.notEqual(door.handler, null)
    await door.close()
    assert.deepEqual(slack.calls, [])
  })
  it('are a connection where there is a token for one, until it is closed', async () => {
    open(null, 'xapp-1')
    assert.equal(door.handler, null)
    await connected()
    await socket.requests.event(message)
    await eventually(async () => heard.length === 1)
    await door.close()
    await eventually(async () => socket.open === 0)
    assert.deepEqual(failures, [])
  })
  it('are both, and what comes by both is heard once', async () => {
    open(secret, 'xapp-1')
    await connected()
    assert(door.handler)
    const server = createHttpServer(
      'door',
      () => 'ref',
      ({ cause }) => void failures.push(cause),
    )
    server.routes.post('/slack/events', door.handler)
    const url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}/slack/events`
    const requests = slackRequests(url, secret, () => Date.parse(now()))
    await Promise.all([requests, socket.requests].map((each) => each.event(message, { event_id: 'Ev7' })))
    await door.settled()
    await eventually(async () => heard.length > 0)
    await socket.requests.event(message, { event_id: 'Ev8' })
    await eventually(async () => heard.length > 1)
    assert.deepEqual([heard.length, failures], [2, []])
    await door.close()
    await server.close()
  })
  it('are both, of which one may fail', async () => {
    slack.fail({ method: 'apps.connections.open', status: 503 })
    open(secret, 'xapp-1')
    await eventually(async () => changes.at(-1)?.state === 'failed')
    assert.notEqual(door.handler, null)
    await door.close()
  })
  it('are at least one', () => {
    assert.throws(() => open(null, null), /signing secret, or a token/)
  })

  it('close once every turn that runs was answered', async () => {
    const busy = await openSlackDoor()
    const { promise: held, resolve: release } = Promise.withResolvers<void>()
    busy.turn = async (context) => {
      await held
      await saying({ parts: [{ kind: 'text', text: 'at last' }] })(context)
    }
    await busy.mei.say('overdue')
    await eventually(async () => busy.heard.length === 1)
    const shown = busy.settled().then(() => busy.slack.shown.length)
    release()
    assert.equal(await shown, 1)
    await busy.close()
  })
})
