import assert from 'node:assert/strict'
import sinon from 'sinon'
import type { Reply } from '../../../dialogs/vocabulary/reply.ts'
import { buttonsIn, newest } from '../../kit/slack-person.ts'
import { openSlackDoor, said, saying, type OpenSlackDoor } from './open-slack-door.ts'
import { card, complaining, form, plainly } from './replies.ts'

const lost: Reply = {
  ...form,
  parts: [{ kind: 'text', text: 'The ledger changed.', tone: 'warning', about: 'gone' }, ...form.parts],
}
const second: Reply = {
  ...form,
  title: 'And when?',
  parts: [{ kind: 'input', id: 'when', label: 'When', value: '', multiline: false }],
}

describe('forms in Slack', () => {
  let door: OpenSlackDoor
  beforeEach(async () => {
    door = await openSlackDoor()
    door.turn = saying(form)
  })
  afterEach(() => door.close())
  const settled = async (doing: Promise<Response>): Promise<Response> => {
    const answer = await doing
    await door.settled()
    assert.deepEqual([answer.status, door.failures], [200, []])
    return answer
  }
  const opened = () => door.slack.calls.filter(({ method }) => method === 'views.open').length
  const views = () => [...door.slack.views.values()]
  const titleOf = (view: Record<string, unknown> | undefined) => (view?.['title'] as { text: string } | undefined)?.text
  const texts = () => door.slack.shown.map((shown) => String(newest(shown)['text']).split('\n')[0])
  const answered = async (doing: Promise<Response>): Promise<Record<string, unknown>> => {
    const text = await (await settled(doing)).text()
    return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>)
  }
  const heardLast = () => {
    const heard = door.heard.at(-1)
    assert(heard?.kind === 'said')
    const { text, inputs, answers, pressed } = heard
    return { text, inputs, answers, pressed }
  }

  describe('that a command asks for', () => {
    it('open as windows, and stand nowhere else', async () => {
      await settled(door.mei.command('/suspend contoso', 'CMONEY'))
      assert.deepEqual([views().map(titleOf), texts()], [['Suspend Contoso?'], []])
    })
    it('stand in a private answer where the window can no longer be opened, with a button that opens it', async () => {
      door.slack.fail({ method: 'views.open', error: 'expired_trigger_id', times: 1 })
      await settled(door.mei.command('/suspend contoso', 'CMONEY'))
      const [shown] = door.slack.shown
      assert(shown)
      assert.deepEqual(
        [views().length, shown.onlyTo, buttonsIn(newest(shown)).map(({ label }) => label)],
        [0, 'UMEI', ['Fill in…', 'Not now']],
      )
    })
    it('come once: a trigger opens one window', async () => {
      door.turn = async (context) => {
        await saying(form)(context)
        await saying(second)(context)
      }
      await settled(door.mei.command('/suspend contoso', 'CMONEY'))
      assert.deepEqual([views().map(titleOf), texts()], [['Suspend Contoso?'], ['And when?']])
      assert.equal(opened(), 1)
    })
    it('stand in a private answer, too, when the time for a window is over', async () => {
      const clock = sinon.useFakeTimers({ toFake: ['performance'] })
      door.turn = async (context) => {
        clock.tick(2_501)
        await saying(form)(context)
      }
      await settled(door.mei.command('/suspend contoso', 'CMONEY'))
      assert.deepEqual([opened(), texts()], [0, ['Suspend Contoso?']])
    })
    it('leave their draft when the window is closed: nothing else is left of it', async () => {
      await settled(door.mei.command('/suspend contoso', 'CMONEY'))
      door.turn = saying({ parts: [{ kind: 'text', text: 'Left.' }] })
      await settled(door.mei.close())
      assert.deepEqual(heardLast(), { text: 'never mind', inputs: {}, answers: 'q-1', pressed: true })
      assert.deepEqual([texts(), door.slack.shown[0]?.onlyTo], [['Left.'], 'UMEI'])
    })
  })

  describe('that stand in a message', () => {
    beforeEach(() => settled(door.mei.say('suspend contoso')))
    it('wait there for whoever fills them in', () => {
      assert.deepEqual([views().length, texts()], [0, ['Suspend Contoso?']])
    })
    it('open at once when asked for, and are filled once they were looked up', async () => {
      const { promise: held, resolve: release } = Promise.withResolvers<void>()
      door.turn = async (context) => {
        await held
        await saying(form)(context)
      }
      assert.equal((await door.mei.press('Fill in…')).status, 200)
      while (views().length === 0) await new Promise((resolve) => setImmediate(resolve))
      assert.match(JSON.stringify(views()), /One moment/)
      release()
      await door.settled()
      assert.deepEqual(door.heard.at(-1)?.kind === 'asked-again' && door.heard.at(-1), {
        ...door.heard.at(-1),
        kind: 'asked-again',
        question: 'q-1',
      })
      assert.deepEqual([views().map(titleOf), texts()], [['Suspend Contoso?'], ['Suspend Contoso?']])
    })
    it('say in the window what was said instead of a form', async () => {
      door.turn = saying({ parts: [{ kind: 'text', text: 'That question was answered.' }] })
      await settled(door.mei.press('Fill in…'))
      assert.match(JSON.stringify(views()), /That question was answered\./)
    })
    it('leave no window waiting when nothing is said', async () => {
      door.turn = async () => undefined
      await settled(door.mei.press('Fill in…'))
      assert.doesNotMatch(JSON.stringify(views()), /One moment/)
    })
    it('stay when the window is closed: their message has a button of its own for that', async () => {
      await settled(door.mei.press('Fill in…'))
      const before = door.heard.length
      await settled(door.mei.close())
      assert.deepEqual([door.heard.length, texts()], [before, ['Suspend Contoso?']])
    })
    it('show in the message too what was put in, while something is wrong', async () => {
      await settled(door.mei.press('Fill in…'))
      door.turn = saying({
        ...complaining,
        parts: [
          ...complaining.parts.slice(0, 2),
          { kind: 'input', id: 'note', label: 'Note', value: 'Because', multiline: true },
        ],
      })
      await answered(door.mei.submit({ note: 'Because' }))
      assert.equal(door.slack.shown.length, 1)
      assert.match(JSON.stringify(newest(door.slack.shown[0] ?? assert.fail())), /Because/)
    })
  })

  it('asked for by a decision in a channel never take the place of its card', async () => {
    door.turn = saying(card)
    await settled(door.mei.mention('CMONEY', 'S-12', '3.1'))
    door.turn = saying(form)
    await settled(door.mei.press('Approve'))
    door.turn = saying(complaining)
    await answered(door.mei.submit())
    const [posted, aside] = door.slack.shown
    assert.deepEqual([posted?.versions.length, aside?.onlyTo, aside?.thread], [1, 'UMEI', '3.1'])
  })

  describe('that are sent', () => {
    beforeEach(() => settled(door.mei.command('/suspend contoso', 'CMONEY')))

    it('say what their button says, with everything that was put in', async () => {
      door.turn = saying(plainly)
      assert.deepEqual(await answered(door.mei.submit({ plans: 's,p', note: 'Nobody answers.' })), {})
      assert.deepEqual(heardLast(), {
        text: 'ask',
        inputs: { plans: 's,p', note: 'Nobody answers.' },
        answers: 'q-1',
        pressed: true,
      })
      assert.deepEqual([texts(), door.slack.shown[0]?.onlyTo], [['Contoso owes EUR 5.'], 'UMEI'])
    })
    it('are told what is wrong at each field', async () => {
      door.turn = saying(complaining)
      assert.deepEqual(await answered(door.mei.submit()), { response_action: 'errors', errors: { note: 'Say why.' } })
      assert.deepEqual(texts(), [])
    })
    it('are shown anew where something is wrong that belongs to no field', async () => {
      door.turn = saying(lost)
      const { response_action: action, view } = await answered(door.mei.submit())
      assert.equal(action, 'update')
      assert.match(JSON.stringify(view), /The ledger changed\./)
    })
    it('go on in the same window', async () => {
      door.turn = saying(second)
      const { response_action: action, view } = await answered(door.mei.submit())
      assert.deepEqual([action, titleOf(view as Record<string, unknown>)], ['update', 'And when?'])
    })
    it('say so when the turn fails', async () => {
      door.turn = () => Promise.reject(new Error('secret'))
      const answer = await door.mei.submit()
      await door.settled()
      assert.deepEqual([answer.status, await answer.text(), texts()], [200, '', [said.apology('ref-1')]])
    })
    it('close their window when nothing is said', async () => {
      door.turn = async () => undefined
      assert.deepEqual(await answered(door.mei.submit()), {})
    })
    for (const [what, spoilt] of [
      ['somebody else’s', { user: 'UWANG' }],
      ['another workspace’s', { team: 'contoso' }],
      ['nobody’s', null],
    ] as const)
      it(`do nothing when they are ${what}`, async () => {
        const [id, view] = [...door.slack.views].at(-1) ?? assert.fail()
        const kept = JSON.parse(String(view['private_metadata'])) as object
        const private_metadata = spoilt === null ? '{}' : JSON.stringify({ ...kept, ...spoilt })
        const before = door.heard.length
        await settled(
          door.requests.interaction({
            type: 'view_submission',
            user: { id: 'UMEI' },
            trigger_id: 'T9',
            view: { ...view, id, private_metadata },
          }),
        )
        assert.deepEqual([door.heard.length, texts()], [before, []])
      })

    it('say who is not answered', async () => {
      door.slack.users.set('UMEI', { is_restricted: true })
      door.at += 6 * 60_000
      const before = door.heard.length
      assert.deepEqual(await answered(door.mei.submit()), {})
      assert.deepEqual([door.heard.length, texts()], [before, [said.stranger]])
    })
  })
})
