import assert from 'node:assert/strict'
import { said } from '../../../dialogs/vocabulary/reply.ts'
import { fileActivity, replyActivity } from '../../../dialogs/vocabulary/reply-activity.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { aFileToGive } from '../a-file-to-give.ts'
import { openSlackDoor, type OpenSlackDoor } from './open-slack-door.ts'

describe('a file given in Slack', () => {
  let door: OpenSlackDoor
  let faults: unknown[]
  beforeEach(async () => {
    door = await openSlackDoor()
    faults = []
    door.turn = async (context) => {
      await context.sendActivity(replyActivity(said('Here it is.')))
      await context.sendActivity(fileActivity(aFileToGive())).catch((fault: unknown) => void faults.push(fault))
    }
  })
  afterEach(() => door.close())

  const file = { name: 'list.md', text: '# Über' }

  it('stands in the chat with its one reader', async () => {
    await door.mei.say('dossier contoso')
    await door.settled()
    assert.deepEqual(door.slack.given, [{ channel: 'DUMEI', thread: null, ...file }])
    assert.deepEqual(door.mei.sees(), ['Here it is.'])
  })

  it('stands in the thread in which it was asked for', async () => {
    await door.mei.mention('CMONEY', 'overdue as csv')
    await door.settled()
    const [{ thread = null } = {}] = door.slack.shown
    assert(thread !== null)
    assert.deepEqual(door.slack.given, [{ channel: 'CMONEY', thread, ...file }])
  })

  it('goes into the chat of whoever typed a command in a channel, where nobody else sees the answer', async () => {
    await door.mei.command('/overdue as csv', 'CMONEY')
    await door.settled()
    assert.deepEqual(door.slack.given, [{ channel: 'DUMEI', thread: null, ...file }])
    assert.deepEqual(door.wang.sees(), [])
    assert.deepEqual(
      door.slack.shown.map(({ versions, onlyTo }) => [onlyTo, versions[0]?.['text']]),
      [
        ['UMEI', 'Here it is.'],
        ['UMEI', 'in-your-chat: list.md'],
      ],
    )
  })

  for (const [where, trouble] of [
    ['is refused', { method: 'files.getUploadURLExternal', error: 'file_uploads_disabled' }],
    ['lacks the scope', { method: 'files.getUploadURLExternal', error: 'missing_scope' }],
    ['does not arrive', { method: 'upload', status: 500 }],
    ['is not shared', { method: 'files.completeUploadExternal', error: 'posting_to_channel_denied' }],
  ] as const)
    it(`is a fault of Slack where it ${where}, and no apology`, async () => {
      door.slack.fail(trouble)
      await door.mei.say('dossier contoso')
      await door.settled()
      assert.deepEqual([door.slack.given, door.failures], [[], []])
      assert(faults[0] instanceof OutsideFault && faults[0].facts.service === 'slack')
    })

  it('is sent to no address but Slack’s own', async () => {
    const body = JSON.stringify({ ok: true, upload_url: 'https://evil.example/upload', file_id: 'F1' })
    door.slack.fail({ method: 'files.getUploadURLExternal', body })
    await door.mei.say('dossier contoso')
    await door.settled()
    assert(faults[0] instanceof OutsideFault && faults[0].facts.code === 'not-allowed-there')
  })
})
