import assert from 'node:assert/strict'
import type { Reply } from '../../../dialogs/vocabulary/reply.ts'
import { openSlackDoor, replacing, said, saying, type OpenSlackDoor } from './open-slack-door.ts'

describe('the card of a case that a private answer comes to', () => {
  let door: OpenSlackDoor
  beforeEach(async () => {
    door = await openSlackDoor()
  })
  afterEach(() => door.close())

  it('stands in the person’s own chat, and the buttons that led to it give way to a word of it', async () => {
    const card: Reply = { title: 'S-1: suspend Contoso?', parts: [], shows: { case: 'S-1', version: 1 } }
    door.turn = saying({
      parts: [{ kind: 'text', text: 'Which?' }],
      buttons: [{ label: 'Contoso', says: 'contoso', answers: 'q-1' }],
    })
    await door.mei.command('/suspend', 'CMONEY')
    await door.settled()
    door.turn = replacing(card)
    await door.mei.press('Contoso')
    await door.settled()
    assert.deepEqual(
      door.slack.shown.map(({ channel, versions }) => [channel, versions.at(-1)?.['text']]),
      [
        ['CMONEY', said.inYourChat('S-1: suspend Contoso?')],
        ['DUMEI', 'S-1: suspend Contoso?'],
      ],
    )
    assert.deepEqual(door.failures, [])
  })
})
