import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sinon from 'sinon'
import { openSeenDeliveries } from '../../../adapters/lowdb/seen-deliveries.ts'
import { instantOf } from '../../../domain/shared/time.ts'
import { openSlackDoor, said, saying, type OpenSlackDoor } from './open-slack-door.ts'

const message = { type: 'message', channel_type: 'im', channel: 'DUMEI', user: 'UMEI', text: 'overdue', ts: '1.1' }
const hello = { parts: [{ kind: 'text', text: 'hello' }] } as const

describe('deliveries of Slack', () => {
  let door: OpenSlackDoor
  beforeEach(async () => {
    door = await openSlackDoor()
    door.turn = saying(hello)
  })
  afterEach(() => door.close())
  const command = (trigger: string) =>
    door.requests.command({
      command: '/desk',
      text: 'help',
      user_id: 'UMEI',
      channel_id: 'CMONEY',
      channel_name: 'money',
      response_url: door.slack.newResponseUrl('UMEI', 'CMONEY'),
      trigger_id: trigger,
    })
  const statuses = async (requests: readonly Promise<Response>[]) =>
    (await Promise.all(requests)).map(({ status }) => status)

  describe('that come again', () => {
    it('are answered, and an event is heard once', async () => {
      for (let nth = 0; nth < 3; nth += 1)
        assert.equal((await door.requests.event(message, { event_id: 'Ev7' })).status, 200)
      await door.settled()
      assert.deepEqual([door.heard.length, door.slack.shown.length], [1, 1])
    })
    it('are heard once when they come at one instant', async () => {
      const events = Array.from({ length: 5 }, () => door.requests.event(message, { event_id: 'Ev7' }))
      const commands = Array.from({ length: 5 }, () => command('T7'))
      assert.deepEqual(new Set(await statuses([...events, ...commands])), new Set([200]))
      await door.settled()
      assert.deepEqual(
        door.heard.map(({ by }) => by.place),
        ['slack:partner/UMEI', 'slack:partner/UMEI'],
      )
    })
    it('are heard once when a form or a press comes twice', async () => {
      const press = {
        type: 'block_actions',
        user: { id: 'UMEI' },
        trigger_id: 'T7',
        container: { type: 'view' },
        actions: [{ type: 'button', action_id: 'desk:1', value: '{"says":"help"}', action_ts: '9.1' }],
      }
      assert.deepEqual(await statuses([door.requests.interaction(press), door.requests.interaction(press)]), [200, 200])
      await door.settled()
      assert.equal(door.heard.length, 1)
      await door.requests.interaction({ ...press, trigger_id: 'T8' })
      await door.settled()
      assert.equal(door.heard.length, 2)
    })
    it('are heard once though the desk was started anew in between', async () => {
      const folder = await mkdtemp(join(tmpdir(), 'deliveries-'))
      const now = () => instantOf(door.at)
      for (const times of [1, 2]) {
        const seen = await openSeenDeliveries(folder, { now, onTrouble: assert.ifError })
        const started = await openSlackDoor({ isFirst: (key) => seen.isFirst(key) })
        for (let nth = 0; nth < times; nth += 1) await started.requests.event(message, { event_id: 'Ev7' })
        await started.settled()
        assert.equal(started.heard.length, times === 1 ? 1 : 0)
        await started.close()
        await seen.close()
      }
      await rm(folder, { recursive: true })
    })
    it('are others when they are named otherwise', async () => {
      await statuses([command('T1'), command('T2'), door.requests.event(message), door.requests.event(message)])
      await door.settled()
      assert.equal(door.heard.length, 4)
    })
  })

  describe('of a kind the desk knows nothing of', () => {
    const view = { id: 'V1', callback_id: 'theirs', private_metadata: '', state: { values: {} } }
    for (const [what, payload, status] of [
      ['options of a select', { type: 'block_suggestion', action_id: 'theirs', block_id: 'b', value: 'con' }, 404],
      ['a shortcut', { type: 'shortcut', callback_id: 'theirs' }, 404],
      ['a shortcut on a message', { type: 'message_action', callback_id: 'theirs', channel: { id: 'CMONEY' } }, 404],
      ['an old dialog', { type: 'dialog_submission', callback_id: 'theirs', channel: { id: 'CMONEY' } }, 404],
      [
        'an old button',
        { type: 'interactive_message', callback_id: 'theirs', actions: [{ type: 'button', name: 'x' }] },
        404,
      ],
      ['a form of another app', { type: 'view_submission', view }, 200],
      ['a form without a name', { type: 'view_submission', view: { ...view, callback_id: '' } }, 200],
      ['a window of another app that was closed', { type: 'view_closed', view }, 200],
      [
        'a field that was touched',
        { type: 'block_actions', container: { type: 'view' }, actions: [{ type: 'static_select', action_id: 'x' }] },
        200,
      ],
    ] as const)
      it(`are answered ${status} and do nothing: ${what}`, async () => {
        const begun = sinon.spy(globalThis, 'setTimeout')
        const ended = sinon.spy(globalThis, 'clearTimeout')
        const answer = await door.requests.interaction({ user: { id: 'UMEI' }, trigger_id: 'T1', ...payload })
        assert.deepEqual([answer.status, await answer.text()], [status, ''])
        await door.settled()
        assert.deepEqual([door.heard.length, door.failures.length, door.slack.calls.length], [0, 0, 0])
        // Bolt's own timer would answer a second time after three seconds.
        const timers = begun.getCalls().filter(({ args }) => args[1] === 3_001)
        assert.equal(timers.length, 1)
        assert(timers.every(({ returnValue }) => ended.calledWith(returnValue)))
      })
    for (const event of [{ type: 'reaction_added' }, { type: 'message_metadata_posted' }, { type: 'team_join' }])
      it(`are no trouble: ${event.type}`, async () => {
        assert((await door.requests.event(event)).status < 500)
        assert.deepEqual([door.heard.length, door.failures.length], [0, 0])
      })
  })

  describe('while the desk is busy', () => {
    it('are answered before anything is looked up, and leave nothing behind', async () => {
      const { promise: held, resolve: release } = Promise.withResolvers<void>()
      door.slack.fail({ until: held })
      const shown = {
        channel: 'CMONEY',
        ts: '7.1',
        thread: null,
        versions: [],
        onlyTo: null,
        by: 'api',
        deleted: false,
      } as const
      const answers = await statuses([
        door.mei.say('overdue'),
        door.mei.mention('CMONEY', 'overdue'),
        door.mei.command('/overdue', 'CMONEY'),
        door.mei.openHome(),
        door.mei.pressOn({ ...shown, versions: [] }, { action_id: 'desk:1', value: '{"says":"help"}', label: '' }),
        door.requests.event({ type: 'channel_left', channel: 'CMONEY' }),
      ])
      assert.deepEqual(answers, [200, 200, 200, 200, 200, 200])
      assert.equal(door.heard.length, 0)
      release()
      await door.settled()
      assert.deepEqual([door.heard.length, door.failures.length], [5, 0])
    })
    it('are answered while turns run', async () => {
      const { promise: held, resolve: release } = Promise.withResolvers<void>()
      door.turn = () => held
      assert.deepEqual(
        await statuses([door.mei.say('overdue'), door.mei.say('due'), door.mei.command('/overdue')]),
        [200, 200, 200],
      )
      release()
      await door.settled()
      assert.equal(door.heard.length, 3)
    })
  })

  it('leave nothing of people, customers or secrets in the log, whatever goes wrong', async () => {
    door.turn = async (context) => void (await context.sendActivity('Contoso owes EUR 5'))
    await door.mei.say('why does Contoso owe EUR 5?')
    await door.settled()
    door.turn = saying({ title: 'Contoso owes EUR 5', parts: [] })
    for (const trouble of [
      { error: 'invalid_arguments' },
      { error: 'token_revoked' },
      { body: '<html>Contoso owes EUR 5, Mei Tan</html>' },
      { status: 500, body: 'Contoso owes EUR 5' },
    ]) {
      door.slack.fail({ method: 'chat.postMessage', ...trouble })
      await door.mei.say('why does Contoso owe EUR 5?')
      await door.settled()
    }
    door.slack.fail(null)
    door.slack.users.set('UEVE', { name: 'Eve Tan', is_restricted: true })
    await door.requests.event({ ...message, user: 'UEVE', channel: 'DUEVE', text: 'Contoso' })
    await door.settled()
    assert.equal(door.logged.length, 6)
    for (const word of ['Contoso', 'EUR', 'Mei', 'Eve', 'xoxb', 'overdue', said.stranger])
      assert(!door.logged.join().includes(word), `${word} in ${door.logged.join()}`)
  })
})
