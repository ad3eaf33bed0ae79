import assert from 'node:assert/strict'
import type { Reply } from '../../../dialogs/vocabulary/reply.ts'
import { openSlackDoor, replacing, saying, type OpenSlackDoor } from './open-slack-door.ts'

describe('a message of the desk', () => {
  let door: OpenSlackDoor
  beforeEach(async () => {
    door = await openSlackDoor()
  })
  afterEach(() => door.close())

  it('is changed when there is something to change, and not into itself', async () => {
    const card = (text: string): Reply => ({
      title: 'S-1',
      parts: [{ kind: 'text', text }],
      buttons: [{ label: 'Look', says: 'S-1' }],
    })
    door.turn = saying(card('waits'))
    await door.mei.say('S-1')
    await door.settled()
    for (const text of ['waits', 'done', 'done', 'waits']) {
      door.turn = replacing(card(text))
      await door.mei.press('Look')
      await door.settled()
    }
    const [shown, ...others] = door.slack.shown
    assert.deepEqual(others, [])
    assert.deepEqual(
      shown?.versions.map(({ text }) => String(text).split('\n')[1]),
      ['waits', 'done', 'waits'],
    )
  })
})
