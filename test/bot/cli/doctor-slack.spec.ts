import assert from 'node:assert/strict'
import { scopes } from '../../../adapters/slack/app-manifest.ts'
import { doctorCommand } from '../../../bot/cli/doctor-command.ts'
import { readConfig, type Config } from '../../../bot/config.ts'
import type { Route } from '../../../domain/routes/route.ts'
import { morning, otto } from '../../kit/builders.ts'
import { openFakeSlackSocket, type FakeSlackSocket } from '../../kit/fake-slack-socket.ts'
import { openFakeSlack, type FakeSlack, type SlackTrouble } from '../../kit/fake-slack.ts'
import { anOpenDesk } from '../an-open-desk.ts'
import { aSession } from './a-session.ts'

const teams = {
  DESK_ADMINS: 'teams:00000000-0000-0000-0000-000000000001/a1, teams:00000000-0000-0000-0000-000000000001/a2',
  MicrosoftAppId: '00000000-0000-0000-0000-0000000000b0',
  MicrosoftAppPassword: 'not-a-secret',
  MicrosoftAppTenantId: '00000000-0000-0000-0000-000000000001',
}

describe('the doctor on Slack', () => {
  let slack: FakeSlack
  let socket: FakeSlackSocket
  beforeEach(async () => {
    ;[slack, socket] = await Promise.all([openFakeSlack(), openFakeSlackSocket()])
    slack.scopes = scopes
    slack.socket = socket
  })
  afterEach(() => Promise.all([slack.close(), socket.close()]))

  const live = (settings: Readonly<Record<string, string>>): Config =>
    readConfig({
      DESK_MODE: 'live',
      DESK_KEY: 'k'.repeat(32),
      DESK_ADMINS: 'slack:T1/U1, slack:T1/U2',
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: 'xoxb-1',
      ...settings,
    })
  const examine = async (config: Config, routes: readonly Route[] = []) => {
    const session = aSession()
    const open = await anOpenDesk()
    for (const [at, value] of routes.entries())
      await open.store.commit({ save: [{ kind: 'route', id: `route-${at}`, value, basedOn: null }] })
    const code = await doctorCommand([], session, { ...open, config })
    return { code, lines: session.seen }
  }
  const says = async (settings: Readonly<Record<string, string>> = { SLACK_SIGNING_SECRET: 's' }) => {
    const { code, lines } = await examine(live(settings))
    return { code, lines: lines.filter((line) => line.includes(' Slack')) }
  }
  const requests =
    'ok    Slack requests: taken at /slack/events, signed; whether the signing secret is right shows when somebody writes there'
  const app = 'Slack: partner_desk (UDESK) in the workspace Nimbus (partner)'

  it('names the app, and finds that all is well', async () => {
    assert.deepEqual(await says(), { code: 0, lines: [`ok    ${app}, with the scopes it needs`, requests] })
    assert.deepEqual(
      slack.calls.map(({ method, token }) => `${method} ${token}`),
      ['auth.test xoxb-1'],
    )
  })

  it('names the scopes that are missing, and those that are too many', async () => {
    slack.scopes = scopes.filter((scope) => !scope.startsWith('files') && scope !== 'users:read')
    assert.deepEqual(await says(), {
      code: 1,
      lines: [
        `WRONG ${app} lacks files:read, files:write, users:read; build the manifest (npm run desk -- manifest), update the app and install it again`,
        requests,
      ],
    })
    slack.scopes = [...scopes, 'channels:history']
    assert.deepEqual(
      (await says()).lines[0],
      `look  ${app} may more than it needs: channels:history; take that away and install it again`,
    )
    slack.scopes = null
    assert.deepEqual((await says()).lines[0], `look  ${app}; it did not say which scopes the token has`)
  })

  for (const [trouble, line] of [
    [
      { error: 'token_revoked' },
      'WRONG Slack: unauthorised, token_revoked; the token was revoked: install the app again, put the new one into SLACK_BOT_TOKEN',
    ],
    [
      { error: 'account_inactive' },
      'WRONG Slack: unauthorised, account_inactive; the app was removed from the workspace, and its token with it: install the app again, put the new one into SLACK_BOT_TOKEN',
    ],
    [
      { error: 'invalid_auth' },
      'WRONG Slack: unauthorised, invalid_auth; Slack does not know this token: copy the Bot User OAuth Token of the app (OAuth & Permissions) into SLACK_BOT_TOKEN',
    ],
    [
      { error: 'team_access_not_granted' },
      'WRONG Slack: unauthorised, team_access_not_granted; ask an administrator of the workspace what keeps the app from working there',
    ],
    [
      { error: 'of_tomorrow' },
      "WRONG Slack: Slack did not take the call: of_tomorrow; look the word up among Slack's errors",
    ],
    [{ status: 503 }, 'WRONG Slack: unreachable, 503; check SLACK_API_URL and the network, then try again'],
    [
      { body: '<html>' },
      'WRONG Slack: unreachable, unreadable; something else answered in its place; check the address, and whether a proxy stands between',
    ],
    [
      { status: 429, retryAfter: 30 },
      'look  Slack: throttled, 429; Slack is asked too often; try again in some minutes',
    ],
  ] as const satisfies readonly (readonly [SlackTrouble, string])[])
    it(`says what to do: ${line}`, async () => {
      slack.fail(trouble)
      const { code, lines } = await says()
      assert.deepEqual([code, ...lines], [line.startsWith('look') ? 0 : 1, line, requests])
    })

  it('says that nobody answers there, and finds Teams as it was', async () => {
    await slack.goAway()
    const { code, lines } = await examine(live({ SLACK_SIGNING_SECRET: 's', ...teams }))
    assert.equal(code, 1)
    assert(lines.includes('WRONG Slack: unreachable; check SLACK_API_URL and the network, then try again'))
    assert(lines.some((line) => line.startsWith('ok    Teams: configured as a single-tenant app')))
  })

  describe('on Socket Mode', () => {
    const overSocket = () => says({ SLACK_APP_TOKEN: 'xapp-1' })

    it('asks with the other token, and takes no connection', async () => {
      assert.deepEqual(await overSocket(), {
        code: 0,
        lines: [`ok    ${app}, with the scopes it needs`, 'ok    Slack Socket Mode: SLACK_APP_TOKEN is accepted'],
      })
      assert.deepEqual(slack.calls.map(({ method, token }) => `${method} ${token}`).toSorted(), [
        'apps.connections.open xapp-1',
        'auth.test xoxb-1',
      ])
      assert.equal(socket.greeted, 0)
    })

    it('says what is wrong with that token', async () => {
      slack.fail({ method: 'apps.connections.open', error: 'not_allowed_token_type' })
      assert.deepEqual(await overSocket(), {
        code: 1,
        lines: [
          `ok    ${app}, with the scopes it needs`,
          'WRONG Slack Socket Mode: unauthorised, not_allowed_token_type; make an app-level token with the scope connections:write, put it into SLACK_APP_TOKEN, and switch Socket Mode on',
        ],
      })
    })

    it('says that nobody answers there', async () => {
      slack.fail({ method: 'apps.connections.open', status: 500 })
      assert.deepEqual(
        (await overSocket()).lines[1],
        'WRONG Slack Socket Mode: unreachable, 500; check SLACK_API_URL and the network, then try again',
      )
    })
  })

  it('finds a desk in one chat alone in order', async () => {
    const inSlack = await examine(live({ SLACK_SIGNING_SECRET: 's' }))
    assert(
      inSlack.lines.includes('ok    Teams: not configured; to be there as well, set MicrosoftAppId and its companions'),
    )
    const inTeams = await examine({ ...live({ SLACK_SIGNING_SECRET: 's', ...teams }), slack: null })
    assert(
      inTeams.lines.includes(
        'ok    Slack: not configured; to be there as well, set SLACK_BOT_TOKEN and its companions',
      ),
    )
  })

  it('names the stand-in of a demo, or that there is none', async () => {
    const withStandIn = await examine(readConfig({ DESK_MODE: 'demo', SLACK_API_URL: slack.apiUrl }))
    assert(withStandIn.lines.includes(`ok    Slack: a stand-in at ${slack.apiUrl}`))
    assert.deepEqual(slack.calls, [])
    const without = await examine(readConfig({}))
    assert(
      without.lines.includes(
        'ok    Slack: none; to try it, say DESK_MODE=demo and set SLACK_API_URL to a stand-in on this machine',
      ),
    )
  })

  it('says in which chat each channel is that gets news', async () => {
    const base = { topic: 'approvals', setBy: otto.id, setAt: morning } as const
    const { lines } = await examine(readConfig({}), [
      { ...base, place: 'teams:t/19:a', placeName: 'Credit / Approvals' },
      { ...base, chat: 'slack', place: 'slack:T1/C1', placeName: '#approvals' },
    ])
    assert.deepEqual(
      lines.filter((line) => /^ok +route /.test(line)),
      ['ok    route approvals in Teams: Credit / Approvals', 'ok    route approvals in Slack: #approvals'],
    )
  })
})
