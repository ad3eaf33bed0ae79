import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { inspect } from 'node:util'
import { Webhook } from 'standardwebhooks'
import { webhookPager, type WebhookPagerSettings } from '../../../adapters/pager/webhook-pager.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { instantOf } from '../../../domain/shared/time.ts'
import { openHttpReceiver, type HttpReceiver } from '../../kit/http-receiver.ts'
import { aPagerCall } from '../../kit/paging.ts'

const secret = `whsec_${Buffer.from('a secret of thirty-two bytes, ok').toString('base64')}`
const newer = Buffer.from('another one of thirty-two bytes.').toString('base64')
const textOf = () => ({ subject: '[Partner Desk] F-12', lines: ['一', 'Two.'] })
type Verify = (headers: Readonly<Record<string, unknown>>, body: string, secret: string) => boolean

describe('a call by webhook', () => {
  let receiver: HttpReceiver
  let nowMs: number
  beforeEach(async () => {
    receiver = await openHttpReceiver()
    nowMs = Date.now()
  })
  afterEach(() => receiver.close())

  const pager = (changes: Partial<WebhookPagerSettings> = {}, waitMs?: number) =>
    webhookPager(
      { url: `${receiver.url}/in/secret-path`, secrets: [secret], desk: 'https://desk.example.com', ...changes },
      { fetch, now: () => instantOf(nowMs), textOf, ...(waitMs !== undefined && { waitMs }) },
    )
  const faultOf = async (call = pager()): Promise<OutsideFault> => {
    const fault = await call.page(aPagerCall()).then(
      () => assert.fail('it was taken'),
      (caught: unknown) => caught,
    )
    assert(fault instanceof OutsideFault, String(fault))
    assert.doesNotMatch(inspect(fault, { depth: 9, showHidden: true }), /whsec|secret-path/)
    return fault
  }
  const only = () => {
    assert.equal(receiver.received.length, 1)
    return receiver.received[0] ?? assert.fail()
  }

  it('says what happened, and names no customer', async () => {
    assert.deepEqual(await pager().page(aPagerCall()), { taken: 1, refused: 0 })
    const { method, path, headers, body } = only()
    assert.deepEqual([method, path], ['POST', '/in/secret-path'])
    assert.equal(headers['content-type'], 'application/json; charset=utf-8')
    assert.deepEqual(JSON.parse(body), {
      type: 'page.unanswered',
      timestamp: aPagerCall().at,
      data: {
        id: aPagerCall().id,
        desk: 'https://desk.example.com',
        case: 'F-12',
        operator: 'china',
        severity: 'high',
        since: aPagerCall().since,
        minutes: 30,
        title: '[Partner Desk] F-12',
        text: '一\nTwo.',
      },
    })
  })

  it('is signed as Standard Webhooks verify it', async () => {
    await pager().page(aPagerCall())
    const { headers, body } = only()
    const signed = headers as Record<string, string>
    assert.deepEqual(new Webhook(secret).verify(body, signed), JSON.parse(body))
    assert.throws(() => new Webhook(newer).verify(body, signed))
    assert.throws(() => new Webhook(secret).verify(body.replace('F-12', 'F-13'), signed))
  })

  it('is signed with both secrets while one is exchanged', async () => {
    await pager({ secrets: [newer, secret] }).page(aPagerCall())
    const { headers, body } = only()
    for (const each of [secret, newer]) new Webhook(each).verify(body, headers as Record<string, string>)
  })

  describe('is verified by the recipe in docs/pager-webhook.md', () => {
    let verify: Verify
    before(async () => {
      const page = await readFile(new URL('../../../docs/pager-webhook.md', import.meta.url), 'utf8')
      const [, recipe = assert.fail('there is no recipe')] = /```js\n(.*?)```/s.exec(page) ?? []
      const source = `data:text/javascript;base64,${Buffer.from(recipe).toString('base64')}`
      verify = ((await import(source)) as { readonly verify: Verify }).verify
    })

    it('as it was sent', async () => {
      await pager({ secrets: [newer, secret] }).page(aPagerCall())
      const { headers, body } = only()
      assert.equal(verify(headers, body, secret), true)
      assert.equal(verify(headers, body, newer), true)
    })
    it('not with another secret, another body, another id or no signature', async () => {
      await pager().page(aPagerCall())
      const { headers, body } = only()
      assert.equal(verify(headers, body, newer), false)
      assert.equal(verify(headers, body.replace('F-12', 'F-13'), secret), false)
      assert.equal(verify({ ...headers, 'webhook-id': 'other' }, body, secret), false)
      assert.equal(verify({ ...headers, 'webhook-signature': undefined }, body, secret), false)
      const foreign = String(headers['webhook-signature']).replace(/.$/, 'é')
      assert.equal(verify({ ...headers, 'webhook-signature': foreign }, body, secret), false)
    })
    it('not once it is older than five minutes', async () => {
      nowMs -= 301_000
      await pager().page(aPagerCall())
      const { headers, body } = only()
      assert.equal(verify(headers, body, secret), false)
    })
  })

  it('carries the same id and body on every try, and a time of its own', async () => {
    await pager().page(aPagerCall())
    nowMs += 60_000
    await pager().page(aPagerCall())
    const [first, second] = receiver.received
    assert(first && second)
    assert.equal(first.body, second.body)
    for (const name of ['webhook-id', 'idempotency-key']) {
      assert.equal(first.headers[name], aPagerCall().id)
      assert.equal(second.headers[name], aPagerCall().id)
    }
    assert.equal(Number(second.headers['webhook-timestamp']) - Number(first.headers['webhook-timestamp']), 60)
  })

  for (const [status, kind, retryable] of [
    [400, 'refused', false],
    [404, 'refused', false],
    [410, 'refused', false],
    [401, 'unauthorised', false],
    [403, 'unauthorised', false],
    [408, 'unreachable', true],
    [429, 'throttled', true],
    [500, 'unreachable', true],
    [503, 'unreachable', true],
  ] as const) {
    it(`is ${retryable ? 'tried again' : 'refused'} at ${status}`, async () => {
      receiver.answers = { status, body: 'secret words' }
      const fault = await faultOf()
      assert.deepEqual(fault.facts, { service: 'pager:webhook', kind, status, code: `http-${status}` })
      assert.equal(fault.retryable, retryable)
    })
  }

  it('waits as long as it is told to', async () => {
    receiver.answers = { status: 429, headers: { 'Retry-After': '17' } }
    assert.equal((await faultOf()).facts.retryAfterMs, 17_000)
    nowMs = Date.parse('2025-03-31T02:00:00Z')
    receiver.answers = { status: 503, headers: { 'Retry-After': 'Mon, 31 Mar 2025 02:01:00 GMT' } }
    assert.equal((await faultOf()).facts.retryAfterMs, 60_000)
  })

  it('follows nobody to another address', async () => {
    receiver.answers = { status: 307, headers: { Location: `${receiver.url}/elsewhere` } }
    const fault = await faultOf()
    assert.deepEqual([fault.facts.kind, fault.facts.code], ['refused', 'redirect'])
    only()
  })

  it('waits no longer than its time for silence', async () => {
    receiver.answers = 'silence'
    const fault = await faultOf(pager({}, 50))
    assert.deepEqual([fault.facts.kind, fault.facts.code], ['unreachable', 'timed-out'])
  })

  it('reads nothing of an answer without end', async () => {
    receiver.answers = { status: 200, body: 'x'.repeat(50_000_000) }
    assert.deepEqual(await pager().page(aPagerCall()), { taken: 1, refused: 0 })
  })

  it('is tried again where nobody listens', async () => {
    await receiver.close()
    const fault = await faultOf()
    assert.deepEqual([fault.facts.kind, fault.facts.code], ['unreachable', 'no-answer'])
  })
})
