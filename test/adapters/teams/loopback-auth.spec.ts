import assert from 'node:assert/strict'
import type { IncomingMessage } from 'node:http'
import { UntrustedServiceUrl } from '../../../adapters/teams/connector-factory.ts'
import { LoopbackAuthentication } from '../../../adapters/teams/loopback-auth.ts'
import { recorded } from './activities.ts'
import { openDoor, type OpenDoor } from './open-door.ts'

const local = (changes: object = {}) =>
  recorded('message-personal', { serviceUrl: 'http://localhost:56150', ...changes })

describe('the demo way in', () => {
  const authentication = new LoopbackAuthentication(undefined)
  let door: OpenDoor
  before(async () => {
    door = await openDoor(authentication)
  })
  after(() => door.close())

  it('does not exist in production', () => {
    assert.throws(() => new LoopbackAuthentication('production'), /production/)
    assert.doesNotThrow(() => new LoopbackAuthentication('test'))
  })

  it('lets this machine in without a token', async () => {
    assert.equal((await door.post(local())).status, 200)
    assert.equal(door.turns.length, 1)
  })

  for (const [what, headers] of [
    ['passed on by a proxy', { 'X-Forwarded-For': '203.0.113.7' }],
    ['passed on for another host', { 'X-Forwarded-Host': 'desk.example' }],
    ['passed on by the standard header', { Forwarded: 'for=203.0.113.7' }],
    ['sent by a web page', { Origin: 'https://evil.example' }],
  ] as const) {
    it(`refuses what was ${what}`, async () => {
      const before = door.turns.length
      assert.equal((await door.post(local({ id: what }), headers)).status, 403)
      assert.equal(door.turns.length, before)
    })
  }

  for (const address of ['203.0.113.7', '10.0.0.5', '::ffff:192.0.2.1', '2001:db8::1', undefined]) {
    it(`refuses ${address}`, () => {
      const request = { socket: { remoteAddress: address }, headers: {} } as unknown as IncomingMessage
      assert.equal(authentication.admits(request), false)
    })
  }

  for (const address of ['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1']) {
    it(`admits ${address}`, () => {
      const request = { socket: { remoteAddress: address }, headers: {} } as unknown as IncomingMessage
      assert.equal(authentication.admits(request), true)
    })
  }

  for (const serviceUrl of [
    'https://smba.trafficmanager.net/emea/',
    'http://127.0.0.1.evil.example/',
    'http://127.0.0.1@evil.example/',
    'http://169.254.169.254/latest',
    'file:///etc/passwd',
    'not a URL',
  ]) {
    it(`sends nothing to ${serviceUrl}`, async () => {
      assert.equal((await door.post(local({ id: serviceUrl, serviceUrl }))).status, 401)
      await assert.rejects(authentication.connect(serviceUrl), UntrustedServiceUrl)
    })
  }

  it('speaks Teams only', async () => {
    assert.equal((await door.post(local({ channelId: 'emulator' }))).status, 401)
    assert.equal(door.turnedAway.at(-1), 'channel')
  })
})
