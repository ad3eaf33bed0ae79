import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { Registry } from 'prom-client'
import { answer } from '../../adapters/shared/http-server.ts'
import { createDeskServer } from '../../bot/server.ts'

describe('the HTTP door', () => {
  const aServer = (loopbackOnly = false) =>
    createDeskServer({
      newReference: () => 'ref-1',
      onFailure: () => undefined,
      teams: async (_req, res) => answer(res, 200),
      slack: null,
      webhooks: async (_req, res) => answer(res, 200),
      ready: async () => ({ ready: false, outbox: 'late' }),
      metrics: new Registry(),
      loopbackOnly,
    })
  const server = aServer()
  let port = 0
  before(async () => {
    port = await server.listen(0, '127.0.0.1')
  })
  after(() => server.close())

  it('says that it is alive', async () => {
    const response = await fetch(`http://127.0.0.1:${port}/healthz`)
    assert.equal(response.status, 200)
    assert.deepEqual(await response.json(), { alive: true })
  })

  it('says when it cannot serve, and why', async () => {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`)
    assert.equal(response.status, 503)
    assert.deepEqual(await response.json(), { ready: false, outbox: 'late' })
  })

  it('refuses a port that is taken', async () => {
    await assert.rejects(aServer().listen(port, '127.0.0.1'), /EADDRINUSE/)
  })

  for (const [what, head] of [
    ['a malformed host', 'GET /healthz HTTP/1.1\r\nHost: a b\r\n\r\n'],
    ['a host that re-routes', 'GET /nowhere HTTP/1.1\r\nHost: x/healthz?\r\n\r\n'],
    ['a port out of range', 'GET /healthz HTTP/1.1\r\nHost: x:99999\r\n\r\n'],
    ['an absolute target', 'GET http://[/healthz HTTP/1.1\r\nHost: x\r\n\r\n'],
  ] as const) {
    it(`answers 400 to ${what} and goes on serving`, async () => {
      assert.match(await raw(port, head), /^HTTP\/1\.1 400 /)
      assert.equal((await fetch(`http://127.0.0.1:${port}/healthz`)).status, 200)
    })
  }

  it('may be called by any sound name: a proxy calls it by the public one', async () => {
    assert.match(await raw(port, 'GET /healthz HTTP/1.1\r\nHost: desk.partner.example\r\n\r\n'), /^HTTP\/1\.1 200 /)
  })

  describe('of the demo', () => {
    const demo = aServer(true)
    let demoPort = 0
    before(async () => {
      demoPort = await demo.listen(0, '127.0.0.1')
    })
    after(() => demo.close())

    const routes = [
      'GET /healthz',
      'GET /readyz',
      'GET /metrics',
      'HEAD /api/messages',
      'POST /api/messages',
      'GET /no',
    ]
    for (const [host, answered] of [
      ['evil.example', /^403 /],
      ['localhost.evil.example', /^403 /],
      ['127.0.0.1.evil.example:3978', /^403 /],
      ['192.168.1.7', /^403 /],
      ['0.0.0.0', /^403 /],
      ['a b', /^400 /],
      ['localhost', /^(200|404|503) /],
      ['LocalHost:3978', /^(200|404|503) /],
      ['127.0.0.1:3978', /^(200|404|503) /],
      ['[::1]:3978', /^(200|404|503) /],
    ] as const)
      it(`answers ${answered.source} on every route to whoever calls it ${host}`, async () => {
        for (const route of routes) {
          const head = `${route} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 0\r\n\r\n`
          assert.match((await raw(demoPort, head)).slice('HTTP/1.1 '.length), answered, route)
        }
      })
  })

  it('answers an unknown address with 404', async () => {
    assert.equal((await fetch(`http://127.0.0.1:${port}/admin`)).status, 404)
  })
})

/** Sends bytes as they are, since fetch would correct them, and gives back the first answer. */
function raw(port: number, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(request))
    socket.once('data', (data) => {
      resolve(data.toString())
      socket.destroy()
    })
    socket.once('error', reject)
  })
}
