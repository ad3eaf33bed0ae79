import assert from 'node:assert/strict'
import { askedInWindow } from '../../../adapters/slack/asked-in-window.ts'
import { heardIn, type Heard } from '../../../dialogs/vocabulary/heard.ts'
import { said, type Reply } from '../../../dialogs/vocabulary/reply.ts'
import { replacingActivity } from '../../../dialogs/vocabulary/reply-activity.ts'
import { openSlackDoor, type OpenSlackDoor } from './open-slack-door.ts'

describe('a window that is told what is wrong with its fields', () => {
  let door: OpenSlackDoor
  let asked = 0

  /** A form, each time with a question of its own; it wants a note. */
  const form = (complaint: string | null): Reply => ({
    title: 'Suspend',
    parts: [
      ...(complaint === null ? [] : [{ kind: 'text', text: complaint, about: 'note' } as const]),
      { kind: 'input', id: 'note', label: 'Note', value: '', multiline: true },
    ],
    buttons: [
      { label: 'Ask', tone: 'good', says: 'ask', answers: `q-${(asked += 1)}` },
      { label: 'Not now', says: 'never mind', answers: `q-${asked}` },
    ],
  })
  const replyTo = (heard: Heard): Reply => {
    if (heard.kind !== 'said' || heard.answers === undefined) return form(null)
    return heard.inputs['note'] === '' ? form('Say why.') : said('done')
  }
  beforeEach(async () => {
    asked = 0
    door = await openSlackDoor()
    door.turn = async (context) => {
      const heard = heardIn(context.activity)
      assert(heard)
      await context.sendActivity(replacingActivity(replyTo(heard)))
    }
  })
  afterEach(() => door.close())

  const done = async (deed: Promise<Response>): Promise<string> => {
    const text = await (await deed).text()
    await door.settled()
    return text
  }
  const answered = () => door.heard.flatMap((each) => ('answers' in each && each.answers) || [])

  it('is sent again for what it was told of, opened by a slash command', async () => {
    await done(door.mei.command('/suspend contoso', 'CMONEY'))
    const told = await done(door.mei.submit())
    assert.deepEqual(JSON.parse(told), { response_action: 'errors', errors: { note: 'Say why.' } })
    assert.equal(await done(door.mei.submit()), told)
    await done(door.mei.submit({ note: 'stolen cards' }))
    assert.deepEqual(answered(), ['q-1', 'q-2', 'q-3'])
    assert.equal(door.mei.sees().at(-1), 'done')
    assert.deepEqual(door.failures, [])
  })

  it('is sent again for what it was told of, opened from a message', async () => {
    await done(door.mei.say('suspend contoso'))
    await done(door.mei.press('Fill in…'))
    await done(door.mei.submit())
    await done(door.mei.submit({ note: 'stolen cards' }))
    assert.deepEqual(answered(), ['q-2', 'q-3'])
    assert.equal(door.mei.sees().at(-1), 'done')
    assert.deepEqual(door.failures, [])
  })

  it('is left for what it was told of', async () => {
    await done(door.mei.command('/suspend contoso', 'CMONEY'))
    await done(door.mei.submit())
    await done(door.mei.close())
    const left = door.heard.at(-1)
    assert(left?.kind === 'said')
    assert.deepEqual([left.text, left.answers], ['never mind', 'q-2'])
  })
})

describe('windows', () => {
  it('answer what they were opened for, until something else is asked in them', () => {
    const windows = askedInWindow()
    windows.asks('V1', 'q-2')
    assert.deepEqual([windows.questionOf('V1', 'q-1'), windows.questionOf('V2', 'q-1')], ['q-2', 'q-1'])
  })

  it('are forgotten when there are too many', () => {
    const windows = askedInWindow()
    for (let at = 0; at <= 1_000; at += 1) windows.asks(`V${at}`, 'q-2')
    assert.deepEqual([windows.questionOf('V0', 'q-1'), windows.questionOf('V1000', 'q-1')], ['q-1', 'q-2'])
  })
})
