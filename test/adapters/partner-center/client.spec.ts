import assert from 'node:assert/strict'
import { openClient } from '../../../adapters/partner-center/client.ts'
import type { PartnerCenterDeps } from '../../../adapters/partner-center/settings.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { aConfig, instantDeps, json, scriptedFetch, type Said, type Scripted } from './a-lane.ts'

const call = { method: 'GET', path: 'v1/customers', query: { size: '5' } } as const
const fine = json({ items: [] })

/** One call; what was said, which pauses were made, and how it ended. */
async function calling(answers: readonly Scripted[], over: Partial<PartnerCenterDeps> = {}, requestId?: string) {
  const { fetch, said } = scriptedFetch(...answers)
  const { deps, pauses } = instantDeps({ fetch, ...over })
  const ended = await openClient(aConfig, deps)
    .call({ ...call, ...(requestId !== undefined && { requestId }) })
    .catch((thrown: unknown) => thrown)
  return { said, pauses, ended, fault: ended instanceof OutsideFault ? ended.facts : null }
}

const each = (said: readonly Said[], header: string) => said.map(({ headers }) => headers.get(header))

describe('one call', () => {
  it('carries every header, below the root and nowhere else', async () => {
    const { said } = await calling([fine], {}, 'intent-1')
    assert.deepEqual(
      said.map(({ url }) => url.href),
      ['https://api.partnercenter.microsoft.com/v1/customers?size=5'],
    )
    const { 'ms-correlationid': correlation, ...headers } = Object.fromEntries(said[0]?.headers ?? [])
    assert.match(correlation ?? '', /^[0-9a-f-]{36}$/)
    assert.deepEqual(headers, {
      accept: 'application/json',
      authorization: 'Bearer token-1',
      'ms-contract-version': 'v1',
      'ms-partnercenter-application': 'Partner Desk',
      'ms-requestid': 'intent-1',
      'x-locale': 'en-US',
    })
  })

  it('has an id of its own when no intent is named', async () => {
    const { fetch, said } = scriptedFetch(fine)
    const client = openClient(aConfig, instantDeps({ fetch }).deps)
    await client.call(call)
    await client.call(call)
    assert.equal(new Set(each(said, 'MS-RequestId')).size, 2)
  })

  it('is tried again after no answer and after a 5xx, under one request id and new correlation ids', async () => {
    const { said, pauses, fault } = await calling([null, json({}, 500), json({}, 503), fine], {}, 'intent-1')
    assert.equal(fault, null)
    assert.deepEqual(pauses, [500, 1500, 3500])
    assert.deepEqual(each(said, 'MS-RequestId'), ['intent-1', 'intent-1', 'intent-1', 'intent-1'])
    assert.equal(new Set(each(said, 'MS-CorrelationId')).size, 4)
  })

  it('is given up after three more tries', async () => {
    const { said, fault } = await calling([null])
    assert.equal(said.length, 4)
    assert.deepEqual([fault?.kind, fault?.code], ['unreachable', 'no-answer'])
  })

  for (const status of [400, 403, 404, 409, 417]) {
    it(`is not tried again after ${status}`, async () => {
      const { said, pauses } = await calling([json({ code: '1' }, status)])
      assert.equal(said.length, 1)
      assert.deepEqual(pauses, [])
    })
  }

  for (const [statuses, after] of [
    [[403], undefined],
    [[0, 403], true],
    [[500, 429, 403], true],
    [[429, 403], undefined],
  ] as const) {
    it(`says of a no whether an earlier try was left unanswered (${statuses.join(', ')})`, async () => {
      const soon = { 'Retry-After': '1' }
      const { fault } = await calling(statuses.map((status) => (status === 0 ? null : json({}, status, soon))))
      assert.deepEqual([fault?.kind, fault?.afterSilence], ['refused', after])
    })
  }

  it('waits out a short Retry-After', async () => {
    const { said, pauses, fault } = await calling([json({}, 429, { 'Retry-After': '4' }), fine])
    assert.equal(fault, null)
    assert.equal(said.length, 2)
    assert.deepEqual(pauses, [4000])
  })

  it('waits longer than planned when a 503 asks for it', async () => {
    const { pauses } = await calling([json({}, 503, { 'Retry-After': '2' }), fine])
    assert.deepEqual(pauses, [2000])
  })

  for (const [what, headers, retryAfterMs] of [
    ['a long Retry-After', { 'Retry-After': '6' }, 6000],
    ['no Retry-After', {}, undefined],
  ] as const) {
    it(`hands ${what} to the caller`, async () => {
      const { said, pauses, fault } = await calling([json({}, 429, headers), fine])
      assert.deepEqual([fault?.kind, fault?.retryAfterMs], ['throttled', retryAfterMs])
      assert.equal(said.length, 1)
      assert.deepEqual(pauses, [])
    })
  }

  it('never follows a redirect: the token would go along', async () => {
    const away = () => new Response(null, { status: 307, headers: { Location: 'https://elsewhere.example/v1' } })
    const { said, fault } = await calling([away])
    // The operator never redirects: somebody else answered, so nobody knows what became of the call.
    assert.deepEqual([fault?.kind, fault?.status, fault?.code], ['unreachable', 307, 'unreadable'])
    assert.deepEqual([...new Set(said.map(({ url }) => url.host))], ['api.partnercenter.microsoft.com'])
  })
})

describe('the time of a call', () => {
  const never = () => new Promise<Response>(() => undefined)

  it('ends an attempt that takes too long, and tries again', async () => {
    const asked: number[] = []
    // In this order: the whole call, the sign-in, the first attempt, the second.
    const timeout = (ms: number) => {
      asked.push(ms)
      return asked.length === 3 ? AbortSignal.abort() : new AbortController().signal
    }
    const { said, fault } = await calling([fine], { timeout })
    assert.equal(fault, null)
    assert.equal(said.length, 1)
    assert.deepEqual(asked, [60_000, 20_000, 20_000, 20_000])
  })

  it('ends an answer that stops half way', async () => {
    const attempt = new AbortController()
    const half = () =>
      new Response(
        new ReadableStream({
          start(body) {
            body.enqueue(new TextEncoder().encode('{"items":'))
            attempt.signal.addEventListener('abort', () => body.error(attempt.signal.reason))
            queueMicrotask(() => attempt.abort())
          },
        }),
      )
    const timeout = () => attempt.signal
    const { fault } = await calling([half], { timeout, timings: { retryWaitsMs: [] } })
    assert.deepEqual([fault?.kind, fault?.code], ['unreachable', 'timed-out'])
  })

  it('ends an answer that has no end of its own', async () => {
    let sent = 0
    const piece = new Uint8Array(1024 * 1024).fill(0x20)
    const endless = () =>
      new Response(
        new ReadableStream({
          pull(controller) {
            sent += 1
            if (sent > 400) controller.close()
            else controller.enqueue(piece)
          },
        }),
      )
    const { fault } = await calling([endless], { timings: { retryWaitsMs: [] } })
    assert.deepEqual([fault?.kind, fault?.code], ['unreachable', 'unreadable'])
    assert(sent < 100, `${sent} MB`)
  })

  it('ends the whole call, pauses included', async () => {
    const total = new AbortController()
    let signals = 0
    const timeout = () => ((signals += 1) === 1 ? total.signal : new AbortController().signal)
    let pauses = 0
    const sleep = async () => {
      pauses += 1
      total.abort()
    }
    const { said, fault } = await calling([json({ code: '17' }, 503)], { timeout, sleep })
    assert.deepEqual([said.length, pauses], [1, 1])
    // What went wrong last, not that time ran out over it.
    assert.deepEqual([fault?.kind, fault?.code], ['unreachable', '17'])
  })

  it('ends the whole call in the middle of an attempt', async () => {
    const total = new AbortController()
    let signals = 0
    const timeout = () => ((signals += 1) === 1 ? total.signal : new AbortController().signal)
    const hanging: typeof fetch = (input, init) => {
      if (input instanceof URL && input.pathname.endsWith('/oauth2/token'))
        return Promise.resolve(json({ access_token: 'a', expires_in: '3599' })())
      queueMicrotask(() => total.abort())
      return new Promise((_, no) => init?.signal?.addEventListener('abort', no))
    }
    const { fault } = await calling([], { timeout, fetch: hanging })
    assert.deepEqual([fault?.kind, fault?.code], ['unreachable', 'timed-out'])
  })

  it('ends the whole call while it waits for a sign-in, which goes on for others', async () => {
    const total = new AbortController()
    let signals = 0
    const timeout = () => ((signals += 1) === 1 ? total.signal : new AbortController().signal)
    let answer = (_: Response): void => undefined
    const slow: typeof fetch = (input) => {
      if (!(input instanceof URL) || !input.pathname.endsWith('/oauth2/token')) return Promise.resolve(fine())
      queueMicrotask(() => total.abort())
      return new Promise((resolve) => (answer = resolve))
    }
    const { deps } = instantDeps({ fetch: slow, timeout, timings: { retryWaitsMs: [] } })
    const client = openClient(aConfig, deps)
    await assert.rejects(client.call(call), (thrown) => {
      assert.ok(thrown instanceof OutsideFault)
      assert.deepEqual([thrown.facts.kind, thrown.facts.code], ['unreachable', 'timed-out'])
      return true
    })
    const another = client.call(call)
    answer(json({ access_token: 'a', expires_in: '3599' })())
    assert.equal((await another).status, 200)
  })

  it('lets go of a server that never answers', async () => {
    const attempt = new AbortController()
    const answer = () => {
      queueMicrotask(() => attempt.abort())
      return Promise.race([never(), new Promise<Response>((_, no) => attempt.signal.addEventListener('abort', no))])
    }
    const { fault } = await calling([answer], { timeout: () => attempt.signal, timings: { retryWaitsMs: [] } })
    assert.deepEqual([fault?.kind, fault?.code], ['unreachable', 'timed-out'])
  })
})
