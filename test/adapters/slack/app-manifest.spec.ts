import assert from 'node:assert/strict'
import { slackManifestFaults } from '../../../adapters/slack/app-manifest-limits.ts'
import { slackAppManifest, type SlackAppManifest } from '../../../adapters/slack/app-manifest.ts'
import { commandNames, commandPrefix, longestPrefix } from '../../../adapters/slack/commands.ts'
import checkedIn from '../../../manifest/slack/app-manifest.json' with { type: 'json' }

const url = 'https://desk.example.com'
const overHttp = slackAppManifest({ url, prefix: '' })
const bySocket = slackAppManifest({ url: null, prefix: '' })
const commandsOf = ({ features }: SlackAppManifest) => features?.slash_commands ?? []

describe('the manifest of the Slack app', () => {
  it('is the one in manifest/slack, over HTTP at an address to be filled in', () => {
    assert.deepEqual(overHttp, checkedIn)
  })

  it('sends commands, events and presses to the one address', () => {
    const { event_subscriptions, interactivity } = overHttp.settings ?? {}
    const asked = [
      ...commandsOf(overHttp),
      { url: event_subscriptions?.request_url },
      { url: interactivity?.request_url },
    ]
    assert.deepEqual(new Set(asked.map((each) => each.url)), new Set([`${url}/slack/events`]))
    assert.equal(overHttp.settings?.socket_mode_enabled, false)
  })

  it('names no address at all for Socket Mode, and is the same for the rest', () => {
    assert.doesNotMatch(JSON.stringify(bySocket), /url|https:/)
    assert.equal(bySocket.settings?.socket_mode_enabled, true)
    const names = (manifest: SlackAppManifest) => commandsOf(manifest).map(({ command }) => command)
    assert.deepEqual(names(bySocket), names(overHttp))
    assert.deepEqual(bySocket.oauth_config, overHttp.oauth_config)
  })

  it('has every short command, each behind the prefix', () => {
    const prefixed = commandsOf(slackAppManifest({ url, prefix: 'pd-' })).map(({ command }) => command)
    assert.deepEqual(
      prefixed,
      commandNames.map((name) => name.replace('/', '/pd-')),
    )
  })

  it('asks for the scopes of what it hears, and for none that reads other people’s talk', () => {
    const needed: Readonly<Record<string, string | null>> = {
      app_home_opened: null,
      app_mention: 'app_mentions:read',
      app_uninstalled: null,
      channel_left: 'channels:read',
      group_left: 'groups:read',
      'message.im': 'im:history',
      tokens_revoked: null,
    }
    assert.deepEqual(overHttp.settings?.event_subscriptions?.bot_events, Object.keys(needed))
    const { bot = [], ...others } = overHttp.oauth_config?.scopes ?? {}
    assert.deepEqual(others, {})
    for (const scope of Object.values(needed))
      assert(scope === null || bot.some((each) => each === scope), String(scope))
    for (const scope of bot) assert.doesNotMatch(scope, /^(channels|groups|mpim):history|email|public/)
  })

  it('is taken by the limits, in both variants, up to the longest prefix', () => {
    const prefix = `${'a'.repeat(longestPrefix - 1)}-`
    assert.match(prefix, commandPrefix)
    for (const at of [url, null]) assert.deepEqual(slackManifestFaults(slackAppManifest({ url: at, prefix })), [])
  })
})

describe('the limits of Slack’s app manifests', () => {
  const { display_information, features, settings } = checkedIn
  const [first] = features.slash_commands
  const withCommand = (change: object) => ({ features: { ...features, slash_commands: [{ ...first, ...change }] } })
  const wrong: readonly (readonly [what: string, change: object, fault: RegExp])[] = [
    [
      'a name of 36 characters',
      { display_information: { ...display_information, name: 'a'.repeat(36) } },
      /^display_information\.name must have at most 35 characters$/,
    ],
    [
      'a description of 141 characters',
      { display_information: { ...display_information, description: 'a'.repeat(141) } },
      /^display_information\.description must have at most 140 characters/,
    ],
    [
      'a long description of 174 characters',
      { display_information: { ...display_information, long_description: 'a'.repeat(174) } },
      /^display_information\.long_description must have at least 175 characters$/,
    ],
    [
      'a colour by name',
      { display_information: { ...display_information, background_color: 'blue' } },
      /^display_information\.background_color must be a colour like #1F4E79$/,
    ],
    [
      'a command of 33 characters',
      withCommand({ command: `/${'a'.repeat(32)}` }),
      /^features\.slash_commands\[0\]\.command must have at most 32 characters/,
    ],
    [
      'a command in capitals',
      withCommand({ command: '/Overdue' }),
      /^features\.slash_commands\[0\]\.command is \/Overdue: lower-case/,
    ],
    [
      '51 commands',
      { features: { ...features, slash_commands: Array(51).fill(first) } },
      /must have at most 50 entries$/,
    ],
    ['plain http', withCommand({ url: 'http://desk.example.com' }), /\.url must be an https address$/],
    ['a command that goes nowhere', withCommand({ url: undefined }), /^it needs an address .* or Socket Mode$/],
    [
      'presses that go nowhere',
      { settings: { ...settings, interactivity: { is_enabled: true } } },
      /^it needs an address .* or Socket Mode$/,
    ],
    ['what nobody has checked', { workflows: {} }, /^it has workflows, which nothing here checks$/],
    ['no scopes', { oauth_config: undefined }, /^oauth_config is missing$/],
  ]
  for (const [what, change, fault] of wrong)
    it(`refuse ${what}`, () => {
      const faults = slackManifestFaults({ ...checkedIn, ...change })
      assert.equal(faults.length, 1)
      assert.match(String(faults[0]), fault)
    })
})
