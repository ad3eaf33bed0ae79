import assert from 'node:assert/strict'
import { endpointsOf, graphEndpointsOf } from '../../../adapters/partner-center/endpoints.ts'
import { isLoopback } from '../../../adapters/shared/loopback.ts'

describe('where a lane answers', () => {
  for (const [lane, api, login] of [
    ['global', 'https://api.partnercenter.microsoft.com/', 'https://login.microsoftonline.com/'],
    ['us-government', 'https://api.partnercenter.microsoft.com/', 'https://login.microsoftonline.us/'],
    ['china', 'https://partner.partnercenterapi.microsoftonline.cn/', 'https://login.partner.microsoftonline.cn/'],
  ] as const) {
    it(`${lane}, as published`, () => {
      const endpoints = endpointsOf(lane)
      assert.deepEqual([endpoints.api.href, endpoints.login.href], [api, login])
      assert.equal(`${endpoints.audience}/`, api)
    })
  }

  for (const [lane, graph] of [
    ['global', 'https://graph.microsoft.com'],
    ['us-government', 'https://graph.microsoft.us'],
    ['china', 'https://microsoftgraph.chinacloudapi.cn'],
  ] as const) {
    it(`${lane}’s Microsoft Graph, as published, with tokens of its own and the lane’s sign-in`, () => {
      const { api, login, audience } = graphEndpointsOf(lane)
      assert.deepEqual([api.href, audience], [`${graph}/`, graph])
      assert.equal(login.href, endpointsOf(lane).login.href)
    })
  }

  it('Graph elsewhere when told so, past the same guard', () => {
    const here = { graphUrl: 'http://127.0.0.1:9/graph', loginUrl: 'http://127.0.0.1:9', allow: isLoopback }
    const { api, audience } = graphEndpointsOf('us-government', here)
    assert.deepEqual([api.href, audience], ['http://127.0.0.1:9/graph/', 'https://graph.microsoft.us'])
    assert.throws(() => graphEndpointsOf('global', { ...here, graphUrl: undefined }), /graph\..*may not be called/)
    assert.throws(() => graphEndpointsOf('global', { graphUrl: 'https://graph.microsoft.de' }), /closed on 2021-10-29/)
  })

  it('elsewhere when told so, still asking for tokens of the real API', () => {
    const stand = endpointsOf('china', { apiUrl: 'http://127.0.0.1:9/pc', loginUrl: 'http://localhost:9' })
    assert.equal(stand.api.href, 'http://127.0.0.1:9/pc/')
    assert.equal(stand.login.href, 'http://localhost:9/')
    assert.equal(stand.audience, 'https://partner.partnercenterapi.microsoftonline.cn')
  })

  for (const [what, apiUrl, words] of [
    ['no address', 'partner center', /not an address/],
    ['plain http beyond this machine', 'http://api.example', /https only/],
    ['another protocol', 'file:///etc/passwd', /https only/],
    ['a name and password inside', 'https://me:hush@api.example', /plain address/],
    ['a query', 'https://api.example/?a=1', /plain address/],
    ['the German cloud', 'https://login.microsoftonline.de', /closed on 2021-10-29/],
    ['the German Graph', 'https://graph.microsoft.de', /closed on 2021-10-29/],
  ] as const) {
    it(`refuses ${what}`, () => assert.throws(() => endpointsOf('global', { apiUrl }), words))
  }

  it('refuses what the guard does not allow, the published addresses included', () => {
    const loginUrl = 'http://127.0.0.1:9'
    assert.throws(() => endpointsOf('global', { loginUrl, allow: isLoopback }), /api\.partnercenter.*may not be called/)
    assert.throws(() => endpointsOf('global', { apiUrl: loginUrl, allow: isLoopback }), /login\..*may not be called/)
    assert.doesNotThrow(() => endpointsOf('global', { apiUrl: loginUrl, loginUrl, allow: isLoopback }))
  })

  for (const [host, stays] of [
    ['http://127.0.0.1', true],
    ['http://127.255.0.9:80', true],
    ['http://localhost', true],
    ['http://[::1]:3', true],
    ['http://127.0.0.1.example.com', false],
    ['http://localhost.example.com', false],
    ['http://10.0.0.1', false],
    ['http://0.0.0.0', false],
  ] as const) {
    it(`${host} ${stays ? 'stays' : 'does not stay'} on this machine`, () =>
      assert.equal(isLoopback(new URL(host)), stays))
  }
})
