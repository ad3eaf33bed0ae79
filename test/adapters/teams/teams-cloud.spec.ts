import assert from 'node:assert/strict'
import { teamsCloud, trustsLoopbackFiles, trustsOrigins, trustsTenantsOf } from '../../../adapters/teams/teams-cloud.ts'

describe('the clouds of Teams', () => {
  for (const [service, url, trusted] of [
    ['', 'https://smba.trafficmanager.net/emea/', true],
    ['', 'https://smba.trafficmanager.net:443/amer/tenant/', true],
    ['', 'https://smba.infra.gcc.teams.microsoft.com/gcc', true],
    ['https://botframework.azure.us', 'https://smba.infra.gov.teams.microsoft.us/gcch', true],
    ['', 'https://smba.infra.gov.teams.microsoft.us/gcch', false],
    ['https://botframework.azure.us', 'https://smba.trafficmanager.net/emea/', false],
    ['', 'http://smba.trafficmanager.net/emea/', false],
    ['', 'https://evil.trafficmanager.net/', false],
    ['', 'https://smba.trafficmanager.net.evil.example/', false],
    ['', 'https://smba.trafficmanager.net@evil.example/', false],
    ['', 'https://evil@smba.trafficmanager.net/', false],
    ['', 'https://smba.trafficmanager.net:8443/', false],
    ['', '', false],
  ] as const) {
    it(`${trusted ? 'trusts' : 'does not trust'} ${url || 'nothing'} as '${service}'`, () => {
      const cloud = teamsCloud(service)
      assert(cloud)
      assert.equal(trustsOrigins(cloud.serviceOrigins)(url), trusted)
    })
  }

  for (const [service, url, trusted] of [
    ['', 'https://contoso-my.sharepoint.com/personal/mei/_layouts/15/download.aspx?tempauth=x', true],
    ['', 'https://contoso.sharepoint.com/sites/credit/a.csv', true],
    ['https://botframework.azure.us', 'https://contoso-my.sharepoint.us/a.csv', true],
    ['', 'https://contoso.sharepoint.us/a.csv', false],
    ['https://botframework.azure.us', 'https://contoso.sharepoint.com/a.csv', false],
    ['', 'http://contoso.sharepoint.com/a.csv', false],
    ['', 'https://contoso.sharepoint.com:8443/a.csv', false],
    ['', 'https://sharepoint.com/a.csv', false],
    ['', 'https://.sharepoint.com/a.csv', false],
    ['', 'https://evil.contoso.sharepoint.com/a.csv', false],
    ['', 'https://contoso.sharepoint.com.evil.example/a.csv', false],
    ['', 'https://contososharepoint.com/a.csv', false],
    ['', 'https://127.0.0.1/a.csv', false],
    ['', 'https://169.254.169.254/metadata', false],
  ] as const) {
    it(`${trusted ? 'fetches' : 'does not fetch'} files from ${url} as '${service}'`, () => {
      const cloud = teamsCloud(service)
      assert(cloud)
      assert.equal(trustsTenantsOf(cloud)(new URL(url)), trusted)
    })
  }

  it('fetches files from this machine only, in the demo', () => {
    const from = (url: string) => trustsLoopbackFiles(new URL(url))
    assert.deepEqual(
      [
        'http://127.0.0.1:4000/a.csv',
        'http://localhost/a.csv',
        'https://contoso.sharepoint.com/a',
        'file:///etc/passwd',
      ].map(from),
      [true, true, false, false],
    )
  })

  it('knows no other cloud', () => {
    assert.equal(teamsCloud('https://botframework.azure.cn'), null)
    assert.equal(teamsCloud('https://botframework.azure.us/'), null)
  })
})
