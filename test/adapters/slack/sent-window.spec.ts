import assert from 'node:assert/strict'
import sinon, { type SinonFakeTimers } from 'sinon'
import { sentWindow, type FormAnswer, type SentWindow } from '../../../adapters/slack/sent-window.ts'
import { formErrors, formView } from '../../../adapters/slack/slack-form.ts'
import { anApi, type AnApi } from './an-api.ts'
import { said } from './open-slack-door.ts'
import { complaining, form } from './replies.ts'

const next = formView(form, {}, said)
const theirs = { ...said, oneMoment: '請稍候', desk: 'Partner Desk' }

describe('the window of a form that was sent', () => {
  let world: AnApi
  let clock: SinonFakeTimers
  let acks: (FormAnswer | undefined)[]
  let window: SentWindow
  beforeEach(async () => {
    world = await anApi()
    const trigger = world.slack.newTrigger()
    const id = await world.api.openView(trigger, next)
    clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldClearNativeTimers: true })
    acks = []
    window = sentWindow(id, async (answer) => void acks.push(answer), world.api, said)
  })
  afterEach(async () => {
    clock.restore()
    await world.close()
  })
  const textOf = (view: object | undefined) => {
    const [block] = (view as { blocks: { text?: { text: string } }[] } | undefined)?.blocks ?? []
    return block?.text?.text
  }
  const shownNow = () => textOf([...world.slack.views.values()].at(-1))
  const toldInAck = () => {
    const [answer] = acks
    return answer?.response_action === 'update' ? textOf(answer.view) : answer?.response_action
  }

  it('has its complaints at its fields', async () => {
    assert.equal(await window.asks(formView(complaining, {}, said), formErrors(complaining)), true)
    assert.deepEqual(acks, [{ response_action: 'errors', errors: { note: 'Say why.' } }])
  })
  it('shows what is asked next', async () => {
    assert.equal(await window.asks(next, null), true)
    assert.deepEqual(acks, [{ response_action: 'update', view: next }])
  })
  it('closes', async () => {
    await window.closes('Done')
    assert.deepEqual(acks, [undefined])
    assert.equal(world.slack.calls.length, 1)
  })
  it('says what happened, where nothing else will', async () => {
    await window.tells(said.offline)
    assert.equal(toldInAck(), said.offline)
  })

  it('is told nothing before two seconds have passed, and then "one moment"', async () => {
    clock.tick(1_999)
    assert.deepEqual(acks, [])
    clock.tick(1)
    assert.equal(toldInAck(), said.oneMoment)
  })
  it('says "one moment" in the language of its reader, once that is known', () => {
    window.readBy(theirs)
    clock.tick(2_000)
    assert.equal(toldInAck(), '請稍候')
  })
  it('says no "one moment" once it was answered', async () => {
    await window.closes('Done')
    clock.tick(10_000)
    assert.deepEqual(acks, [undefined])
  })

  describe('that says "one moment"', () => {
    beforeEach(() => clock.tick(2_000))
    it('shows what is asked next, complaints and all', async () => {
      const view = formView(complaining, {}, said)
      assert.equal(await window.asks(view, formErrors(complaining)), true)
      assert.deepEqual([...world.slack.views.values()].at(-1), view)
    })
    it('says what came of it', async () => {
      await window.closes('S-12 waits for a second person')
      assert.equal(shownNow(), 'S-12 waits for a second person')
    })
    it('says what happened, where nothing else will', async () => {
      await window.tells(said.offline)
      assert.equal(shownNow(), said.offline)
    })
    it('asks nowhere when somebody closed it', async () => {
      world.slack.fail({ method: 'views.update', error: 'not_found' })
      assert.equal(await window.asks(next, null), false)
    })
    it('is no misfortune when somebody closed it', async () => {
      world.slack.fail({ method: 'views.update', error: 'not_found' })
      await window.closes('Done')
    })
  })

  it('hears once what becomes of it', async () => {
    await window.asks(next, null)
    assert.equal(await window.asks(next, null), false)
    await window.closes('Done')
    await window.tells('Done')
    assert.equal(acks.length, 1)
    assert.equal(world.slack.calls.length, 1)
  })
})
