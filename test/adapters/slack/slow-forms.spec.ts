import assert from 'node:assert/strict'
import sinon from 'sinon'
import { newest, slackPerson } from '../../kit/slack-person.ts'
import { openSlackDoor, said, saying, type OpenSlackDoor } from './open-slack-door.ts'
import { form, plainly } from './replies.ts'

describe('a form that was sent to Slack while much has to be looked up', () => {
  let door: OpenSlackDoor
  let release: () => void
  let held: Promise<void>
  beforeEach(async () => {
    door = await openSlackDoor({ limits: { waiting: 0, waitMs: 5_000, turnMs: 5_000 } })
    door.turn = saying(form)
    const gate = Promise.withResolvers<void>()
    held = gate.promise
    release = gate.resolve
    await door.mei.command('/suspend contoso', 'CMONEY')
    await door.settled()
  })
  afterEach(() => door.close())
  const view = () => JSON.stringify([...door.slack.views.values()].at(-1))
  const texts = () => door.slack.shown.map((shown) => newest(shown)['text'])

  /** Two seconds pass once it has come so far; then whatever holds it up is over. */
  const slowly = async (soFar: () => boolean, doing: () => Promise<Response>) => {
    const clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldClearNativeTimers: true })
    const asked = doing()
    while (!soFar()) await new Promise((resolve) => setImmediate(resolve))
    clock.tick(2_000)
    const answer = await asked
    // Bolt's own answer would come now.
    clock.tick(2_000)
    clock.restore()
    release()
    await door.settled()
    assert.equal(answer.status, 200)
    return answer.text()
  }
  const calls = (method: string) => door.slack.calls.filter((call) => call.method === method).length
  const whoIsAsked = () => {
    const before = calls('users.info')
    door.at += 6 * 60_000
    return () => calls('users.info') > before
  }
  const heardMore = () => {
    const before = door.heard.length
    return () => door.heard.length > before
  }
  const answering = async () => {
    door.turn = async (context) => {
      await held
      await saying(plainly)(context)
    }
  }

  it('says "one moment", and then what came of it', async () => {
    await answering()
    assert.match(await slowly(heardMore(), () => door.mei.submit()), /"response_action":"update".*One moment/)
    assert.match(view(), /Contoso owes EUR 5\./)
    assert.deepEqual([texts(), door.failures], [['Contoso owes EUR 5.'], []])
  })
  it('says it in the language of its reader', async () => {
    const wang = slackPerson(door.slack, door.requests, 'UWANG', [])
    await wang.command('/suspend contoso')
    await door.settled()
    await answering()
    assert.match(await slowly(heardMore(), () => wang.submit()), /"response_action":"update".*請稍候/)
  })
  it('says it where it is Slack that does not answer, and leaves nothing behind', async () => {
    door.slack.fail({ method: 'users.info', until: held, status: 503 })
    assert.match(await slowly(whoIsAsked(), () => door.mei.submit()), /"response_action":"update".*One moment/)
    assert.match(view(), /does not tell me who you are/)
    assert.deepEqual([texts(), door.failures.length], [[said.offline], 1])
  })
  it('says why it is not answered, once that is known', async () => {
    door.slack.users.set('UMEI', { is_restricted: true })
    door.slack.fail({ method: 'users.info', until: held })
    assert.match(await slowly(whoIsAsked(), () => door.mei.submit()), /One moment/)
    assert.match(view(), /signed in with their work account/)
    assert.deepEqual([texts(), door.turnedAway], [[said.stranger], ['guest']])
  })
  it('says that it is too much, to whoever was told so before', async () => {
    await door.mei.say('overdue')
    await door.settled()
    door.turn = () => held
    const before = door.slack.shown.length
    const busy = heardMore()
    await door.mei.say('overdue')
    while (!busy()) await new Promise((resolve) => setImmediate(resolve))
    const answers = await Promise.all([1, 2, 3].map(() => door.mei.command('/overdue', 'CMONEY')))
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 200],
    )
    await door.mei.reads(/still busy/)
    assert.equal(await (await door.mei.submit()).text(), '')
    release()
    await door.settled()
    assert.deepEqual(texts().slice(before), [said.tooBusy, said.tooBusy])
  })
})
