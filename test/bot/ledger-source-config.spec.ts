import assert from 'node:assert/strict'
import { FaultyConfig, readConfig } from '../../bot/config.ts'

const demo = {
  DESK_MODE: 'demo',
  BUSINESS_CENTRAL_TENANT_ID: 't',
  BUSINESS_CENTRAL_CLIENT_ID: 'c',
  BUSINESS_CENTRAL_CLIENT_SECRET: 'hunter2',
  BUSINESS_CENTRAL_API_URL: 'http://127.0.0.1:4000',
  BUSINESS_CENTRAL_LOGIN_URL: 'http://127.0.0.1:4000',
}
const live = {
  DESK_MODE: 'live',
  DESK_KEY: 'k'.repeat(32),
  DESK_ADMINS: 'teams:a1, teams:a2',
  MicrosoftAppId: '00000000-0000-0000-0000-0000000000b0',
  MicrosoftAppPassword: 'secret',
  MicrosoftAppTenantId: '00000000-0000-0000-0000-000000000001',
  BUSINESS_CENTRAL_TENANT_ID: 't',
  BUSINESS_CENTRAL_CLIENT_ID: 'c',
  BUSINESS_CENTRAL_CLIENT_SECRET: 'hunter2',
}
const faultsOf = (settings: Readonly<Record<string, string>>): readonly string[] => {
  try {
    readConfig(settings)
    return []
  } catch (fault) {
    assert(fault instanceof FaultyConfig)
    assert.doesNotMatch(fault.message, /hunter2/)
    return fault.faults
  }
}
const titles = (settings: Readonly<Record<string, string>>) => {
  const deps = { fetch, now: () => '2026-03-31T10:00:00.000Z' as const, timeZone: 'UTC' }
  return readConfig(settings).ledgerSources.map((open) => open(deps).title)
}

describe('the settings of books that the desk reads', () => {
  it('are none unless said', () => assert.deepEqual(readConfig({}).ledgerSources, []))

  it('need three of them, and the published addresses by themselves', () => {
    assert.deepEqual(titles(live), ['Business Central'])
    const { BUSINESS_CENTRAL_TENANT_ID, ...rest } = live
    void BUSINESS_CENTRAL_TENANT_ID
    assert.deepEqual(faultsOf(rest), ['BUSINESS_CENTRAL_TENANT_ID is missing; Business Central has other settings'])
    assert.equal(faultsOf({ BUSINESS_CENTRAL_COMPANY: 'CRONUS', DESK_MODE: 'demo' }).length, 5)
  })

  it('stay on this machine in a demo, and go by https otherwise', () => {
    assert.deepEqual(titles(demo), ['Business Central'])
    for (const address of ['BUSINESS_CENTRAL_API_URL', 'BUSINESS_CENTRAL_LOGIN_URL']) {
      assert.deepEqual(faultsOf({ ...demo, [address]: 'https://books.example' }), [
        `${address} must be a stand-in on this machine in demo mode, such as http://127.0.0.1:4000`,
      ])
      assert.deepEqual(faultsOf({ ...live, [address]: 'http://books.example' }), [
        `${address} must be an https address`,
      ])
    }
  })

  it('are credentials: with one of them the mode must be said', () => {
    const { DESK_MODE, ...rest } = demo
    void DESK_MODE
    const [fault = ''] = faultsOf(rest)
    assert.match(fault, /DESK_MODE must be said .*BUSINESS_CENTRAL_CLIENT_ID, BUSINESS_CENTRAL_CLIENT_SECRET/)
  })
})
