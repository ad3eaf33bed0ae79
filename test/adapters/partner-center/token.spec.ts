import assert from 'node:assert/strict'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { openAccess, openClient } from '../../../adapters/partner-center/client.ts'
import { unkeptRefreshTokens, type RefreshTokens } from '../../../adapters/partner-center/refresh-tokens.ts'
import { standingClock } from '../simulators/a-seed.ts'
import { aConfig, instantDeps, json, scriptedFetch, type Scripted } from './a-lane.ts'

const call = { method: 'GET', path: 'v1/customers' } as const
const page = json({ items: [] })

describe('the token', () => {
  it('is asked for as the app, by v1.0, for the API root', async () => {
    const { fetch, signIns } = scriptedFetch(page)
    await openClient(aConfig, instantDeps({ fetch }).deps).call(call)
    assert.deepEqual(
      signIns.map(({ url, method, body }) => [method, url.href, Object.fromEntries(new URLSearchParams(body))]),
      [
        [
          'POST',
          'https://login.microsoftonline.com/partner.example/oauth2/token',
          {
            grant_type: 'client_credentials',
            client_id: 'desk',
            client_secret: 'hush',
            resource: 'https://api.partnercenter.microsoft.com',
          },
        ],
      ],
    )
  })

  it('serves until shortly before it expires', async () => {
    const clock = standingClock()
    const { fetch, said, signIns } = scriptedFetch(page)
    const client = openClient(aConfig, instantDeps({ fetch, now: clock.now }).deps)
    await client.call(call)
    clock.move(3298_000)
    await client.call(call)
    clock.move(1_000)
    await client.call(call)
    assert.equal(signIns.length, 2)
    assert.deepEqual(
      said.map(({ headers }) => headers.get('Authorization')),
      ['Bearer token-1', 'Bearer token-1', 'Bearer token-2'],
    )
  })

  it('is fetched once for all who wait', async () => {
    const { fetch, signIns } = scriptedFetch(page)
    const client = openClient(aConfig, instantDeps({ fetch }).deps)
    await Promise.all([client.call(call), client.call(call), client.call(call)])
    assert.equal(signIns.length, 1)
  })

  it('is dropped at a 401 and the call tried once more, under the same request id', async () => {
    const { fetch, said, signIns } = scriptedFetch(json({ code: 400 }, 401), page)
    await openClient(aConfig, instantDeps({ fetch }).deps).call(call)
    assert.equal(signIns.length, 2)
    assert.deepEqual(
      said.map(({ headers }) => headers.get('Authorization')),
      ['Bearer token-1', 'Bearer token-2'],
    )
    assert.equal(new Set(said.map(({ headers }) => headers.get('MS-RequestId'))).size, 1)
  })

  it('is not dropped again at a second 401', async () => {
    const { fetch, said } = scriptedFetch(json({ code: 900420, description: 'wrong audience' }, 401))
    await assert.rejects(openClient(aConfig, instantDeps({ fetch }).deps).call(call), (thrown) => {
      assert.ok(thrown instanceof OutsideFault)
      assert.equal(thrown.facts.kind, 'unauthorised')
      assert.equal(thrown.facts.code, '900420')
      return true
    })
    assert.equal(said.length, 2)
  })

  describe('in a person’s name', () => {
    const signedIn = (refresh_token: string) => json({ access_token: 'a', expires_in: '3599', refresh_token })

    it('is asked for with the refresh token, and the rotated one is kept and used next', async () => {
      const kept: string[] = []
      const clock = standingClock()
      const { fetch, bodies } = signInFetch(signedIn('second'), signedIn('third'))
      const { deps } = instantDeps({ fetch, now: clock.now })
      const refreshTokens = unkeptRefreshTokens('first')
      const watched: RefreshTokens = {
        ...refreshTokens,
        get current() {
          return refreshTokens.current
        },
        async rotate(token) {
          kept.push(token)
          await refreshTokens.rotate(token)
        },
      }
      const client = openClient(aConfig, deps, openAccess(aConfig, deps, watched))
      await client.call(call)
      clock.move(3_600_000)
      await client.call(call)
      assert.deepEqual(
        bodies.map((body) => [body.get('grant_type'), body.get('refresh_token'), body.get('resource')]),
        [
          ['refresh_token', 'first', 'https://api.partnercenter.microsoft.com'],
          ['refresh_token', 'second', 'https://api.partnercenter.microsoft.com'],
        ],
      )
      assert.deepEqual(kept, ['second', 'third'])
    })
  })

  it('is not asked for again before the moment the operator named', async () => {
    const clock = standingClock()
    const signedIn = json({ access_token: 'a', expires_in: '3599' })
    const { fetch, bodies } = signInFetch(json({}, 429, { 'Retry-After': '30' }), signedIn)
    const client = openClient(aConfig, instantDeps({ fetch, now: clock.now }).deps)
    const isThrottled = (retryAfterMs: number) => (thrown: unknown) => {
      assert.ok(thrown instanceof OutsideFault)
      assert.deepEqual([thrown.facts.kind, thrown.facts.retryAfterMs], ['throttled', retryAfterMs])
      return true
    }
    await assert.rejects(client.call(call), isThrottled(30_000))
    clock.move(20_000)
    await assert.rejects(client.call(call), isThrottled(10_000))
    assert.equal(bodies.length, 1)
    clock.move(10_000)
    await client.call(call)
    assert.equal(bodies.length, 2)
  })

  for (const [what, answer, kind, code] of [
    [
      'a wrong secret',
      json({ error: 'invalid_client', error_description: 'AADSTS7000215' }, 401),
      'unauthorised',
      'invalid_client',
    ],
    ['a spent refresh token', json({ error: 'invalid_grant' }, 400), 'unauthorised', 'invalid_grant'],
    ['an unknown tenant', json({ error: 'invalid_request' }, 404), 'unauthorised', 'invalid_request'],
    [
      'a redirect',
      () => new Response(null, { status: 307, headers: { Location: 'https://evil.example' } }),
      'unreachable',
      'unreadable',
    ],
    ['a page in place of a sign-in', () => new Response('<html>', { status: 403 }), 'unreachable', 'unreadable'],
    ['a broken sign-in', json({}, 503), 'unreachable', undefined],
    ['a broken connection', null, 'unreachable', 'no-answer'],
    ['too many sign-ins', json({}, 429), 'throttled', undefined],
    ['an answer that is none', () => new Response('<html>'), 'unreachable', 'unreadable'],
    ['an answer without a token', json({ expires_in: '3599' }), 'unreachable', 'unreadable'],
    ['a lifetime that is none', json({ access_token: 'a', expires_in: 'soon' }), 'unreachable', 'unreadable'],
  ] as const satisfies readonly (readonly [string, Scripted, string, string | undefined])[]) {
    it(`${what} is ${kind}`, async () => {
      const { fetch } = signInFetch(answer)
      await assert.rejects(openClient(aConfig, instantDeps({ fetch }).deps).call(call), (thrown) => {
        assert.ok(thrown instanceof OutsideFault, String(thrown))
        assert.deepEqual([thrown.facts.kind, thrown.facts.code], [kind, code])
        assert.ok(!JSON.stringify(thrown.facts).includes('hush'))
        return true
      })
    })
  }
})

/** Scripted sign-ins; every other call finds an empty page. */
function signInFetch(...answers: readonly Scripted[]) {
  const bodies: URLSearchParams[] = []
  const fake: typeof fetch = async (input, init) => {
    if (!(input instanceof URL) || !input.pathname.endsWith('/oauth2/token')) return page()
    assert.equal(init?.redirect, 'manual')
    bodies.push(new URLSearchParams(typeof init?.body === 'string' ? init.body : ''))
    const answer = answers[Math.min(bodies.length, answers.length) - 1]
    if (answer == null) throw new TypeError('fetch failed')
    return answer()
  }
  return { fetch: fake, bodies }
}
