import assert from 'node:assert/strict'
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { hostGuard, loopbackGuard, type Guard } from '../../../adapters/shared/host-guard.ts'

/** What the guard makes of a request: whether it goes on, else the status it was answered with. */
function looked(guard: Guard, host: string | undefined, target = '/api/messages'): 'goes on' | number {
  const req = new IncomingMessage(new Socket())
  req.url = target
  if (host !== undefined) req.headers.host = host
  const res = new ServerResponse(req)
  return guard(req, res) ? 'goes on' : res.statusCode
}

describe('a request', () => {
  for (const host of ['desk.example', 'desk.example:8443', '127.0.0.1', '[::1]:3978'])
    it(`to ${host} goes on`, () => assert.equal(looked(hostGuard, host), 'goes on'))

  for (const [what, host, target] of [
    ['without a host', undefined, '/'],
    ['to a host that holds a path', 'x/admin?', '/'],
    ['to a host that is none', 'a b', '/'],
    ['to a port that is none', 'desk.example:99999', '/'],
    ['for another server', 'desk.example', 'http://elsewhere.example/'],
  ] as const)
    it(`${what} is turned away`, () => assert.equal(looked(hostGuard, host, target), 400))

  it('for an address of 4096 letters or more is turned away', () => {
    assert.equal(looked(hostGuard, 'desk.example', `/${'a'.repeat(4094)}`), 'goes on')
    assert.equal(looked(hostGuard, 'desk.example', `/${'a'.repeat(4095)}`), 400)
  })

  it('that lets everybody in comes by a name of this machine', () => {
    for (const host of ['localhost:3978', '127.0.0.1', '[::1]']) assert.equal(looked(loopbackGuard, host), 'goes on')
    assert.equal(looked(loopbackGuard, 'rebound.example'), 403)
    assert.equal(looked(loopbackGuard, 'a b'), 400)
  })
})
