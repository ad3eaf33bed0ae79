import assert from 'node:assert/strict'
import type { Channels } from '../../../adapters/slack/channels.ts'
import type { People } from '../../../adapters/slack/people.ts'
import { slackRoster } from '../../../adapters/slack/slack-roster.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'

describe('the roster of a channel in Slack', () => {
  const place = {
    place: 'slack:T1/C1',
    channel: 'slack',
    kind: 'channel',
    name: '#money',
    locale: null,
    reference: { channel: 'C1' },
    dead: false,
  } as const
  const roster = (facts: { outsiders: boolean; member: boolean }) => {
    const now = async () => ({ name: 'money', ...facts })
    return slackRoster({} as People, { facts: now, factsNow: now } satisfies Channels)
  }

  for (const outsiders of [true, false])
    it(`says ${outsiders ? 'that' : 'whether'} outsiders read there`, async () =>
      assert.equal(await roster({ outsiders, member: true }).hasOutsiders(place), outsiders))

  it('is not asked where the desk is not: whatever is posted there is refused', async () => {
    const fault = await roster({ outsiders: false, member: false })
      .hasOutsiders(place)
      .catch((cause: unknown) => cause)
    assert(fault instanceof OutsideFault)
    assert.equal(fault.facts.kind, 'refused')
  })
})
