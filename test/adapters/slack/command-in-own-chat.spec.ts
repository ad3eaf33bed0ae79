import assert from 'node:assert/strict'
import { openSlackDoor, saying, type OpenSlackDoor } from './open-slack-door.ts'

describe('a slash command in a chat of two', () => {
  let door: OpenSlackDoor
  beforeEach(async () => {
    door = await openSlackDoor()
    door.turn = saying({ parts: [{ kind: 'text', text: 'Nobody is overdue.' }] })
  })
  afterEach(() => door.close())

  const done = async (deed: Promise<Response>): Promise<void> => {
    await deed
    await door.settled()
  }
  const newest = () => {
    const { channel, onlyTo, by } = door.slack.shown.at(-1) ?? {}
    return { channel, onlyTo, by }
  }

  it('is answered openly in the own chat, which the desk knows by what was said there', async () => {
    await done(door.mei.say('hello'))
    await done(door.mei.command('/overdue'))
    assert.deepEqual(newest(), { channel: 'DUMEI', onlyTo: null, by: 'api' })
  })

  it('is answered privately in any other', async () => {
    await done(door.mei.say('hello'))
    await done(door.mei.command('/overdue', 'DOTHERS'))
    assert.deepEqual(newest(), { channel: 'DOTHERS', onlyTo: 'UMEI', by: 'response' })
    await done(door.wang.command('/overdue', 'DUMEI'))
    assert.deepEqual(newest(), { channel: 'DUMEI', onlyTo: 'UWANG', by: 'response' })
  })
})
