import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compose, type RunningDesk } from '../../bot/compose.ts'
import { createLog } from '../../bot/logging.ts'
import type { Address } from '../../domain/cases/placed-card.ts'
import type { Staff } from '../../domain/staff/staff.ts'
import { mei } from '../kit/builders.ts'
import { openFakeSlack, type FakeSlack } from '../kit/fake-slack.ts'
import { eventually } from '../kit/processes.ts'
import { slackPerson, type SlackPerson } from '../kit/slack-person.ts'
import { slackRequests, type SlackRequests } from '../kit/slack-requests.ts'
import { anOpenDesk, type AnOpenDesk } from './an-open-desk.ts'

const signingSecret = 'secret'
const meiInSlack: Staff = { ...mei, accounts: [{ channel: 'slack', tenant: 'partner', user: 'UMEI' }] }
const inTeams: Address = {
  place: 'teams:partner/mei',
  channel: 'teams',
  kind: 'personal',
  name: 'Mei',
  locale: null,
  reference: {},
  dead: false,
}

describe('a desk in Slack', () => {
  let folder: string
  let open: AnOpenDesk
  let running: RunningDesk
  let slack: FakeSlack
  let requests: SlackRequests
  let person: SlackPerson
  let logged: Record<string, unknown>[]
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'in-slack-'))
    open = await anOpenDesk([meiInSlack])
    slack = await openFakeSlack()
    slack.users.set('UMEI', { name: 'Mei' })
    slack.channels.set('CMONEY', { name: 'money' })
    logged = []
    running = await compose(open, {
      folder,
      authentication: null,
      slack: { botToken: 'xoxb-1', signingSecret, appToken: null, apiUrl: slack.apiUrl },
      log: createLog('warn', { write: (line) => void logged.push(JSON.parse(line) as Record<string, unknown>) }),
      cast: null,
    })
    const url = `http://127.0.0.1:${await running.server.listen(0, '127.0.0.1')}/slack/events`
    requests = slackRequests(url, signingSecret, () => Date.parse(open.time))
    person = slackPerson(slack, requests, 'UMEI', ['CMONEY'])
    await open.desk.cards.meet(inTeams)
    await person.say('help')
    await person.mention('CMONEY', 'help')
    await eventually(async () => slack.shown.length === 2)
  })
  afterEach(async () => {
    await running.close()
    await slack.close()
    await rm(folder, { recursive: true })
  })
  const dead = async () => {
    const places = ['slack:partner/UMEI', 'slack:partner/CMONEY', inTeams.place]
    return Promise.all(places.map(async (place) => (await open.desk.cards.address(place))?.dead))
  }

  it('knows how to answer later wherever somebody wrote', async () =>
    assert.deepEqual(await dead(), [false, false, false]))

  for (const event of [{ type: 'app_uninstalled' }, { type: 'tokens_revoked', tokens: { bot: ['UDESK'] } }])
    it(`counts every place of Slack, and no other, as lost after ${event.type}, and says what to do`, async () => {
      await requests.event(event)
      await eventually(async () => (await dead())[1] === true)
      assert.deepEqual(await dead(), [true, true, false])
      const [line, ...more] = logged
      assert.deepEqual([line?.['level'], line?.['chat'], more.length], [50, 'slack', 0])
      assert.match(String(line?.['msg']), /install it again.*SLACK_BOT_TOKEN/)
    })
  it('counts one channel as lost when it was removed from it', async () => {
    await requests.event({ type: 'channel_left', channel: 'CMONEY' })
    await eventually(async () => (await dead())[1] === true)
    assert.deepEqual([await dead(), logged], [[false, true, false], []])
  })
  it('finds a place again where somebody writes from it', async () => {
    await requests.event({ type: 'app_uninstalled' })
    await eventually(async () => (await dead())[0] === true)
    await person.say('help')
    await eventually(async () => slack.shown.length === 3)
    assert.deepEqual(await dead(), [false, true, false])
  })
  it('says what to do when its token is refused, and stays up', async () => {
    slack.fail({ error: 'token_revoked' })
    assert.equal((await person.say('help')).status, 200)
    await eventually(async () => logged.length > 0)
    const [line] = logged
    assert.deepEqual([line?.['level'], line?.['code'], line?.['kind']], [50, 'token_revoked', 'unauthorised'])
    assert.match(String(line?.['msg']), /SLACK_BOT_TOKEN/)
    slack.fail(null)
    await person.say('help')
    await eventually(async () => slack.shown.length === 3)
  })
})
