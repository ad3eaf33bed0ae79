import assert from 'node:assert/strict'
import { aSimulator, guidOf, harbor, seats, stopSimulators } from './a-seed.ts'
import { caller, seatsPath, send, signIn } from './direct.ts'

describe('trouble by order', () => {
  afterEach(stopSimulators)

  const suspend = { method: 'PATCH', body: { status: 'suspended' } } as const

  it('meets only the calls it names, and as many as it names', async () => {
    const simulator = await aSimulator()
    const call = await caller(simulator)
    simulator.fault({ method: 'GET', path: '/subscriptions', times: 2, then: { kind: 'error', status: 500 } })
    assert.equal((await call('/v1/customers')).status, 200)
    assert.equal((await call(seatsPath, suspend)).status, 200)
    assert.deepEqual([(await call(seatsPath)).status, (await call(seatsPath)).status], [500, 500])
    assert.equal((await call(seatsPath)).status, 200)
    simulator.fault({ then: { kind: 'error', status: 500 } })
    simulator.clearFaults()
    assert.equal((await call(seatsPath)).status, 200)
  })

  for (const [shape, body] of [
    ['A', { code: '7', description: 'As asked for.', data: [], source: 'PartnerFD' }],
    [
      'B',
      {
        code: 7,
        message: 'As asked for.',
        description: 'As asked for.',
        errorName: 'Refused',
        isRetryable: false,
        parameters: {},
        errorMessageExtended: 'InternalErrorCode=7',
      },
    ],
    ['C', { statusCode: 418, message: 'As asked for.' }],
  ] as const) {
    it(`speaks in shape ${shape} (4.5)`, async () => {
      const simulator = await aSimulator()
      const call = await caller(simulator)
      simulator.fault({ then: { kind: 'error', status: 418, shape, code: 7 } })
      const answer = await call('/v1/customers')
      assert.deepEqual([answer.status, answer.body], [418, body])
    })
  }

  it('throttles, and answers anything at all', async () => {
    const simulator = await aSimulator({ switches: { byteOrderMark: false } })
    const call = await caller(simulator)
    simulator.fault({ then: { kind: 'throttle', retryAfterSeconds: 9 } })
    const { status, headers } = await call('/v1/customers')
    assert.deepEqual([status, headers.get('Retry-After')], [429, '9'])
    simulator.fault({ then: { kind: 'answer', status: 200, body: '<html>', headers: { 'Content-Type': 'text/html' } } })
    const page = await call('/v1/customers')
    assert.deepEqual([page.text, page.headers.get('Content-Type')], ['<html>', 'text/html'])
  })

  it('breaks the connection before anything is carried out', async () => {
    const simulator = await aSimulator()
    const call = await caller(simulator)
    simulator.fault({ method: 'PATCH', then: { kind: 'drop' } })
    await assert.rejects(call(seatsPath, suspend), TypeError)
    assert.deepEqual(simulator.transitions(), [])
  })

  for (const then of [{ kind: 'drop' }, { kind: 'error', status: 502 }] as const) {
    it(`loses the answer after carrying out (${then.kind}), and has it again for who asks under the same id`, async () => {
      const simulator = await aSimulator()
      const call = await caller(simulator)
      simulator.fault({ method: 'PATCH', when: 'after', then })
      const requestId = guidOf(5)
      await call(seatsPath, { ...suspend, requestId }).catch(() => undefined)
      assert.equal(simulator.transitions().length, 1)
      assert.equal((await call(seatsPath, { ...suspend, requestId })).status, 200)
      assert.equal(simulator.transitions().length, 1)
    })
  }

  it('holds a call without an answer until the simulator ends', async () => {
    const simulator = await aSimulator()
    const call = await caller(simulator)
    simulator.fault({ method: 'PATCH', when: 'after', then: { kind: 'hang' } })
    const held = call(seatsPath, suspend).then(
      () => 'answered',
      () => 'broken off',
    )
    // Another call goes through meanwhile; it is answered after the first was carried out.
    while (simulator.transitions().length === 0) await call('/v1/customers')
    await stopSimulators()
    assert.equal(await held, 'broken off')
  })

  it('is all in the log, beside what really changed', async () => {
    const simulator = await aSimulator()
    const call = await caller(simulator)
    const requestId = guidOf(5)
    const headers = { 'MS-CorrelationId': guidOf(6) }
    simulator.fault({ method: 'PATCH', when: 'after', then: { kind: 'drop' } })
    await call(seatsPath, { ...suspend, requestId, headers }).catch(() => undefined)
    await call(seatsPath, { ...suspend, requestId, headers })
    simulator.flip({ customer: harbor, subscription: seats, status: 'active', by: 'portal' })
    assert.deepEqual(
      simulator
        .log()
        .filter((entry) => entry.kind === 'call' || entry.kind === 'transition')
        .map((entry) =>
          entry.kind === 'call'
            ? [entry.method, entry.path, entry.requestId, entry.correlationId, entry.answered, entry.replayed]
            : [entry.from, entry.to, entry.by, entry.requestId],
        ),
      [
        ['POST', '/partner-global/oauth2/token', null, null, 200, false],
        ['PATCH', seatsPath, requestId, guidOf(6), null, false],
        ['active', 'suspended', 'partner', requestId],
        ['PATCH', seatsPath, requestId, guidOf(6), 200, true],
        ['suspended', 'active', 'portal', null],
      ],
    )
  })
})

describe('the controls over HTTP', () => {
  afterEach(stopSimulators)

  const post = (url: string, body: object, type = 'application/json') =>
    send(url, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': type } })

  it('do what the handle does', async () => {
    const simulator = await aSimulator()
    const control = `${simulator.connection.apiUrl}/simulator`
    const call = await caller(simulator)
    const orders: readonly (readonly [string, object])[] = [
      ['flip', { customer: harbor, subscription: seats, status: 'suspended' }],
      ['customers', { id: guidOf(1), name: 'New', domain: 'new.example', subscriptions: [] }],
      ['condition', { customer: guidOf(1), condition: 'locked' }],
      ['switches', { byteOrderMark: false }],
      ['advance', { ms: 200 * 86_400_000 }],
    ]
    for (const [order, body] of orders) assert.equal((await post(`${control}/${order}`, body)).status, 204)
    assert.deepEqual(
      simulator.transitions().map(({ to, by }) => [to, by]),
      [
        ['suspended', 'operator'],
        ['expired', 'time'],
      ],
    )
    const fresh = await caller(simulator)
    assert.ok((await fresh('/v1/customers')).text.startsWith('{'))
    await post(`${control}/faults`, { path: '/customers', times: 2, then: { kind: 'error', status: 503 } })
    assert.equal((await fresh('/v1/customers')).status, 503)
    assert.equal((await send(`${control}/faults`, { method: 'DELETE' })).status, 204)
    assert.equal((await fresh('/v1/customers')).status, 200)
    await post(`${control}/revoke-tokens`, {})
    assert.equal((await fresh('/v1/customers')).status, 401)
    assert.equal((await call('/v1/customers')).status, 401)

    await post(`${control}/consent`, { refreshToken: 'given anew' })
    const again = { grant_type: 'refresh_token', refresh_token: 'given anew' }
    assert.equal((await signIn(simulator, again)).status, 200)

    const { body: log } = await send(`${control}/log`)
    assert.deepEqual(log['entries'], simulator.log())
    const { body: state } = await send(`${control}/subscriptions`)
    assert.deepEqual(state['subscriptions'], simulator.subscriptions())
  })

  it('say what is wrong with an order, and do nothing', async () => {
    const simulator = await aSimulator()
    const control = `${simulator.connection.apiUrl}/simulator`
    const flip = { customer: harbor, subscription: seats, status: 'suspended' }
    assert.equal((await post(`${control}/switches`, { byteOrderMarks: false })).status, 400)
    assert.equal((await post(`${control}/flip`, { ...flip, status: 'stopped' })).status, 400)
    assert.equal((await post(`${control}/flip`, { ...flip, subscription: guidOf(3) })).status, 409)
    // What a page in a browser could send without asking first.
    assert.equal((await post(`${control}/flip`, flip, 'text/plain')).status, 415)
    assert.deepEqual(simulator.transitions(), [])
  })
})
