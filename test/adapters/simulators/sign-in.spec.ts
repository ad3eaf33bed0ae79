import assert from 'node:assert/strict'
import type { Lane } from '../../../domain/customers/lane.ts'
import { aSimulator, standingClock, stopSimulators } from './a-seed.ts'
import { caller, send, signIn } from './direct.ts'

describe('the simulated sign-in', () => {
  afterEach(stopSimulators)

  it('gives v1.0 tokens, with their numbers as text (facts 3.1)', async () => {
    const { status, body } = await signIn(await aSimulator())
    assert.equal(status, 200)
    const { access_token, ...rest } = body
    assert.equal(typeof access_token, 'string')
    assert.deepEqual(rest, {
      token_type: 'Bearer',
      expires_in: '3599',
      expires_on: '1774940399',
      not_before: '1774936800',
      resource: 'https://api.partnercenter.microsoft.com',
    })
  })

  for (const [what, over, status, error] of [
    ['another client', { client_id: 'stranger' }, 400, 'unauthorized_client'],
    ['a wrong secret', { client_secret: 'guess' }, 401, 'invalid_client'],
    [
      'the audience of another operator',
      { resource: 'https://partner.partnercenterapi.microsoftonline.cn' },
      400,
      'invalid_resource',
    ],
    ['a password (3.2)', { grant_type: 'password' }, 400, 'unsupported_grant_type'],
    ['an unknown refresh token', { grant_type: 'refresh_token', refresh_token: 'guess' }, 400, 'invalid_grant'],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const answer = await signIn(await aSimulator(), over)
      assert.deepEqual([answer.status, answer.body['error']], [status, error])
    })
  }

  it('knows one tenant', async () => {
    assert.equal((await signIn(await aSimulator(), {}, 'another')).status, 400)
  })

  for (const [oldRefreshTokens, second] of [
    ['refused', 400],
    ['accepted', 200],
  ] as const) {
    it(`rotates refresh tokens; old ones are ${oldRefreshTokens} (3.2)`, async () => {
      const simulator = await aSimulator({ switches: { oldRefreshTokens } })
      const grant = { grant_type: 'refresh_token', refresh_token: simulator.connection.refreshToken }
      const { body } = await signIn(simulator, grant)
      assert.equal(body['scope'], 'user_impersonation')
      assert.equal((await signIn(simulator, { ...grant, refresh_token: String(body['refresh_token']) })).status, 200)
      assert.equal((await signIn(simulator, grant)).status, second)
    })
  }

  it('takes no refresh token from before a new consent (3.2)', async () => {
    const simulator = await aSimulator()
    const grant = { grant_type: 'refresh_token', refresh_token: simulator.connection.refreshToken }
    const { body } = await signIn(simulator, grant)
    simulator.consent('given anew')
    const { status, body: refused } = await signIn(simulator, {
      ...grant,
      refresh_token: String(body['refresh_token']),
    })
    assert.deepEqual([status, refused['error']], [400, 'invalid_grant'])
    assert.equal((await signIn(simulator, { ...grant, refresh_token: 'given anew' })).status, 200)
  })

  it('or gives none, and goes on taking the one it has', async () => {
    const simulator = await aSimulator({ switches: { oldRefreshTokens: 'unchanged' } })
    const grant = { grant_type: 'refresh_token', refresh_token: simulator.connection.refreshToken }
    for (let time = 0; time < 2; time += 1) {
      const { status, body } = await signIn(simulator, grant)
      assert.deepEqual([status, body['scope'], body['refresh_token']], [200, 'user_impersonation', undefined])
    }
  })
})

describe('the simulated door', () => {
  afterEach(stopSimulators)

  const codeOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => [status, body['code']]

  it('wants a token, a living one, and the right audience (6.6, 3.1)', async () => {
    const clock = standingClock()
    const simulator = await aSimulator({ now: clock.now })
    const stale = await caller(simulator, { resource: 'https://graph.windows.net' })
    const call = await caller(simulator)
    assert.deepEqual(codeOf(await send(`${simulator.connection.apiUrl}/v1/customers`)), [401, '800001'])
    assert.deepEqual(codeOf(await stale('/v1/customers')), [401, '900420'])
    assert.deepEqual(codeOf(await call('/v1/customers')), [200, undefined])
    clock.move(3_599_000)
    assert.deepEqual(codeOf(await call('/v1/customers')), [401, '400'])
  })

  it('takes no token after they were revoked', async () => {
    const simulator = await aSimulator()
    const call = await caller(simulator)
    simulator.revokeTokens()
    assert.deepEqual(codeOf(await call('/v1/customers')), [401, '400'])
  })

  for (const lane of ['global', 'us-government', 'china'] as const satisfies readonly Lane[]) {
    it(`has its own audience in ${lane} (2.1)`, async () => {
      const call = await caller(await aSimulator({ lane }))
      assert.equal((await call('/v1/customers')).status, 200)
    })
  }

  for (const [what, headers] of [
    ['MS-RequestId', { 'MS-RequestId': 'not-a-guid' }],
    ['MS-CorrelationId', { 'MS-CorrelationId': '' }],
    ['MS-Contract-Version', { 'MS-Contract-Version': 'v2' }],
    ['Accept', { Accept: 'text/html' }],
  ] as const) {
    it(`wants ${what} in order (4.1)`, async () => {
      const call = await caller(await aSimulator())
      assert.deepEqual(codeOf(await call('/v1/customers', { headers })), [400, '800002'])
    })
  }

  it('can do without the contract version (4.1 (!))', async () => {
    const call = await caller(await aSimulator({ switches: { contractVersion: 'ignored' } }))
    assert.equal((await call('/v1/customers', { headers: { 'MS-Contract-Version': '' } })).status, 200)
  })

  it('echoes the ids and adds its own (4.1)', async () => {
    const call = await caller(await aSimulator())
    const id = '0a000000-0000-4000-8000-00000000000a'
    const { headers } = await call('/v1/customers', { requestId: id, headers: { 'MS-CorrelationId': id } })
    assert.deepEqual([headers.get('MS-RequestId'), headers.get('MS-CorrelationId')], [id, id])
    assert.ok(headers.get('MS-CV') && headers.get('MS-ServerId'))
  })

  it('counts requests by the minute and answers in shape C (4.5, 4.6)', async () => {
    const clock = standingClock()
    const simulator = await aSimulator({ now: clock.now, switches: { requestsPerMinute: 2 } })
    const call = await caller(simulator)
    clock.move(1000)
    for (let time = 0; time < 2; time += 1) assert.equal((await call('/v1/customers')).status, 200)
    clock.move(18_000)
    const { status, headers, body } = await call('/v1/customers')
    assert.deepEqual([status, headers.get('Retry-After'), body['statusCode']], [429, '42', 429])
    clock.move(42_000)
    assert.equal((await call('/v1/customers')).status, 200)
  })

  for (const byteOrderMark of [true, false]) {
    it(`answers ${byteOrderMark ? 'with' : 'without'} a byte order mark (4.2)`, async () => {
      const call = await caller(await aSimulator({ switches: { byteOrderMark } }))
      assert.equal((await call('/v1/customers')).text.startsWith('\uFEFF'), byteOrderMark)
    })
  }
})
