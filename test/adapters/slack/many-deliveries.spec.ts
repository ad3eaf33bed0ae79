import assert from 'node:assert/strict'
import { eventually } from '../../kit/processes.ts'
import { newest } from '../../kit/slack-person.ts'
import { openSlackDoor, said, type OpenSlackDoor } from './open-slack-door.ts'

describe('hearing much, or junk, from Slack', () => {
  let door: OpenSlackDoor
  beforeEach(async () => {
    door = await openSlackDoor({ limits: { waiting: 2, waitMs: 5_000, turnMs: 5_000 } })
  })
  afterEach(() => door.close())
  const texts = () => door.slack.shown.map((shown) => newest(shown)['text'])

  describe('when much comes at once', () => {
    it('runs turns of one person one after the other, and says once when it is too much', async () => {
      // Once it is known who Mei is, nobody waits before the queue.
      await door.mei.say('overdue')
      await door.settled()
      const first = Promise.withResolvers<void>()
      let held = first.promise
      const running = { now: 0, most: 0 }
      door.turn = async () => {
        running.most = Math.max(running.most, (running.now += 1))
        await held
        running.now -= 1
      }
      const card = {
        channel: 'DUMEI',
        ts: '7.1',
        thread: null,
        versions: [],
        onlyTo: null,
        by: 'api',
        deleted: false,
      } as const
      const press = (nth: number) => ({
        action_id: 'desk:1',
        value: JSON.stringify({ says: `press ${nth}` }),
        label: '',
      })
      const crowd = () =>
        Promise.all(Array.from({ length: 30 }, (_, nth) => door.mei.pressOn({ ...card, versions: [] }, press(nth))))
      assert.deepEqual(new Set((await crowd()).map(({ status }) => status)), new Set([200]))
      await door.mei.reads(/busy/)
      first.resolve()
      await door.settled()
      assert.deepEqual([door.heard.length, running.most, texts()], [4, 1, [said.tooBusy]])
      const second = Promise.withResolvers<void>()
      held = second.promise
      await crowd()
      await eventually(async () => texts().length === 2)
      second.resolve()
      await door.settled()
      assert.deepEqual([door.heard.length, texts().length, door.failures], [7, 2, []])
    })
    it('makes nobody else wait, nor the same person elsewhere', async () => {
      const { promise: held, resolve: release } = Promise.withResolvers<void>()
      const { promise: all, resolve } = Promise.withResolvers<void>()
      door.turn = async () => {
        if (door.heard.length === 4) resolve()
        await held
      }
      await Promise.all([
        door.mei.say('a'),
        door.wang.say('b'),
        door.mei.mention('CMONEY', 'c', '3.1'),
        door.mei.mention('CMONEY', 'd', '4.1'),
      ])
      await all
      release()
      await door.settled()
      assert.deepEqual(door.failures, [])
    })
  })

  describe('whatever people send', () => {
    it('takes 10,000 characters', async () => {
      const text = '<!channel> &amp; 北 '.repeat(600).slice(0, 10_000)
      await door.mei.say(text)
      await door.settled()
      const [heard] = door.heard
      assert(heard?.kind === 'said' && heard.text.startsWith('!channel & 北 !channel'))
    })
    for (const [what, value] of [
      ['2,000 characters of junk', '{"says":'.repeat(250)],
      ['a list', '[]'],
      ['an act nobody knows', '{"acts":{"act":"desk.format"}}'],
      ['more than it is', '{"says":"help","acts":{"act":"suspension.approve","case":"S-1","version":1}}'],
      ['words that are none', '{"says":7}'],
    ] as const)
      it(`knows no button that carries ${what}`, async () => {
        const shown = {
          channel: 'DUMEI',
          ts: '7.1',
          thread: null,
          versions: [],
          onlyTo: null,
          by: 'api',
          deleted: false,
        } as const
        await door.mei.pressOn({ ...shown, versions: [] }, { action_id: 'desk:1', value, label: '' })
        await door.settled()
        assert.deepEqual(
          door.heard.map(({ kind }) => kind),
          ['unknown-button'],
        )
      })
  })
})
