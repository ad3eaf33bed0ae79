import assert from 'node:assert/strict'
import { openSlackDoor, saying, type OpenSlackDoor } from './open-slack-door.ts'
import { card, form } from './replies.ts'

describe('whoever presses the card of a channel and is asked something', () => {
  let door: OpenSlackDoor
  /** In which conversation each turn was, in order. */
  let conversations: string[]
  beforeEach(async () => {
    door = await openSlackDoor()
    conversations = []
    door.turn = saying(card)
    await door.mei.mention('CMONEY', 'S-12')
    await door.settled()
    door.turn = async (context) => {
      conversations.push(context.activity.conversation.id)
      await saying(form)(context)
    }
  })
  afterEach(() => door.close())

  it('answers in the window where it was asked', async () => {
    await door.mei.press('Approve')
    await door.settled()
    await door.mei.submit()
    await door.settled()
    assert.deepEqual(conversations, ['partner:UMEI', 'partner:UMEI'])
  })

  it('finds the question again in what only they see, where Slack opened no window', async () => {
    door.slack.fail({ method: 'views.open', error: 'expired_trigger_id', times: 1 })
    await door.mei.press('Approve')
    await door.settled()
    await door.mei.press('Fill in…')
    await door.settled()
    await door.mei.submit()
    await door.settled()
    assert.deepEqual([...new Set(conversations)], ['partner:UMEI'])
    assert.equal(conversations.length, 3)
  })
})
