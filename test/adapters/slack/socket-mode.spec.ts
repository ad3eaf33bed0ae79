import assert from 'node:assert/strict'
import { createServer, type AddressInfo, type Server } from 'node:net'
import type { App } from '@slack/bolt'
import { slackHosts } from '../../../adapters/slack/slack-hosts.ts'
import { socketMode, type Connection } from '../../../adapters/slack/socket-mode.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { later } from '../../../domain/shared/time.ts'
import { morning } from '../../kit/builders.ts'
import { openFakeSlackSocket, type FakeSlackSocket } from '../../kit/fake-slack-socket.ts'
import { openFakeSlack, type FakeSlack } from '../../kit/fake-slack.ts'
import { eventually, runScript } from '../../kit/processes.ts'

describe('Socket Mode', () => {
  let slack: FakeSlack
  let socket: FakeSlackSocket
  let changes: Connection[]
  let heard: unknown[]
  let failures: unknown[]
  let time: string
  let mode: ReturnType<typeof socketMode>
  /** Lets the next try begin; none does before. */
  let goOn: () => void

  const open = (api = slack.apiUrl, helloWithinMs = 20_000) => {
    changes = []
    heard = []
    failures = []
    time = morning
    mode = socketMode({
      appToken: 'xapp-1',
      hosts: slackHosts(api, true),
      now: () => time as typeof morning,
      wait: (ms, signal) =>
        ms === 0
          ? Promise.resolve()
          : new Promise((resolve) => {
              goOn = resolve
              signal.addEventListener('abort', () => resolve())
            }),
      onConnection: (change) => void changes.push(change),
      onFailure: (cause) => void failures.push(cause),
      helloWithinMs,
    })
    mode.receiver.init({
      processEvent: async ({ body, ack }: { body: unknown; ack: (answer: object) => Promise<void> }) => {
        heard.push(body)
        await ack({ response_action: 'clear' })
      },
    } as unknown as App)
    mode.start()
  }
  beforeEach(async () => {
    ;[slack, socket] = await Promise.all([openFakeSlack(), openFakeSlackSocket()])
    slack.socket = socket
  })
  afterEach(async () => {
    await mode.stop()
    await Promise.all([slack.close(), socket.close()])
  })
  const states = () => changes.map((change) => `${change.state}${'againInMs' in change ? ` ${change.againInMs}` : ''}`)
  const saw = async (...expected: readonly string[]) => {
    await eventually(async () => changes.length >= expected.length)
    assert.deepEqual(states(), expected)
  }
  const fault = (at: number) => {
    const change = changes[at]
    assert(change?.state === 'failed' && change.cause instanceof OutsideFault)
    return change.cause.facts
  }

  it('connects once, hears, and sends back what the acknowledgement carries', async () => {
    open()
    mode.start()
    await saw('connected')
    const answer = await socket.requests.interaction({ type: 'view_submission' })
    assert.deepEqual(await answer.json(), { response_action: 'clear' })
    assert.deepEqual(heard, [{ team: { id: 'partner' }, type: 'view_submission' }])
    assert.equal(socket.greeted, 1)
    assert.deepEqual(
      slack.calls.map(({ method, token }) => `${method} ${token}`),
      ['apps.connections.open xapp-1'],
    )
  })

  for (const how of ['politely', 'at once'] as const)
    it(`opens another as soon as a steady one was ended ${how}`, async () => {
      open()
      await saw('connected')
      time = later(morning, 60_000)
      socket.drop(how)
      await saw('connected', 'lost 0', 'connected')
      await socket.requests.interaction({ type: 'view_closed' })
      assert.equal(heard.length, 1)
      assert.deepEqual([socket.greeted, socket.open], [2, 1])
    })

  it('waits longer and longer where none is steady', async () => {
    open()
    await saw('connected')
    socket.drop('at once')
    await saw('connected', 'lost 1000')
    goOn()
    await saw('connected', 'lost 1000', 'connected')
    socket.drop('at once')
    await saw('connected', 'lost 1000', 'connected', 'lost 2000')
  })

  it('tells of a token that is not accepted, and tries again until it is', async () => {
    slack.fail({ method: 'apps.connections.open', error: 'invalid_auth', times: 8 })
    open()
    for (let tries = 1; tries <= 8; tries += 1) {
      await eventually(async () => changes.length === tries)
      goOn()
    }
    await saw(...[1, 2, 4, 8, 16, 32, 60, 60].map((seconds) => `failed ${seconds * 1_000}`), 'connected')
    assert.partialDeepStrictEqual(fault(0), { service: 'slack', kind: 'unauthorised', code: 'invalid_auth' })
  })

  it('waits as long as Slack asks', async () => {
    slack.fail({ method: 'apps.connections.open', status: 429, retryAfter: 300 })
    open()
    await saw('failed 300000')
  })

  it('tries again where Slack is out of reach, or fails, or refuses for now', async () => {
    await slack.goAway()
    open()
    await saw('failed 1000')
    assert.equal(fault(0).kind, 'unreachable')
    await slack.comeBack()
    slack.fail({ status: 503, times: 1 })
    goOn()
    await saw('failed 1000', 'failed 2000')
    slack.socket = null
    goOn()
    await saw('failed 1000', 'failed 2000', 'failed 4000')
    slack.socket = socket
    goOn()
    await saw('failed 1000', 'failed 2000', 'failed 4000', 'connected')
    assert.equal(socket.greeted, 1)
  })

  it('does not stay down when it cannot be opened again at once', async () => {
    open()
    await saw('connected')
    time = later(morning, 60_000)
    slack.fail({ status: 500, times: 1 })
    socket.drop('at once')
    await saw('connected', 'lost 0', 'failed 1000')
    goOn()
    await saw('connected', 'lost 0', 'failed 1000', 'connected')
  })

  it('leaves whoever takes the connection and does not greet', async () => {
    socket.greets = false
    open(slack.apiUrl, 50)
    await saw('failed 1000')
    assert.equal(fault(0).code, 'no-hello')
    await eventually(async () => socket.open === 0)
  })

  it('connects to no address that is not Slack’s', async () => {
    slack.socket = { newUrl: () => 'wss://slack.com.example/link' }
    open()
    await saw('failed 1000')
    assert.equal(fault(0).code, 'socket-address')
    const live = slackHosts(null, false)
    const gov = slackHosts('https://slack-gov.com/api', false)
    assert.equal(live.socket(new URL('wss://wss-primary.slack.com/link')), true)
    assert.equal(gov.socket(new URL('wss://wss-primary.slack-gov.com/link')), true)
    for (const other of [
      'wss://slack.com.example/',
      'wss://evilslack.com/',
      'ws://wss-primary.slack.com/',
      'ws://127.0.0.1/',
    ])
      assert.equal(live.socket(new URL(other)), false, other)
  })

  it('goes on after what it cannot read', async () => {
    open()
    await saw('connected')
    for (const message of [{ type: 'events_api' }, { type: 'slash_commands' }, { no: 'type' }]) socket.send(message)
    await socket.requests.interaction({ type: 'view_closed' })
    assert.equal(failures.length, 1)
    assert(failures[0] instanceof TypeError)
    assert.deepEqual(states(), ['connected'])
  })

  describe('stops', () => {
    it('with nothing left that keeps a process from ending', async () => {
      const began = performance.now()
      const env = { SLACK_API_URL: slack.apiUrl }
      const { output } = await runScript('test/adapters/slack/socket-child.ts', [], env)
      assert.equal(output, 'connected\nstopped\n')
      assert(performance.now() - began < 25_000)
      await eventually(async () => socket.open === 0)
    })

    it('while it waits, and at once', async () => {
      slack.fail({ error: 'invalid_auth' })
      open()
      await saw('failed 1000')
      await mode.stop()
      goOn()
      assert.equal(slack.calls.length, 1)
      assert.deepEqual(states(), ['failed 1000'])
    })

    it('while Slack keeps it waiting for an address', async () => {
      slack.fail({ until: new Promise(() => undefined) })
      open()
      await eventually(async () => slack.calls.length === 1)
      const began = performance.now()
      await mode.stop()
      assert(performance.now() - began < 15_000)
      assert.deepEqual(states(), [])
    })

    it('while it is not greeted', async () => {
      socket.greets = false
      open()
      await eventually(async () => socket.open === 1)
      await mode.stop()
      await eventually(async () => socket.open === 0)
      assert.deepEqual(states(), [])
    })

    it('though the other end says no goodbye', async () => {
      const deaf = await deafServer()
      slack.socket = { newUrl: () => `ws://127.0.0.1:${(deaf.address() as AddressInfo).port}/` }
      open()
      await eventually(async () => slack.calls.length === 1)
      const began = performance.now()
      await mode.stop()
      assert(performance.now() - began < 25_000)
      deaf.close()
    })
  })
})

/** Takes connections, and says nothing for ever. */
function deafServer(): Promise<Server> {
  const server = createServer((taken) => void taken.on('error', () => undefined))
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}
