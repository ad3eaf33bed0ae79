import assert from 'node:assert/strict'
import { teamsCloud, trustsOrigins } from '../../../adapters/teams/teams-cloud.ts'

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

  it('knows no other cloud', () => {
    assert.equal(teamsCloud('https://botframework.azure.cn'), null)
    assert.equal(teamsCloud('https://botframework.azure.us/'), null)
  })
})
