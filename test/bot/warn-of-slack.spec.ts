import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { scopes } from '../../adapters/slack/app-manifest.ts'
import { compose, type RunningDesk } from '../../bot/compose.ts'
import { createLog } from '../../bot/logging.ts'
import { openFakeSlack, type FakeSlack } from '../kit/fake-slack.ts'
import { eventually } from '../kit/processes.ts'
import { anOpenDesk } from './an-open-desk.ts'

describe('a live desk that starts, of its token for Slack,', () => {
  let folder: string
  let slack: FakeSlack
  let running: RunningDesk
  let logged: Record<string, unknown>[]
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'composed-'))
    slack = await openFakeSlack()
    slack.scopes = scopes
    logged = []
  })
  afterEach(async () => {
    await running.close()
    await slack.close()
    await rm(folder, { recursive: true })
  })

  const start = async (mode: 'live' | 'demo' = 'live') => {
    const open = await anOpenDesk()
    running = await compose(
      { ...open, config: { ...open.config, mode } },
      {
        folder,
        authentication: null,
        log: createLog('info', { write: (line) => void logged.push(JSON.parse(line) as Record<string, unknown>) }),
        slack: { botToken: 'xoxb-1', signingSecret: 's', appToken: null, apiUrl: slack.apiUrl },
        cast: null,
      },
    )
    await running.server.listen(0, '127.0.0.1')
  }
  const says = async () => {
    await eventually(async () => logged.length > 0)
    const [{ level, msg, code, lacking, team, bot } = {}, ...others] = logged
    assert.deepEqual(others, [])
    assert.doesNotMatch(JSON.stringify(logged), /xoxb|Nimbus/)
    return { level, msg, code, lacking, team, bot }
  }

  it('says that it works, with ids', async () => {
    await start()
    assert.deepEqual(await says(), {
      level: 30,
      msg: 'Slack accepts the token',
      code: undefined,
      lacking: undefined,
      team: 'partner',
      bot: 'UDESK',
    })
  })

  it('warns that it was revoked, and of what to do', async () => {
    slack.fail({ error: 'token_revoked' })
    await start()
    assert.partialDeepStrictEqual(await says(), {
      level: 40,
      code: 'token_revoked',
      msg: 'Slack does not work yet: the token was revoked: install the app again, put the new one into SLACK_BOT_TOKEN',
    })
  })

  it('warns of scopes it lacks', async () => {
    slack.scopes = scopes.filter((scope) => scope !== 'files:read')
    await start()
    assert.partialDeepStrictEqual(await says(), { level: 40, lacking: ['files:read'], team: 'partner' })
  })

  it('warns that nobody answers, and has waited for nothing', async () => {
    const { promise: until, resolve } = Promise.withResolvers<void>()
    slack.fail({ until, status: 503 })
    await start()
    assert.deepEqual(logged, [])
    resolve()
    assert.partialDeepStrictEqual(await says(), {
      level: 40,
      msg: 'Slack does not work yet: check SLACK_API_URL and the network, then try again',
    })
  })

  it('says nothing in a demo, whose stand-in knows no token', async () => {
    await start('demo')
    assert.deepEqual([logged, slack.calls], [[], []])
  })
})
