import assert from 'node:assert/strict'
import { openAccess, openClient, openGraphAccess } from '../../../adapters/partner-center/client.ts'
import { faultOf } from './at-the-operator.ts'
import { aConfig, instantDeps, json, scriptedFetch, type Scripted } from './a-lane.ts'

const call = { method: 'GET', path: 'beta/security/partner/securityAlerts' } as const

function atGraph(answer: Scripted, config = aConfig) {
  const { fetch, said, signIns } = scriptedFetch(answer)
  const { deps } = instantDeps({ fetch })
  const client = openClient(config, deps, openGraphAccess(config, deps))
  return { client, said, signIns }
}

describe('Microsoft Graph in a lane', () => {
  it('is called at its own host, with a token for it and none of Partner Center’s headers', async () => {
    const { client, said, signIns } = atGraph(json({ value: [] }), { ...aConfig, lane: 'us-government' })
    await client.call(call)
    assert.equal(said[0]?.url.href, `https://graph.microsoft.us/${call.path}`)
    assert.equal(new URLSearchParams(signIns[0]?.body).get('resource'), 'https://graph.microsoft.us')
    assert.equal(signIns[0]?.url.origin, 'https://login.microsoftonline.us')
    assert.ok(said[0]?.headers.get('client-request-id'))
    assert.equal(said[0]?.headers.get('MS-RequestId'), null)
  })

  for (const [status, code, kind] of [
    [401, 'InvalidAuthenticationToken', 'unauthorised'],
    [403, 'Forbidden', 'unauthorised'],
    [403, 'Authorization_RequestDenied', 'unauthorised'],
    [404, 'ResourceNotFound', 'not-found'],
    [400, 'BadRequest', 'refused'],
  ] as const)
    it(`says no in a shape of its own: ${code}`, async () => {
      const body = { error: { code, message: 'So it is.', innerError: { 'request-id': 'r-1' } } }
      const { client } = atGraph(json(body, status, { 'request-id': 'r-1' }))
      const { facts } = await faultOf(client.call(call))
      const { service, description, correlationId } = facts
      assert.deepEqual([facts.kind, facts.code], [kind, code])
      assert.deepEqual([service, description, correlationId], ['graph:global', 'So it is.', 'r-1'])
    })

  it('signs in after Partner Center has, and not beside it: one refresh token is never used twice at once', async () => {
    const used: string[] = []
    let underWay = 0
    const { deps } = instantDeps({
      fetch: async (input, init) => {
        if (!(input instanceof URL && input.pathname.endsWith('/oauth2/token'))) return json({})()
        assert.equal((underWay += 1), 1)
        used.push(new URLSearchParams(typeof init?.body === 'string' ? init.body : '').get('refresh_token') ?? '')
        await new Promise((resolve) => setImmediate(resolve))
        underWay -= 1
        return json({ access_token: 'a', expires_in: '3599', refresh_token: `after ${used.length}` })()
      },
    })
    const config = { ...aConfig, refreshToken: 'configured' }
    const access = openAccess(config, deps)
    const clients = [access, openGraphAccess(config, deps, access)].map((each) => openClient(config, deps, each))
    await Promise.all(clients.map((client) => client.call(call)))
    assert.deepEqual(used, ['configured', 'after 1'])
  })

  it('does not keep Partner Center waiting when it asks for less', async () => {
    const { fetch } = scriptedFetch(json({}, 429, { 'Retry-After': '120' }), json({}))
    const { deps, pauses } = instantDeps({ fetch })
    const access = openAccess(aConfig, deps)
    const graph = openClient(aConfig, deps, openGraphAccess(aConfig, deps, access))
    assert.equal((await faultOf(graph.call(call))).facts.kind, 'throttled')
    await openClient(aConfig, deps, access).call({ method: 'GET', path: 'v1/customers' })
    assert.deepEqual(pauses, [])
  })
})
