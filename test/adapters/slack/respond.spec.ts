import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { slackApi, type Rendering } from '../../../adapters/slack/slack-api.ts'
import { slackHosts } from '../../../adapters/slack/slack-hosts.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import type { SlackTrouble } from '../../kit/fake-slack.ts'
import { anApi, type AnApi } from './an-api.ts'

const message: Rendering = () => ({ text: 'hello', blocks: [] })

describe('answers to an address that a payload brought', () => {
  let world: AnApi
  beforeEach(async () => {
    world = await anApi()
  })
  afterEach(() => world.close())
  const respond = (url: string, options = {}) => world.api.respond(url, message, options)
  const faultOf = async (call: Promise<unknown>) => {
    const fault: unknown = await call.catch((cause: unknown) => cause)
    assert(fault instanceof OutsideFault, String(fault))
    return fault
  }

  it('are for one person, or for all, or stand in a thread, or replace', async () => {
    const url = world.slack.newResponseUrl('U1', 'C1')
    await respond(url)
    await respond(url, { forAll: true })
    await respond(url, { thread: '3.1' })
    const [first, second, third] = world.slack.shown
    assert.deepEqual([first?.onlyTo, second?.onlyTo, third?.thread], ['U1', null, '3.1'])
    await respond(world.slack.newResponseUrl('U1', 'C1', first?.ts), { replaces: true })
    assert.deepEqual([world.slack.shown.length, first?.versions.length], [3, 2])
    // A token is no business of such an address.
    assert.deepEqual(world.slack.calls, [])
  })
  it('are five', async () => {
    const url = world.slack.newResponseUrl('U1', 'C1')
    for (let nth = 0; nth < 5; nth += 1) await respond(url)
    const fault = await faultOf(respond(url))
    assert.deepEqual([fault.facts.kind, fault.retryable], ['not-found', false])
  })
  for (const [what, trouble, kind, retryAfterMs] of [
    ['an address that is used up, said with 200', { body: '{"ok":false,"error":"used_url"}' }, 'not-found', undefined],
    ['the same with a blank in it', { body: '{"ok": false, "error": "expired_url"}' }, 'not-found', undefined],
    ['too many', { status: 429, retryAfter: 7 }, 'throttled', 7_000],
    ['too many for nobody knows how long', { status: 429 }, 'throttled', undefined],
    ['trouble at Slack', { status: 503 }, 'unreachable', undefined],
    ['a page of a proxy', { body: '<html>sign in</html>' }, 'unreachable', undefined],
    ['a page of a proxy that says no', { status: 403, body: '<!DOCTYPE html>' }, 'unreachable', undefined],
  ] as const satisfies readonly (readonly [string, SlackTrouble, string, number | undefined])[])
    it(`are ${kind} after ${what}`, async () => {
      world.slack.fail({ method: 'response', ...trouble })
      const { facts } = await faultOf(respond(world.slack.newResponseUrl('U1', 'C1')))
      assert.deepEqual([facts.kind, facts.retryAfterMs], [kind, retryAfterMs])
    })

  describe('elsewhere', () => {
    let asked: { readonly url: string; readonly authorization: string | undefined; readonly body: string }[]
    let elsewhere: string
    let leadsTo: string
    let close: () => Promise<void>
    beforeEach(async () => {
      asked = []
      leadsTo = ''
      const server = createServer((req, res) => {
        const chunks: Buffer[] = []
        req.on('data', (chunk: Buffer) => chunks.push(chunk))
        req.on('end', () => {
          asked.push({
            url: req.url ?? '',
            authorization: req.headers.authorization,
            body: Buffer.concat(chunks).toString(),
          })
          if (leadsTo !== '') res.setHeader('Location', leadsTo)
          res.statusCode = leadsTo === '' ? 200 : 307
          res.end('ok')
        })
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      elsewhere = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
      close = () =>
        new Promise((resolve) => {
          server.close(() => resolve())
          server.closeAllConnections()
        })
    })
    afterEach(() => close())
    const live = (api: string) =>
      slackApi({ token: 'xoxb-1', hosts: slackHosts(api, false), now: world.now, wait: async () => undefined })

    it('are never sent', async () => {
      const fault = await faultOf(live(world.slack.apiUrl).respond(elsewhere, message, {}))
      assert.deepEqual([fault.facts.kind, fault.facts.code], ['refused', 'response-url'])
      assert.deepEqual(asked, [])
    })
    it('nor is the token, when Slack’s address leads there', async () => {
      leadsTo = `${world.slack.apiUrl}chat.postMessage`
      const api = live(`${elsewhere}api/`)
      assert.equal((await faultOf(api.post({ channel: 'C1', thread: null }, message))).facts.kind, 'unreachable')
      assert.equal((await faultOf(api.respond(`${elsewhere}response`, message, {}))).facts.kind, 'unreachable')
      assert.deepEqual([asked.length, world.slack.calls.length], [2, 0])
    })
  })
})
