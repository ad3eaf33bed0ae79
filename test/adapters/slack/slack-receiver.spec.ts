import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { signatureOf } from '../../kit/slack-requests.ts'
import { openSlackDoor, secret, type OpenSlackDoor } from './open-slack-door.ts'

const message = { type: 'message', channel_type: 'im', channel: 'DUMEI', user: 'UMEI', text: 'overdue', ts: '1.1' }
const body = JSON.stringify({ type: 'event_callback', team_id: 'partner', event_id: 'Ev1', event: message })
const json = { 'content-type': 'application/json' }
const minutes = (count: number) => count * 60_000

describe('POST /slack/events', () => {
  let door: OpenSlackDoor
  beforeEach(async () => {
    door = await openSlackDoor()
  })
  afterEach(() => door.close())

  const send = (text: string | Uint8Array, headers: Readonly<Record<string, string>>) =>
    fetch(door.url, { method: 'POST', headers, body: text })
  const signed = (text: string, at = door.at) => signatureOf(text, secret, at)
  /** Signed over the bytes themselves, whether or not they are text. */
  const signedBytes = (bytes: Uint8Array) => {
    const timestamp = String(Math.floor(door.at / 1_000))
    const hash = createHmac('sha256', secret).update(`v0:${timestamp}:`).update(bytes).digest('hex')
    return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${hash}` }
  }

  describe('signatures', () => {
    const tampered = (change: (headers: Record<string, string>) => Record<string, string>) => change(signed(body))
    for (const [what, headers] of [
      ['no signature', () => ({})],
      [
        'a signature without its time',
        () => tampered(({ 'x-slack-signature': only = '' }) => ({ 'x-slack-signature': only })),
      ],
      ['a time that is none', () => tampered((all) => ({ ...all, 'x-slack-request-timestamp': 'now' }))],
      ['a time that is no whole second', () => tampered((all) => ({ ...all, 'x-slack-request-timestamp': '1e99' }))],
      ['another secret', () => signatureOf(body, 'guessed', door.at)],
      ['a signature over another body', () => signed(body.replace('overdue', 'stop'))],
      [
        'another version',
        () => tampered((all) => ({ ...all, 'x-slack-signature': `v1=${all['x-slack-signature']?.slice(3)}` })),
      ],
      ['a signature without a hash', () => tampered((all) => ({ ...all, 'x-slack-signature': 'v0=' }))],
      [
        'a time it was not signed with',
        () => tampered((all) => ({ ...all, 'x-slack-request-timestamp': String(door.at / 1_000 + 1) })),
      ],
      ['a signature of more than five minutes ago', () => signed(body, door.at - minutes(5) - 1_000)],
      ['a signature of more than five minutes ahead', () => signed(body, door.at + minutes(5) + 1_000)],
    ] as const)
      it(`turns away ${what}`, async () => {
        const answer = await send(body, { ...json, ...headers() })
        assert.deepEqual([answer.status, await answer.text()], [401, ''])
        await door.settled()
        assert.deepEqual([door.heard.length, door.turnedAway.length, door.slack.calls.length], [0, 1, 0])
      })

    for (const [when, at] of [
      ['now', 0],
      ['five minutes ago', -minutes(5)],
      ['five minutes ahead', minutes(5)],
    ] as const)
      it(`takes one that was signed ${when}`, async () => {
        assert.equal((await send(body, { ...json, ...signed(body, door.at + at) })).status, 200)
        await door.settled()
        assert.deepEqual([door.heard.length, door.turnedAway], [1, []])
      })
  })

  describe('bodies, however well signed,', () => {
    for (const [what, text, status] of [
      ['nothing', '', 400],
      ['no JSON', '{', 400],
      ['a list', '[]', 400],
      ['null', 'null', 400],
      ['a form whose payload is no JSON', 'payload=%7B', 400],
      ['a form whose payload is a list', 'payload=%5B%5D', 400],
      ['an empty object', '{}', 404],
      ['a kind nobody knows', '{"type":"workflow_step_edit"}', 404],
    ] as const)
      it(`that are ${what} are answered ${status}`, async () => {
        const type = text.startsWith('payload')
          ? 'application/x-www-form-urlencoded; charset=utf-8'
          : 'application/json'
        const answer = await send(text, { 'content-type': type, ...signed(text) })
        assert.deepEqual([answer.status, await answer.text(), door.failures.length], [status, '', 0])
      })

    it('are refused when they are no text', async () => {
      const bytes = new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])
      assert.equal((await send(bytes, { ...json, ...signedBytes(bytes) })).status, 401)
    })
    it('are refused when they are packed', async () => {
      const packed = new Uint8Array(gzipSync(body))
      const answer = await send(packed, { ...json, 'content-encoding': 'gzip', ...signedBytes(packed) })
      assert.equal(answer.status, 415)
    })
    it('are refused when they are too large', async () => {
      const large = JSON.stringify({ ...message, text: 'x'.repeat(600 * 1_024) })
      assert.equal((await send(large, { ...json, ...signed(large) })).status, 413)
      assert.deepEqual(door.failures, [])
    })
    it('are refused when an event is none', async () => {
      const text = JSON.stringify({ type: 'event_callback', event: 'suspend contoso' })
      assert.equal((await send(text, { ...json, ...signed(text) })).status, 400)
      assert.deepEqual(door.logged, [])
    })
  })

  it('takes a form that says how it is encoded', async () => {
    const command = new URLSearchParams({
      team_id: 'partner',
      command: '/desk',
      text: 'help',
      user_id: 'UMEI',
      channel_id: 'DUMEI',
      response_url: door.slack.newResponseUrl('UMEI', 'DUMEI'),
      trigger_id: 'T1',
    }).toString()
    const type = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }
    assert.equal((await send(command, { ...type, ...signed(command) })).status, 200)
    await door.settled()
    assert.equal(door.heard.length, 1)
  })

  it("answers Slack's check of the certificate, which is not signed, and does nothing else of it", async () => {
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    assert.equal((await send('token=x&ssl_check=1&command=/desk&user_id=UMEI', type)).status, 200)
    await door.settled()
    assert.deepEqual([door.heard.length, door.turnedAway.length], [0, 0])
  })

  it('says back what proves that the address is ours, only when it was signed', async () => {
    const check = JSON.stringify({ type: 'url_verification', challenge: '3eZbrw1a' })
    assert.equal((await send(check, json)).status, 401)
    const answer = await send(check, { ...json, ...signed(check) })
    assert.deepEqual([answer.status, await answer.json()], [200, { challenge: '3eZbrw1a' }])
  })
})
