import assert from 'node:assert/strict'
import type { SlackUser } from '../../kit/fake-slack.ts'
import { newest } from '../../kit/slack-person.ts'
import { openSlackDoor, said, saying, type OpenSlackDoor } from './open-slack-door.ts'

const hello = saying({ parts: [{ kind: 'text', text: 'hello' }] })
const limits = { waiting: 2, waitMs: 5_000, turnMs: 5_000 }

describe('hearing what Slack delivers', () => {
  let door: OpenSlackDoor
  beforeEach(async () => {
    door = await openSlackDoor({ limits })
    door.turn = hello
  })
  afterEach(() => door.close())
  const texts = () => door.slack.shown.map((shown) => newest(shown)['text'])
  const mention = (user: string, envelope: object = {}) =>
    door.requests.event({ type: 'app_mention', channel: 'CMONEY', user, text: '<@UDESK> overdue', ts: '7.1' }, envelope)

  it('hands over who it was, and where', async () => {
    await door.mei.mention('CMONEY', 'overdue')
    await door.settled()
    assert.deepEqual(door.heard, [
      {
        kind: 'said',
        by: {
          account: { channel: 'slack', tenant: 'partner', user: 'UMEI' },
          name: 'Mei Tan',
          locale: 'en-US',
          place: 'slack:partner/CMONEY',
          personal: false,
        },
        text: 'overdue',
        inputs: {},
        pressed: false,
      },
    ])
    assert.deepEqual(
      door.addresses[0]?.map(({ place, name }) => [place, name]),
      [['slack:partner/CMONEY', '#money']],
    )
  })
  it('tells where a command was typed that is answered privately', async () => {
    await door.mei.command('/overdue', 'CMONEY')
    await door.settled()
    const [heard] = door.heard
    assert.deepEqual(
      [heard?.by.place, heard?.by.personal, heard?.by.typedIn],
      ['slack:partner/UMEI', true, 'slack:partner/CMONEY'],
    )
  })

  describe('turns away', () => {
    for (const [who, user, why] of [
      ['a guest', { is_restricted: true }, 'guest'],
      ['a guest of one channel', { is_restricted: true, is_ultra_restricted: true }, 'guest'],
      ['somebody whose account was closed', { deleted: true }, 'gone'],
      ['somebody of another company', { is_stranger: true }, 'stranger'],
      ['somebody of another workspace', { team: 'contoso' }, 'stranger'],
      ['somebody Slack does not know', null, 'gone'],
    ] as const satisfies readonly (readonly [string, SlackUser | null, string])[]) {
      it(`${who} in a channel, and says so`, async () => {
        if (user) door.slack.users.set('U1', user)
        await mention('U1')
        await door.settled()
        assert.deepEqual([door.heard, door.turnedAway, texts()], [[], [why], [said.stranger]])
      })
      it(`${who} who types a command, privately`, async () => {
        if (user) door.slack.users.set('U1', user)
        const url = door.slack.newResponseUrl('U1', 'CMONEY')
        await door.requests.command({
          command: '/desk',
          text: 'overdue',
          user_id: 'U1',
          channel_id: 'CMONEY',
          channel_name: 'money',
          response_url: url,
          trigger_id: 'T1',
        })
        await door.settled()
        assert.deepEqual([door.heard, door.turnedAway, texts()], [[], [why], [said.stranger]])
        assert.equal(door.slack.shown[0]?.onlyTo, 'U1')
      })
    }
    it('a bot, without a word: two of them would never end', async () => {
      door.slack.users.set('U1', { is_bot: true })
      await mention('U1')
      await door.settled()
      assert.deepEqual([door.heard, door.turnedAway, texts()], [[], ['bot'], []])
    })
    it('another workspace, without a word', async () => {
      await mention('UMEI', { team_id: 'contoso' })
      await door.settled()
      assert.deepEqual([door.heard, door.turnedAway, texts()], [[], ['other-workspace'], []])
    })
    it('a guest who opens the home tab, on it', async () => {
      door.slack.users.set('UMEI', { is_restricted: true })
      await door.mei.openHome()
      await door.settled()
      assert(JSON.stringify(door.slack.homes.get('UMEI')).includes(said.stranger))
      assert.deepEqual(texts(), [])
    })
    it('a member who became a guest, within five minutes', async () => {
      await door.mei.say('overdue')
      await door.settled()
      door.slack.users.set('UMEI', { is_restricted: true })
      door.at += 5 * 60_000
      await door.mei.say('overdue')
      await door.settled()
      assert.deepEqual([door.heard.length, door.turnedAway], [1, ['guest']])
    })
  })

  describe('says nothing of customers where another company reads', () => {
    for (const [what, channel, envelope] of [
      ['as Slack says of the channel', { is_ext_shared: true }, {}],
      ['as one is invited to', { is_pending_ext_shared: true }, {}],
      ['as the event says', {}, { is_ext_shared_channel: true }],
    ] as const)
      it(what, async () => {
        door.slack.channels.set('CMONEY', { name: 'money', ...channel })
        await mention('UMEI', envelope)
        await door.settled()
        assert.deepEqual([door.heard, door.turnedAway, texts()], [[], ['shared-channel'], [said.notAmongOutsiders]])
      })
    it('since the event says so, though the channel was known as ours', async () => {
      await mention('UMEI')
      await mention('UMEI', { is_ext_shared_channel: true, event_id: 'Ev-2' })
      await door.settled()
      assert.deepEqual([door.heard.length, door.turnedAway], [1, ['shared-channel']])
    })
  })

  describe('while Slack does not say who somebody is', () => {
    beforeEach(() => door.slack.fail({ method: 'users.info', status: 503 }))
    it('answers nobody', async () => {
      await door.mei.say('overdue')
      await mention('UMEI')
      await door.settled()
      assert.deepEqual([door.heard, texts(), door.failures.length], [[], [], 2])
    })
    it('says so to whoever typed a command', async () => {
      await door.mei.command('/overdue', 'CMONEY')
      await door.settled()
      assert.deepEqual([door.heard, texts(), door.slack.shown[0]?.onlyTo], [[], [said.offline], 'UMEI'])
    })
    it('survives that even this cannot be said', async () => {
      door.slack.fail({ status: 503 })
      await door.mei.command('/overdue', 'CMONEY')
      await door.settled()
      assert.deepEqual([door.heard, texts(), door.failures.length], [[], [], 2])
    })
  })

  it('apologises to whoever typed a command when it fails to find out who they are', async () => {
    const broken = await openSlackDoor({ whoIs: () => Promise.reject(new Error('secret')) })
    await broken.mei.command('/overdue', 'CMONEY')
    await broken.settled()
    const [shown, ...more] = broken.slack.shown
    assert(shown)
    assert.deepEqual([newest(shown)['text'], shown.onlyTo, more], [said.apology('ref-1'), 'UMEI', []])
    await broken.close()
  })

  describe('when a turn fails', () => {
    it('apologises with a reference and nothing else', async () => {
      door.turn = () => Promise.reject(new Error('secret: at Object.<anonymous> (/srv/desk.ts:1)'))
      await door.mei.say('overdue')
      await door.settled()
      assert.deepEqual([texts(), door.failures.length], [[said.apology('ref-1')], 1])
    })
    it('apologises in the language of whoever asked', async () => {
      door.turn = () => Promise.reject(new Error('secret'))
      await door.wang.say('overdue')
      await door.settled()
      assert.match(String(texts()[0]), /ref-1/)
      assert.notEqual(texts()[0], said.apology('ref-1'))
    })
    it('says nothing where Slack itself is the trouble', async () => {
      door.slack.fail({ method: 'chat.postMessage', status: 503, times: 1 })
      await door.mei.say('overdue')
      await door.settled()
      assert.deepEqual([texts(), door.failures.length], [[], 1])
    })
    it('does not wait for one that overruns', async () => {
      const quick = await openSlackDoor({ limits: { ...limits, turnMs: 5 } })
      const { promise: held, resolve: release } = Promise.withResolvers<void>()
      quick.turn = () => held
      await quick.mei.say('overdue')
      await quick.settled()
      assert.deepEqual(
        quick.slack.shown.map((shown) => newest(shown)['text']),
        [said.apology('ref-1')],
      )
      release()
      await quick.close()
    })
  })

  it('hears that it was removed from a channel, and from the workspace, though its token works no longer', async () => {
    door.slack.fail({ error: 'token_revoked' })
    await door.requests.event({ type: 'channel_left', channel: 'CMONEY' })
    await door.requests.event({ type: 'app_uninstalled' })
    await door.settled()
    assert.deepEqual(
      door.removals.map(({ from }) => from),
      ['channel', 'workspace'],
    )
    assert.deepEqual(door.failures, [])
  })
})
