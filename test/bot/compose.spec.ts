import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { get } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LoopbackAuthentication } from '../../adapters/teams/loopback-auth.ts'
import { compose, type RunningDesk } from '../../bot/compose.ts'
import { createLog } from '../../bot/logging.ts'
import { later } from '../../domain/shared/time.ts'
import type { Staff } from '../../domain/staff/staff.ts'
import { aRoleChange, mei, minute, morning } from '../kit/builders.ts'
import { eventually } from '../kit/processes.ts'
import { openTeamsConnector, type TeamsConnector } from '../kit/teams-connector.ts'
import { teamsPerson } from '../kit/teams-person.ts'
import { anOpenDesk, type AnOpenDesk } from './an-open-desk.ts'
import { aPromise } from './a-runner.ts'

const meiInTeams: Staff = { ...mei, accounts: [{ channel: 'teams', tenant: 'tenant-1', user: 'aad-mei' }] }

describe('a composed desk', () => {
  let folder: string
  let open: AnOpenDesk
  let running: RunningDesk
  let connector: TeamsConnector
  let url: string
  let logged: Record<string, unknown>[]

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'composed-'))
    open = await anOpenDesk([meiInTeams])
    connector = await openTeamsConnector()
    logged = []
    running = await compose(open, {
      folder,
      authentication: new LoopbackAuthentication('test'),
      log: createLog('warn', { write: (line) => void logged.push(JSON.parse(line) as Record<string, unknown>) }),
      slack: null,
      cast: null,
    })
    url = `http://127.0.0.1:${await running.server.listen(0, '127.0.0.1')}`
  })
  afterEach(async () => {
    await running.close()
    await connector.close()
    await rm(folder, { recursive: true })
  })

  const ready = async () => {
    const response = await fetch(`${url}/readyz`)
    return { status: response.status, body: await response.json() }
  }
  const metric = async (name: string) =>
    (await (await fetch(`${url}/metrics`)).text()).split('\n').filter((line) => line.startsWith(name))

  const lanes = { global: 'not-configured', 'us-government': 'not-configured', china: 'acting' }

  it('is ready until a promise lies five minutes past its hour, and again when it is kept', async () => {
    await open.store.commit({ outbox: [aPromise('a')] })
    open.time = later(minute(5), -1)
    assert.deepEqual(await ready(), {
      status: 200,
      body: {
        ready: true,
        degraded: ['fraud-route:china'],
        store: true,
        outbox: { waiting: 1, lateMs: 299_999, stuck: 0 },
        lanes,
      },
    })
    open.time = minute(5)
    assert.deepEqual(await ready(), {
      status: 503,
      body: {
        ready: false,
        degraded: ['fraud-route:china'],
        store: true,
        outbox: { waiting: 1, lateMs: 300_000, stuck: 0 },
        lanes,
      },
    })
    await open.store.commit({ settle: ['a'] })
    assert.equal((await ready()).status, 200)
  })

  it('is not late for what is promised for tomorrow', async () => {
    await open.store.commit({ outbox: [aPromise('a', 86_400_000)] })
    assert.deepEqual((await ready()).body, {
      ready: true,
      store: true,
      degraded: ['fraud-route:china'],
      outbox: { waiting: 1, lateMs: 0, stuck: 0 },
      lanes,
    })
  })

  it('knows its people by their accounts, and counts what it answers', async () => {
    const person = teamsPerson(url, connector, 'Mei', 'aad-mei')
    await person.say('link')
    await person.sees(/You are in/i)
    const stranger = teamsPerson(url, connector, 'Nobody', 'aad-nobody')
    await stranger.say('overdue')
    await stranger.sees(/link/)
    assert.deepEqual(await metric('desk_turns_total{outcome="answered"}'), ['desk_turns_total{outcome="answered"} 2'])
  })

  it('asks Teams who belongs here, and asks nobody to let a guest in', async () => {
    connector.setMember('aad-guest', { userRole: 'guest' })
    const guest = teamsPerson(url, connector, 'Nobody', 'aad-guest')
    await guest.say('link')
    await guest.sees(/Teams says that you are a guest/)
    assert.deepEqual(await open.store.list('access-request'), [])
    const stranger = teamsPerson(url, connector, 'Nobody', 'aad-nobody')
    await stranger.say('link')
    await stranger.sees(/I have asked the administrators/)
  })

  it('lets nobody play anybody', async () => {
    const person = teamsPerson(url, connector, 'Mei', 'aad-mei')
    await person.say('be approver')
    await person.sees(/did not understand/i)
  })

  it('keeps its promises by saying them, and counts them', async () => {
    const person = teamsPerson(url, connector, 'Mei', 'aad-mei')
    await person.say('link')
    const change = aRoleChange()
    await open.store.commit({
      save: [{ kind: 'role-change', id: change.id, value: change, basedOn: null }],
      outbox: [
        {
          id: 'a',
          order: { kind: 'post-card', case: change.id, place: 'teams:tenant-1/aad-mei', reminder: false },
          dueAt: morning,
          attempts: 0,
        },
      ],
    })
    running.runner.start()
    await person.sees(/G-1/)
    await eventually(async () => (await open.store.backlog()).waiting === 0)
    assert.deepEqual(await metric('desk_promises_total'), [
      'desk_promises_total{kind="post-card",outcome="kept"} 1',
      'desk_promises_total{kind="update-cards",outcome="kept"} 1',
    ])
  })

  it('tells a disk that fails from Teams that is silent', async () => {
    const gone = Object.assign(new Error('no such file'), { code: 'ENOENT' })
    Object.assign(open.store, { commit: () => Promise.reject(gone) })
    const person = teamsPerson(url, connector, 'Mei', 'aad-mei')
    await person.send({ type: 'message', text: 'overdue' })
    const [{ level, service, err } = {}] = logged
    assert.deepEqual([level, service], [50, undefined])
    assert.match(JSON.stringify(err), /ENOENT.*compose\.spec|compose\.spec.*ENOENT/)
  })

  it('counts nobody who hangs up in the middle of a sentence', async () => {
    const caller = connect(Number(new URL(url).port), '127.0.0.1')
    const head =
      'POST /api/messages HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 90'
    caller.write(`${head}\r\n\r\n{"type":`, () => setTimeout(() => caller.destroy(), 50))
    await new Promise((closed) => caller.on('close', closed))
    await ready()
    assert.deepEqual(logged, [])
    assert.deepEqual(await metric('desk_turns_total'), [])
  })

  it('turns away whoever comes through a proxy', async () => {
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Forwarded-For': '10.0.0.1' },
      body: '{}',
    })
    assert.equal(response.status, 403)
    assert.deepEqual(await metric('desk_turns_total'), ['desk_turns_total{outcome="turned-away"} 1'])
  })

  it('is called by this machine’s own names only, as it is a demo', async () => {
    const { status } = await new Promise<{ status: number | undefined }>((resolve, reject) =>
      get(`${url}/healthz`, { headers: { Host: 'evil.example' } }, (response) => {
        response.resume()
        resolve({ status: response.statusCode })
      }).on('error', reject),
    )
    assert.equal(status, 403)
  })

  it('listens no more once it is closed', async () => {
    await running.close()
    await assert.rejects(fetch(`${url}/healthz`))
  })
})
