import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { FaultyConfig, readConfig } from '../../bot/config.ts'
import { environment } from '../../bot/config/environment.ts'

const tenant = '00000000-0000-0000-0000-000000000001'
const live = {
  DESK_MODE: 'live',
  DESK_KEY: 'k'.repeat(32),
  DESK_ADMINS: `teams:A1, teams:${tenant}/a2`,
  MicrosoftAppId: '00000000-0000-0000-0000-0000000000b0',
  MicrosoftAppPassword: 'secret',
  MicrosoftAppTenantId: tenant,
}

describe('the settings', () => {
  it('are a demo on this machine when none is given', () => {
    const config = readConfig({})
    assert.equal(config.mode, 'demo')
    assert.equal(config.host, '127.0.0.1')
    assert.equal(config.dataFolder, null)
    assert.equal(config.teams, null)
  })

  it('are those of .env.example, no more and no fewer', async () => {
    const example = await readFile(new URL('../../.env.example', import.meta.url), 'utf8')
    const described = [...example.matchAll(/^([A-Za-z_]+)=/gm)].map(([, name]) => name)
    assert.deepEqual(described.sort(), Object.keys(environment.shape).sort())
  })

  it('read a live desk, accounts in lower case', () => {
    const config = readConfig(live)
    assert.equal(config.mode, 'live')
    assert.deepEqual(config.administrators, [
      { channel: 'teams', tenant, user: 'a1' },
      { channel: 'teams', tenant, user: 'a2' },
    ])
  })

  it('begin in the language of whoever the only operator works with, unless one is named', () => {
    const of = (lane: string) => ({
      [`PARTNER_CENTER_${lane}_TENANT_ID`]: tenant,
      [`PARTNER_CENTER_${lane}_CLIENT_ID`]: tenant,
      [`PARTNER_CENTER_${lane}_CLIENT_SECRET`]: 'secret',
    })
    const language = (given: Readonly<Record<string, string>>) => readConfig({ ...live, ...given }).language
    assert.equal(language({}), 'en')
    assert.equal(language(of('CHINA')), 'zh-Hans-CN')
    assert.equal(language({ ...of('CHINA'), ...of('GLOBAL') }), 'en')
    assert.equal(language({ ...of('CHINA'), DESK_LANGUAGE: 'ja' }), 'ja')
  })

  it('read several keys, the newest first', () => {
    assert.deepEqual(readConfig(live).deskKeys, ['k'.repeat(32)])
    const both = `${'l'.repeat(32)}, ${'k'.repeat(32)}`
    assert.deepEqual(readConfig({ ...live, DESK_KEY: both }).deskKeys, ['l'.repeat(32), 'k'.repeat(32)])
    assert.deepEqual(readConfig({}).deskKeys, [])
  })

  const refused: readonly (readonly [string, Record<string, string>, RegExp])[] = [
    ['a credential without a mode', { MicrosoftAppId: live.MicrosoftAppId }, /DESK_MODE must be said/],
    [
      'live without a chat',
      { ...live, MicrosoftAppId: '', MicrosoftAppPassword: '', MicrosoftAppTenantId: '' },
      /Teams or Slack is needed in live mode/,
    ],
    ['live without a key', { ...live, DESK_KEY: '' }, /DESK_KEY is needed in live mode: it encrypts tokens at rest/],
    ['a key that is short', { ...live, DESK_KEY: 'k'.repeat(31) }, /DESK_KEY must have at least 32 characters/],
    [
      'a short key among several',
      { ...live, DESK_KEY: `${'k'.repeat(32)}, ${'l'.repeat(31)}` },
      /DESK_KEY must have at least 32 characters, and each key where there are several/,
    ],
    ['a comma without a key', { ...live, DESK_KEY: `${'k'.repeat(32)},` }, /DESK_KEY must have at least 32 characters/],
    ['live with one administrator', { ...live, DESK_ADMINS: `teams:${tenant}/a1` }, /at least two/],
    [
      'a Slack account among the administrators, beside Teams',
      { ...live, DESK_ADMINS: `${live.DESK_ADMINS} slack:t1/u1` },
      /“slack:T1\/U1” cannot be one while Teams is configured; name their Entra object id/,
    ],
    [
      'a Teams account among the administrators, without Teams',
      { ...live, MicrosoftAppId: '', MicrosoftAppPassword: '', MicrosoftAppTenantId: '' },
      /“teams:a1” cannot be one without Teams/,
    ],
    ['administrators of no chat', { ...live, DESK_ADMINS: 'mei@example.com wang' }, /“mei@example.com” is not written/],
    ['a password for a managed identity', { ...live, MicrosoftAppType: 'UserAssignedMSI' }, /must be absent/],
    ['a demo for everybody', { HOST: '0.0.0.0' }, /loopback/],
    [
      'a demo with a real lane',
      {
        DESK_MODE: 'demo',
        PARTNER_CENTER_GLOBAL_TENANT_ID: 't',
        PARTNER_CENTER_GLOBAL_CLIENT_ID: 'c',
        PARTNER_CENTER_GLOBAL_CLIENT_SECRET: 's',
      },
      /stand-in on this machine/,
    ],
    ['an app without its tenant', { ...live, MicrosoftAppTenantId: '' }, /MicrosoftAppTenantId go together/],
    [
      'secrets over plain http',
      { ...live, PARTNER_CENTER_CHINA_API_URL: 'http://operator.example' },
      /PARTNER_CENTER_CHINA_API_URL must be an https address/,
    ],
    [
      'a demo with the real Graph',
      { DESK_MODE: 'demo', PARTNER_CENTER_GLOBAL_GRAPH_URL: 'https://graph.microsoft.com' },
      /PARTNER_CENTER_GLOBAL_GRAPH_URL must be a stand-in on this machine/,
    ],
    ['half a lane', { ...live, PARTNER_CENTER_CHINA_CLIENT_ID: 'c' }, /PARTNER_CENTER_CHINA_CLIENT_SECRET is missing/],
    ['the German cloud', { ...live, PARTNER_CENTER_GERMANY_TENANT_ID: 't' }, /closed on 2021-10-29/],
    ['an address in clear', { PUBLIC_URL: 'http://desk.example.com' }, /PUBLIC_URL must be an https address, such as/],
    ['a Slack token without a mode', { SLACK_BOT_TOKEN: 'xoxb-1' }, /DESK_MODE must be said/],
    ['Slack without its bot', { ...live, SLACK_SIGNING_SECRET: 's' }, /SLACK_BOT_TOKEN is missing/],
    ['Slack without a way in', { ...live, SLACK_BOT_TOKEN: 'xoxb-1' }, /SLACK_SIGNING_SECRET is missing/],
    ['a token that opens no socket', { ...live, SLACK_APP_TOKEN: 'xoxb-1' }, /SLACK_APP_TOKEN must begin with xapp-/],
    [
      'Slack over plain http',
      { ...live, SLACK_BOT_TOKEN: 'x', SLACK_SIGNING_SECRET: 's', SLACK_API_URL: 'http://slack.example/api/' },
      /SLACK_API_URL must be an https address/,
    ],
    [
      'a demo that speaks to the real Slack',
      { DESK_MODE: 'demo', SLACK_BOT_TOKEN: 'xoxb-1', SLACK_API_URL: 'https://slack.com/api/' },
      /SLACK_API_URL must be a stand-in on this machine/,
    ],
    [
      'a demo that connects to the real Slack',
      { DESK_MODE: 'demo', SLACK_APP_TOKEN: 'xapp-1' },
      /SLACK_APP_TOKEN needs SLACK_API_URL/,
    ],
    ['a port that is no number', { PORT: 'http' }, /PORT must be a number/],
  ]
  for (const [what, given, expected] of refused) {
    it(`refuse ${what}`, () =>
      assert.throws(
        () => readConfig(given),
        (fault) => fault instanceof FaultyConfig && expected.test(fault.message),
      ))
  }

  it('open Slack alone', () => {
    const { DESK_MODE, DESK_KEY } = live
    const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }
    const config = readConfig({ DESK_MODE, DESK_KEY, DESK_ADMINS: 'slack:T1/U1, slack:T1/U2', ...slack })
    assert.equal(config.teams, null)
    assert.deepEqual(config.slack, { botToken: 'xoxb-1', signingSecret: null, appToken: 'xapp-1', apiUrl: null })
  })

  it('let a stand-in for Slack be pointed at a demo', () => {
    const given = { SLACK_SIGNING_SECRET: 's', SLACK_BOT_TOKEN: 'xoxb-9', SLACK_API_URL: 'http://127.0.0.1:9/api/' }
    const config = readConfig({ DESK_MODE: 'demo', ...given })
    assert.deepEqual(config.slack, {
      botToken: 'xoxb-9',
      signingSecret: 's',
      appToken: null,
      apiUrl: 'http://127.0.0.1:9/api/',
    })
    assert.notEqual(readConfig({}).slack?.signingSecret, null)
  })

  it('name every fault at once', () => {
    const fault = faultOf({ PORT: 'x', LOG_LEVEL: 'loud', MicrosoftAppId: 'no', DESK_ADMINS: 'mei' })
    assert.equal(fault.faults.length, 6)
  })
})

function faultOf(given: Record<string, string>): FaultyConfig {
  try {
    readConfig(given)
  } catch (fault) {
    if (fault instanceof FaultyConfig) return fault
  }
  throw new Error('expected the settings to be refused')
}
