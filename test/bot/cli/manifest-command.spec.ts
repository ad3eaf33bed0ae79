import assert from 'node:assert/strict'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { slackAppManifest } from '../../../adapters/slack/app-manifest.ts'
import { manifestCommand } from '../../../bot/cli/manifest-command.ts'
import checkedIn from '../../../manifest/slack/app-manifest.json' with { type: 'json' }
import { temporaryFolders } from '../../adapters/lowdb/folders.ts'
import { endAll, runScript } from '../../kit/processes.ts'
import { aSession } from './a-session.ts'

const appId = '11111111-1111-4111-8111-11111111111a'
const url = 'https://desk.contoso.com'
const slackFile = 'slack-app-manifest.json'
const teamsFile = 'partner-desk-teams.zip'

describe('manifest', () => {
  const folder = temporaryFolders()
  let out: string
  beforeEach(() => {
    out = join(folder(), 'apps')
  })

  const build = async (args: readonly string[], settings: Readonly<Record<string, string>> = {}) => {
    const session = aSession()
    const code = await manifestCommand([...args, '--out', out], session, settings)
    return { code, lines: session.seen.map((line) => line.replaceAll(out, 'OUT')) }
  }
  const slack = () => JSON.parse(readFileSync(join(out, slackFile), 'utf8')) as unknown
  const teamsId = () => {
    const { 'manifest.json': bytes } = unzipSync(readFileSync(join(out, teamsFile)))
    return (JSON.parse(Buffer.from(bytes ?? []).toString()) as { readonly id: string }).id
  }

  it('builds both apps for the address and the id that are set, and says what to do with each', async () => {
    const { code, lines } = await build([], { PUBLIC_URL: `${url}/`, MicrosoftAppId: appId })
    assert.equal(code, 0)
    assert.deepEqual(lines, [
      'Built OUT/slack-app-manifest.json: the Slack app, over HTTP, with /overdue /customer /suspend /resume /ticket /fraud /credit /policy /desk',
      '  Create the app at https://api.slack.com/apps: Create New App, From a manifest; then Install to Workspace.',
      '  Set SLACK_BOT_TOKEN (OAuth & Permissions) and SLACK_SIGNING_SECRET (Basic Information), and start the desk.',
      '  Then let Slack verify https://desk.contoso.com/slack/events under Event Subscriptions.',
      `Built OUT/partner-desk-teams.zip: the Teams app, version 0.2.0, of ${appId}, in en, zh-tw, zh-cn, ja, ru, pt-br`,
      '  Placeholders: Your company, https://example.com, https://example.com/privacy, https://example.com/terms. Put your own under developer in manifest/teams/manifest.json.',
      '  Upload it in the Teams admin centre: Teams apps, Manage apps, Upload new app.',
      '  Set https://desk.contoso.com/api/messages as messaging endpoint of the Azure Bot, and switch its Teams channel on.',
    ])
    assert.deepEqual(slack(), slackAppManifest({ url, prefix: '' }))
    assert.equal(teamsId(), appId)
    assert.deepEqual(readdirSync(out).sort(), [teamsFile, slackFile])
  })

  it('leaves placeholders where nothing is known, and says so', async () => {
    const { code, lines } = await build([])
    assert.equal(code, 0)
    const noUrl = '  https://desk.example.com is a placeholder: set PUBLIC_URL, or say --url, and build again.'
    assert.deepEqual(
      lines.filter((line) => /^ .*is a placeholder/.test(line)),
      [
        noUrl,
        '  00000000-0000-0000-0000-000000000000 is a placeholder: set MicrosoftAppId, or say --app-id, and build again.',
        noUrl,
      ],
    )
    assert.deepEqual(slack(), checkedIn)
  })

  it('builds for Socket Mode, behind a prefix', async () => {
    const { code, lines } = await build(['--socket', '--prefix', 'pd-', '--url', url])
    assert.equal(code, 0)
    assert.deepEqual(lines.slice(0, 4), [
      'Built OUT/slack-app-manifest.json: the Slack app, by Socket Mode, with /pd-overdue /pd-customer /pd-suspend /pd-resume /pd-ticket /pd-fraud /pd-credit /pd-policy /pd-desk',
      '  Create the app at https://api.slack.com/apps: Create New App, From a manifest; then Install to Workspace.',
      '  Generate an app-level token with connections:write under Basic Information.',
      '  Set SLACK_BOT_TOKEN (OAuth & Permissions) and SLACK_APP_TOKEN, and start the desk.',
    ])
    assert.deepEqual(slack(), slackAppManifest({ url: null, prefix: 'pd-' }))
    assert(lines.some((line) => line.includes(`${url}/api/messages`)))
  })

  it('builds nothing from options it cannot use', async () => {
    const { code, lines } = await build(['--prefix', 'PD-', '--url', 'http://desk.contoso.com'])
    assert.equal(code, 1)
    assert.deepEqual(lines, [
      '--url must be an https address, such as https://desk.example.com',
      '--prefix must be lower-case letters, digits, - and _, and end in - or _, such as pd-',
    ])
    assert.equal(existsSync(out), false)
  })

  it('leaves no file of an app that a chat would refuse, and builds the other', async () => {
    await build([])
    const tooLong = `https://desk.contoso.com/${'a'.repeat(3000)}`
    const { code, lines } = await build(['--url', tooLong])
    assert.equal(code, 1)
    assert.equal(lines[0], 'Not built: OUT/slack-app-manifest.json')
    assert.equal(lines[1], '  features.slash_commands[0].url must have at most 3000 characters')
    assert.deepEqual(readdirSync(out), [teamsFile])
  })

  describe('on the command line', function () {
    this.timeout(180_000)
    after(endAll)

    it('needs no desk, no store and no finished settings', async () => {
      const desk = join(folder(), 'desk')
      const env = { DESK_DATA: desk, DESK_MODE: 'live', MicrosoftAppId: appId }
      const { code, output } = await runScript('bot/cli/index.ts', ['manifest', '--out', out], env)
      assert.match(output, /^Built .*slack-app-manifest\.json.*\n[^]*\nBuilt .*partner-desk-teams\.zip.*\n/)
      assert.equal(code, 0)
      assert.equal(teamsId(), appId)
      assert.equal(existsSync(desk), false)
    })

    it('says where it cannot write', async () => {
      writeFileSync(out, 'a file')
      const { code, output } = await runScript('bot/cli/index.ts', ['manifest', '--out', out], {})
      assert.match(output, /^EEXIST: file already exists, mkdir '.*apps'\n$/)
      assert.equal(code, 1)
    })
  })
})
