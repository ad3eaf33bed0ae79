import assert from 'node:assert/strict'
import { slackPeople, type People } from '../../../adapters/slack/people.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import type { SlackUser } from '../../kit/fake-slack.ts'
import { anApi, type AnApi } from './an-api.ts'

const minute = 60_000

describe('the people of a Slack workspace', () => {
  let world: AnApi
  let people: People
  beforeEach(async () => {
    world = await anApi()
    people = slackPeople(world.api, world.now)
  })
  afterEach(() => world.close())
  const calls = (method: string) => world.slack.calls.filter((call) => call.method === method).length

  for (const [who, user, standing] of [
    ['one of our people', {}, 'member'],
    ['a guest', { is_restricted: true }, 'guest'],
    ['a guest of one channel', { is_restricted: true, is_ultra_restricted: true }, 'guest'],
    ['a guest of whom only the narrower is said', { is_ultra_restricted: true }, 'guest'],
    ['somebody whose account was closed', { deleted: true }, 'gone'],
    ['a guest whose account was closed', { deleted: true, is_restricted: true }, 'gone'],
    ['a bot', { is_bot: true }, 'bot'],
    ['somebody of a company we share a channel with', { is_stranger: true }, 'stranger'],
    ['somebody of another workspace', { team: 'contoso' }, 'stranger'],
  ] as const satisfies readonly (readonly [string, SlackUser, string])[])
    it(`${who} is ${standing}`, async () => {
      world.slack.users.set('U1', user)
      assert.equal((await people.person('U1')).standing, standing)
      assert.equal((await people.personNow('U1')).standing, standing)
    })

  it('somebody whom Slack does not know is gone', async () => {
    assert.deepEqual(await people.person('U1'), { name: 'U1', locale: null, standing: 'gone' })
  })
  it('somebody whom Slack does not show us is gone', async () => {
    world.slack.fail({ method: 'users.info', error: 'user_not_visible' })
    assert.equal((await people.person('U1')).standing, 'gone')
  })

  it('have the name and the language they chose', async () => {
    world.slack.users.set('U1', { name: 'Mei Tan', locale: 'zh-TW' })
    assert.deepEqual(await people.person('U1'), { name: 'Mei Tan', locale: 'zh-TW', standing: 'member' })
    const [asked] = world.slack.calls.filter(({ method }) => method === 'users.info')
    assert.deepEqual([asked?.given['include_locale'], asked?.token], [true, 'xoxb-of-the-desk'])
  })
  it('are called what they show, else what they are called, else by their id', async () => {
    const named = async (user: object) => {
      world.slack.users.set('U1', user)
      return (await people.personNow('U1')).name
    }
    const all = { profile: { display_name: 'mei' }, real_name: 'Mei Tan' }
    assert.equal(await named(all), 'mei')
    assert.equal(await named({ ...all, profile: { display_name: '' } }), 'Mei Tan')
    assert.equal(await named({ real_name: '', profile: {} }), 'U1')
  })

  it('are asked about once in five minutes, and at each decision', async () => {
    world.slack.users.set('U1', {})
    await people.person('U1')
    world.slack.users.set('U1', { is_restricted: true })
    world.at += 5 * minute - 1
    assert.equal((await people.person('U1')).standing, 'member')
    assert.equal(calls('users.info'), 1)
    assert.equal((await people.personNow('U1')).standing, 'guest')
    assert.equal((await people.personNow('U1')).standing, 'guest')
    assert.equal(calls('users.info'), 3)
    // What a decision heard counts for what is said next.
    assert.equal((await people.person('U1')).standing, 'guest')
    world.slack.users.set('U1', {})
    world.at += 5 * minute
    assert.equal((await people.person('U1')).standing, 'member')
  })
  it('are never guessed when Slack does not answer', async () => {
    world.slack.users.set('U1', {})
    await people.person('U1')
    world.slack.fail({ method: 'users.info', status: 503 })
    await assert.rejects(people.personNow('U1'), OutsideFault)
    world.at += 5 * minute
    await assert.rejects(people.person('U1'), OutsideFault)
  })

  it('are ours in our own workspace alone, which is asked for once', async () => {
    assert.equal(await people.isOurs('partner'), true)
    assert.equal(await people.isOurs('contoso'), false)
    assert.equal(calls('auth.test'), 1)
  })
  it('are nobody’s while Slack does not say which workspace is ours', async () => {
    world.slack.fail({ method: 'auth.test', error: 'internal_error', times: 1 })
    await assert.rejects(people.isOurs('partner'), OutsideFault)
    assert.equal(await people.isOurs('partner'), true)
  })
})
