import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LoopbackAuthentication } from '../../adapters/teams/loopback-auth.ts'
import { compose, type RunningDesk } from '../../bot/compose.ts'
import { createLog } from '../../bot/logging.ts'
import { order } from '../../domain/outbox/orders.ts'
import { instantOf } from '../../domain/shared/time.ts'
import { accountKey, type ChannelAccount, type Staff } from '../../domain/staff/staff.ts'
import { aRoleChange, ines, mei, otto } from '../kit/builders.ts'
import { openFakeSlack, type FakeSlack, type SlackUser } from '../kit/fake-slack.ts'
import { slackPerson, type SlackPerson } from '../kit/slack-person.ts'
import { slackRequests } from '../kit/slack-requests.ts'
import { openTeamsConnector, type TeamsConnector } from '../kit/teams-connector.ts'
import { teamsPerson, type TeamsPerson } from '../kit/teams-person.ts'
import { anOpenDesk, type AnOpenDesk } from './an-open-desk.ts'

const inTeams = (user: string): ChannelAccount => ({ channel: 'teams', tenant: 'tenant-1', user })
const meiInTeams: Staff = { ...mei, accounts: [inTeams('aad-mei')] }
const ottoInBoth: Staff = {
  ...otto,
  accounts: [inTeams('aad-otto'), { channel: 'slack', tenant: 'partner', user: 'UOTTO' }],
}

describe('a composed desk in Teams and Slack, live', () => {
  let folder: string
  let open: AnOpenDesk
  let running: RunningDesk
  let teams: TeamsConnector
  let slack: FakeSlack
  let url: string

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'composed-'))
    open = await anOpenDesk([meiInTeams, ottoInBoth, ines], { root: 'teams', other: 'slack' })
    // Paces and signatures go by the clock.
    Object.defineProperty(open, 'time', { get: () => instantOf(Date.now()) })
    ;[teams, slack] = await Promise.all([openTeamsConnector(), openFakeSlack()])
    const live = { ...open, config: { ...open.config, mode: 'live' as const } }
    running = await compose(live, {
      folder,
      authentication: new LoopbackAuthentication('test'),
      log: createLog('silent'),
      slack: { botToken: 'xoxb-1', signingSecret: 'secret', appToken: null, apiUrl: slack.apiUrl },
      cast: null,
    })
    running.runner.start()
    url = `http://127.0.0.1:${await running.server.listen(0, '127.0.0.1')}`
  })
  afterEach(async () => {
    await running.close()
    await Promise.all([teams.close(), slack.close()])
    await rm(folder, { recursive: true })
  })

  const onSlack = (name: string, standing: SlackUser = {}): SlackPerson => {
    const user = `U${name.toUpperCase()}`
    slack.users.set(user, { name, ...standing })
    return slackPerson(slack, slackRequests(`${url}/slack/events`, 'secret'), user, [])
  }
  const onTeams = (name: string): TeamsPerson => teamsPerson(url, teams, name, `aad-${name.toLowerCase()}`)
  const accountsOf = async (id: string) => (await open.desk.staff.byId(id))?.accounts.map(accountKey)

  for (const [who, standing] of [
    ['a guest', { is_restricted: true }],
    ['a guest of one channel', { is_ultra_restricted: true }],
    ['somebody of another workspace', { team: 'elsewhere' }],
    ['somebody who has left', { deleted: true }],
  ] as const)
    it(`talks with nobody who is ${who}, and asks nobody to let them in`, async () => {
      const eve = onSlack('Eve', standing)
      await eve.say('link')
      await eve.reads(/only with people of this organisation/)
      assert.equal(eve.sees().length, 1)
      assert.deepEqual(await open.store.list('link-offer'), [])
      assert.deepEqual(await open.store.list('access-request'), [])
    })

  describe('asks at every decision made in Slack', () => {
    let here: SlackPerson
    const status = async () => (await open.store.get('role-change', 'G-1'))?.value.status
    beforeEach(async () => {
      await onTeams('Otto').say('help')
      here = onSlack('Otto')
      await here.say('help')
      await here.reads(/Hello Otto/)
      const card = { kind: 'post-card', case: 'G-1', place: 'slack:partner/UOTTO', reminder: false } as const
      await open.store.commit({
        save: [{ kind: 'role-change', id: 'G-1', value: aRoleChange({ askedAt: open.now() }), basedOn: null }],
        outbox: [order(open.newId, card, open.now())],
      })
      running.runner.wake()
      await here.reads(/^G-1/)
    })

    it('whether they belong to Slack', async () => {
      slack.users.set('UOTTO', { name: 'Otto', is_restricted: true })
      await here.press('Confirm')
      await here.reads(/Slack says that you are a guest/)
      assert.equal(await status(), 'pending')
    })

    it('and whether they still belong to Teams', async () => {
      teams.setMember('aad-otto', null)
      await here.press('Confirm')
      await here.reads(/Teams no longer counts you among the people/)
      assert.equal(await status(), 'pending')
      teams.setMember('aad-otto', { userRole: 'user' })
      await here.press('Confirm')
      await here.reads(/Confirmed by Otto/)
      assert.equal(await status(), 'confirmed')
    })
  })

  it('makes an account on Slack that of the person who confirms it in Teams', async () => {
    const there = onTeams('Mei')
    await there.say('link')
    const [, code = ''] = /link (\S+-\S+)/.exec(await there.sees(/To be the same person in Slack/)) ?? []
    const here = onSlack('Mei')
    await here.say('overdue')
    await here.reads(/I do not know you yet/)
    await here.say(`link ${code}`)
    await here.reads(/Now confirm it in Teams/)
    assert.deepEqual(await accountsOf('mei'), ['teams:tenant-1/aad-mei'])
    await there.sees(/Is this Slack account yours\?[^]*slack:partner\/UMEI/)
    await there.press('Yes, that is me')
    await there.sees(/Linked\. In Slack you are the same person/)
    await here.reads(/Linked\. Here you are Mei/)
    assert.deepEqual(await accountsOf('mei'), ['teams:tenant-1/aad-mei', 'slack:partner/UMEI'])
    await here.say('overdue')
    await here.reads(/There is no ledger yet/)
  })

  it('shows the code in Slack as well, to be typed in Teams', async () => {
    const here = onSlack('Mei')
    await here.say('link')
    const [, code = ''] = /link (\S+-\S+)/.exec(await here.reads(/send me this in our private chat there/)) ?? []
    const there = onTeams('Mei')
    await there.say(`link ${code}`)
    await there.sees(/Is this Slack account yours\?/)
    await there.press('No')
    await here.reads(/Not linked: in Teams the answer was no/)
    assert.deepEqual(await accountsOf('mei'), ['teams:tenant-1/aad-mei'])
  })
})
