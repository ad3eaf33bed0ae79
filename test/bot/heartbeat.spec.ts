import assert from 'node:assert/strict'
import { inspect } from 'node:util'
import { createHeartbeat, type HeartbeatParts } from '../../bot/heartbeat.ts'
import { later, type Instant } from '../../domain/shared/time.ts'
import { openHttpReceiver, type HttpReceiver } from '../kit/http-receiver.ts'
import { morning } from '../kit/builders.ts'

describe('the heartbeat', () => {
  let watcher: HttpReceiver
  let now: Instant
  let alive: boolean | Error
  let logged: unknown[][]
  beforeEach(async () => {
    watcher = await openHttpReceiver()
    now = morning
    alive = true
    logged = []
  })
  afterEach(() => watcher.close())

  const heartbeat = (changes: Partial<HeartbeatParts> = {}) =>
    createHeartbeat({
      url: `${watcher.url}/ping/a-secret-id`,
      async ready() {
        if (alive instanceof Error) throw alive
        return { ready: alive }
      },
      fetch,
      now: () => now,
      log: { warn: (...args: unknown[]) => void logged.push(args) },
      ...changes,
    })
  const beat = async (of = heartbeat()) => {
    for (const task of of.tasks) await task.run(() => true)
  }

  it('is a plain GET each minute and at the start', async () => {
    const { tasks } = heartbeat()
    assert.deepEqual(
      tasks.map(({ name, when, atStart }) => ({ name, when, atStart })),
      [{ name: 'heartbeat', when: '* * * * *', atStart: true }],
    )
    await beat()
    assert.deepEqual(
      watcher.received.map(({ method, path, body }) => [method, path, body]),
      [['GET', '/ping/a-secret-id', '']],
    )
    assert.deepEqual(logged, [])
  })

  it('is none where nobody watches', () => {
    assert.deepEqual(heartbeat({ url: null }).tasks, [])
  })

  for (const [what, state] of [
    ['does not serve', false],
    ['cannot read its store', new Error('disk')],
  ] as const) {
    it(`is not sent by a desk that ${what}`, async () => {
      alive = state
      await beat()
      assert.deepEqual(watcher.received, [])
      assert.equal(logged.length, 1)
    })
  }

  it('that is refused is told of once an hour, without its address', async () => {
    watcher.answers = { status: 404, body: 'a-secret-id' }
    const own = heartbeat()
    for (const after of [0, 1, 59, 61, 62]) {
      now = later(morning, after * 60_000)
      await beat(own)
    }
    assert.equal(watcher.received.length, 5)
    assert.equal(logged.length, 2)
    assert.match(inspect(logged, { depth: 9 }), /heartbeat.*refused.*404/s)
    assert.doesNotMatch(inspect(logged, { depth: 9, showHidden: true }), /a-secret-id/)
  })

  it('follows nobody to another address', async () => {
    watcher.answers = { status: 302, headers: { Location: `${watcher.url}/elsewhere` } }
    await beat()
    assert.equal(watcher.received.length, 1)
    assert.match(inspect(logged, { depth: 9 }), /redirect/)
  })

  it('waits no longer than its time', async () => {
    watcher.answers = 'silence'
    await beat(heartbeat({ waitMs: 50 }))
    assert.match(inspect(logged, { depth: 9 }), /timed-out/)
  })

  it('keeps no desk from stopping', async () => {
    watcher.answers = 'silence'
    const own = heartbeat()
    const under = beat(own)
    while (watcher.received.length === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    own.stop()
    await under
    assert.deepEqual(logged, [])
  })
})
