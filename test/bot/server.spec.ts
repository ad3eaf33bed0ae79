import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { Registry } from 'prom-client'
import { answer } from '../../adapters/shared/http-server.ts'
import { createDeskServer } from '../../bot/server.ts'

describe('the HTTP door', () => {
  const aServer = () =>
    createDeskServer({
      newReference: () => 'ref-1',
      onFailure: () => undefined,
      teams: async (_req, res) => answer(res, 200),
      ready: async () => ({ ready: false, outbox: 'late' }),
      metrics: new Registry(),
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
