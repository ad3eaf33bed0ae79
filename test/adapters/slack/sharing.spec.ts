import assert from 'node:assert/strict'
import { buttonsIn, newest } from '../../kit/slack-person.ts'
import type { SlackShown } from '../../kit/fake-slack.ts'
import { openSlackDoor, said, saying, type OpenSlackDoor } from './open-slack-door.ts'
import { plainly, shareable } from './replies.ts'

describe('answers in Slack, shared', () => {
  let door: OpenSlackDoor
  beforeEach(async () => {
    door = await openSlackDoor()
  })
  afterEach(() => door.close())
  const shown = (at: number): SlackShown => {
    const found = door.slack.shown.at(at)
    assert(found)
    return found
  }
  const textOf = (each: SlackShown) => String(newest(each)['text']).split('\n')[0]
  const where = ({ channel, thread, onlyTo, by }: SlackShown) => ({ channel, thread, onlyTo, by })
  const labels = (each: SlackShown) => buttonsIn(newest(each)).map(({ label }) => label)
  const after = async (doing: Promise<Response>): Promise<void> => {
    assert.equal((await doing).status, 200)
    await door.settled()
    assert.deepEqual(door.failures, [])
  }

  beforeEach(async () => {
    // The channel is known as one of our own.
    door.turn = saying(plainly)
    await after(door.wang.mention('CMONEY', 'help'))
    door.turn = saying(shareable)
    await after(door.mei.command('/overdue over 60 days', 'CMONEY'))
  })
  it('are asked for again, by whoever shares them, for all', async () => {
    await after(door.mei.press('Share here'))
    const heard = door.heard.at(-1)
    assert(heard?.kind === 'said')
    assert.deepEqual(
      [heard.text, heard.by.place, heard.by.personal],
      ['overdue over 60 days', 'slack:partner/CMONEY', false],
    )
    assert.deepEqual(
      [where(shown(-1)), labels(shown(-1))],
      [{ channel: 'CMONEY', thread: null, onlyTo: null, by: 'response' }, []],
    )
    assert.equal(door.wang.sees().length, 2)
  })
  it('are not where another company reads, however lately it was let in', async () => {
    door.slack.channels.set('CMONEY', { name: 'money', is_ext_shared: true })
    await after(door.mei.press('Share here'))
    assert.deepEqual(
      [door.turnedAway, textOf(shown(-1)), shown(-1).onlyTo],
      [['shared-channel'], said.notAmongOutsiders, 'UMEI'],
    )
  })
  it('are not where the desk cannot see who reads', async () => {
    door.slack.channels.delete('CMONEY')
    await after(door.mei.press('Share here'))
    assert.deepEqual([door.turnedAway, textOf(shown(-1)), shown(-1).onlyTo], [['not-in-channel'], said.notHere, 'UMEI'])
  })
  it('are none when somebody makes up what is shared', async () => {
    await after(door.mei.pressOn(shown(1), { action_id: 'desk:share', value: '{"shares":7}', label: '' }))
    assert.equal(door.heard.at(-1)?.kind, 'unknown-button')
  })
})
