import assert from 'node:assert/strict'
import { manifestWords } from '../../../bot/cli/manifest-options.ts'

const appId = '11111111-1111-4111-8111-11111111111a'
const nothing = { url: null, appId: null, socket: false, prefix: '', out: 'manifest/built' }

describe('the options of manifest', () => {
  it('say nothing when nothing is said and nothing is set', () => {
    assert.deepEqual(manifestWords([], {}), nothing)
    assert.deepEqual(manifestWords([], { PUBLIC_URL: ' ', MicrosoftAppId: '' }), nothing)
  })

  it('are all heard', () => {
    const said = `--url https://desk.example.com --app-id ${appId} --socket --prefix pd- --out apps`
    assert.deepEqual(manifestWords(said.split(' '), {}), {
      url: 'https://desk.example.com',
      appId,
      socket: true,
      prefix: 'pd-',
      out: 'apps',
    })
  })

  it('come before the settings, of which no others count', () => {
    const settings = {
      PUBLIC_URL: 'https://set.example.com',
      MicrosoftAppId: appId,
      PORT: 'http',
      DESK_MODE: 'half done',
    }
    assert.deepEqual(manifestWords([], settings), { ...nothing, url: 'https://set.example.com', appId })
    assert.deepEqual(manifestWords(['--url', 'https://said.example.com'], { ...settings, PUBLIC_URL: 'wrong' }), {
      ...nothing,
      url: 'https://said.example.com',
      appId,
    })
  })

  for (const [said, meant] of [
    ['https://desk.example.com/', 'https://desk.example.com'],
    ['https://Desk.Example.com:8443', 'https://desk.example.com:8443'],
    ['https://example.com/partner/desk/', 'https://example.com/partner/desk'],
  ])
    it(`take ${said} as ${meant}`, () =>
      assert.deepEqual(manifestWords(['--url', String(said)], {}), { ...nothing, url: meant }))

  const noUrl = /^--url must be an https address, such as https:\/\/desk\.example\.com$/
  const noPrefix = /^--prefix must be lower-case letters, digits, - and _, and end in - or _, such as pd-$/
  const refused: readonly (readonly [args: readonly string[], ...faults: readonly RegExp[]])[] = [
    [['--url', 'http://desk.example.com'], noUrl],
    [['--url', 'desk.example.com'], noUrl],
    [['--url', ''], noUrl],
    [['--url', 'https://mei@desk.example.com'], noUrl],
    [['--url', 'https://:secret@desk.example.com'], noUrl],
    [['--url', 'https://desk.example.com/#here'], noUrl],
    [['--url', 'https://desk.example.com/?a=b'], noUrl],
    [['--app-id', 'mine'], /^--app-id must be the GUID of the app registration$/],
    [['--prefix', 'PD-'], noPrefix],
    [['--prefix', 'pd'], noPrefix],
    [['--prefix', '/pd-'], noPrefix],
    [['--prefix', 'p d-'], noPrefix],
    [['--prefix', `${'a'.repeat(23)}-`], /^--prefix may have at most 23 characters: Slack takes 32 for a command$/],
    [['--out', ''], /^--out must name a folder$/],
    [['--force'], /--force/],
    [['slack'], /slack/],
    [['--prefix', 'PD-', '--url', 'x'], noUrl, noPrefix],
  ]
  for (const [args, ...expected] of refused)
    it(`refuse ${args.join(' ')}`, () => {
      const words = manifestWords(args, {})
      assert('faults' in words)
      assert.equal(words.faults.length, expected.length)
      expected.forEach((fault, at) => assert.match(String(words.faults[at]), fault))
    })

  it('name the setting that cannot be used', () => {
    assert.deepEqual(manifestWords([], { PUBLIC_URL: 'http://desk.example.com', MicrosoftAppId: 'mine' }), {
      faults: [
        'PUBLIC_URL must be an https address, such as https://desk.example.com',
        'MicrosoftAppId must be the GUID of the app registration',
      ],
    })
  })
})
