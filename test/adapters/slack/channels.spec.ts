import assert from 'node:assert/strict'
import { slackChannels, type Channels } from '../../../adapters/slack/channels.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { anApi, type AnApi } from './an-api.ts'

describe('the channels of a Slack workspace', () => {
  let world: AnApi
  let channels: Channels
  beforeEach(async () => {
    world = await anApi()
    channels = slackChannels(world.api, world.now)
  })
  afterEach(() => world.close())

  for (const [what, channel, outsiders] of [
    ['of our own people', {}, false],
    ['that another of our workspaces shares', { is_shared: true, is_org_shared: true }, false],
    ['that another company shares', { is_ext_shared: true }, true],
    ['that another company was asked into', { is_pending_ext_shared: true }, true],
    ['with an invitation on the way', { pending_shared: ['T2'] }, true],
    ['with none on the way', { pending_shared: [] }, false],
  ] as const)
    it(`${what} ${outsiders ? 'have' : 'have no'} outsiders`, async () => {
      world.slack.channels.set('C1', { name: 'money', ...channel })
      assert.deepEqual(await channels.facts('C1'), { name: 'money', outsiders, member: true })
    })

  it('are told of where the desk is not, too', async () => {
    world.slack.channels.set('C1', { name: 'money', is_member: false })
    assert.equal((await channels.facts('C1')).member, false)
  })

  it('without a name go by their id', async () => {
    world.slack.channels.set('C1', {})
    assert.equal((await channels.facts('C1')).name, 'C1')
  })
  it('are asked about once in ten minutes, and anew where it counts', async () => {
    world.slack.channels.set('C1', { name: 'money' })
    await channels.facts('C1')
    world.slack.channels.set('C1', { name: 'money', is_ext_shared: true })
    world.at += 10 * 60_000 - 1
    assert.equal((await channels.facts('C1')).outsiders, false)
    assert.equal((await channels.factsNow('C1')).outsiders, true)
    assert.equal((await channels.facts('C1')).outsiders, true)
    world.slack.channels.set('C1', { name: 'money' })
    world.at += 10 * 60_000
    assert.equal((await channels.facts('C1')).outsiders, false)
  })
  it('say nothing where the desk is not in them', async () => {
    await assert.rejects(
      channels.factsNow('C1'),
      (fault) => fault instanceof OutsideFault && fault.facts.kind === 'refused',
    )
  })
})
