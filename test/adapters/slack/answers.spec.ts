import assert from 'node:assert/strict'
import { blocksOf, buttonsIn, newest } from '../../kit/slack-person.ts'
import type { SlackShown } from '../../kit/fake-slack.ts'
import { openSlackDoor, replacing, said, saying, type OpenSlackDoor } from './open-slack-door.ts'
import { card, decided, plainly, shareable } from './replies.ts'

describe('answers in Slack', () => {
  let door: OpenSlackDoor
  beforeEach(async () => {
    door = await openSlackDoor()
  })
  afterEach(() => door.close())
  const shown = (at: number): SlackShown => {
    const found = door.slack.shown.at(at)
    assert(found)
    return found
  }
  const textOf = (each: SlackShown) => String(newest(each)['text']).split('\n')[0]
  const where = ({ channel, thread, onlyTo, by }: SlackShown) => ({ channel, thread, onlyTo, by })
  const labels = (each: SlackShown) => buttonsIn(newest(each)).map(({ label }) => label)
  const after = async (doing: Promise<Response>): Promise<void> => {
    assert.equal((await doing).status, 200)
    await door.settled()
    assert.deepEqual(door.failures, [])
  }

  describe('to what was written', () => {
    beforeEach(() => {
      door.turn = saying(plainly)
    })
    it('stand in the own chat', async () => {
      await after(door.mei.say('overdue'))
      assert.deepEqual(where(shown(0)), { channel: 'DUMEI', thread: null, onlyTo: null, by: 'api' })
    })
    it('stand in the thread of the own chat in which it was written', async () => {
      const message = { type: 'message', channel_type: 'im', channel: 'DUMEI', user: 'UMEI', text: 'overdue' }
      await after(door.requests.event({ ...message, ts: '7.1', thread_ts: '3.1' }))
      assert.equal(shown(0).thread, '3.1')
    })
    it('stand in a thread under a mention, and in the thread of a mention', async () => {
      const mention = { type: 'app_mention', channel: 'CMONEY', user: 'UMEI', text: '<@UDESK> overdue' }
      await after(door.requests.event({ ...mention, ts: '7.1' }))
      await after(door.requests.event({ ...mention, ts: '8.1', thread_ts: '3.1' }))
      assert.deepEqual(
        [where(shown(0)), shown(1).thread],
        [{ channel: 'CMONEY', thread: '7.1', onlyTo: null, by: 'api' }, '3.1'],
      )
    })
    it('mention nobody', async () => {
      await after(door.mei.mention('CMONEY', 'overdue'))
      const { text, blocks } = newest(shown(0))
      assert(!/UMEI|<@/.test(JSON.stringify([text, blocks])))
    })
    it('stand on the home tab where that was opened', async () => {
      await after(door.mei.openHome())
      assert.deepEqual(door.slack.shown, [])
      assert.match(JSON.stringify(door.slack.homes.get('UMEI')), /Contoso owes EUR 5/)
    })
  })

  describe('to a command', () => {
    it('are seen by whoever typed it alone, and may be shared where they can be said again', async () => {
      door.turn = saying(shareable)
      await after(door.mei.command('/overdue', 'CMONEY'))
      assert.deepEqual(where(shown(0)), { channel: 'CMONEY', thread: null, onlyTo: 'UMEI', by: 'response' })
      assert.deepEqual(labels(shown(0)), ['Share here'])
      assert.deepEqual(door.wang.sees(), [])
    })
    it('are not shared otherwise', async () => {
      door.turn = saying(plainly)
      await after(door.mei.command('/overdue', 'CMONEY'))
      assert.deepEqual(labels(shown(0)), [])
    })
    it('are not shared where nobody else reads', async () => {
      door.turn = saying(shareable)
      await after(door.mei.command('/overdue'))
      assert.deepEqual([labels(shown(0)), shown(0).onlyTo], [[], 'UMEI'])
    })
    it('go to the own chat once the address they came with is used up', async () => {
      door.turn = async (context) => {
        for (let nth = 0; nth < 7; nth += 1) await saying(plainly)(context)
      }
      await after(door.mei.command('/overdue', 'CMONEY'))
      assert.deepEqual(
        door.slack.shown.map(({ channel }) => channel),
        [...Array<string>(5).fill('CMONEY'), 'DUMEI', 'DUMEI'],
      )
    })
    it('go to the own chat where that address is not Slack’s, which is not called', async () => {
      door.turn = saying(plainly)
      const url = 'https://evil.example/commands/1'
      await after(
        door.requests.command({
          command: '/desk',
          text: 'x',
          user_id: 'UMEI',
          channel_id: 'CMONEY',
          channel_name: 'money',
          response_url: url,
          trigger_id: 'T1',
        }),
      )
      assert.deepEqual(where(shown(0)), { channel: 'DUMEI', thread: null, onlyTo: null, by: 'api' })
    })
    it('put the card of a case into the own chat, where it stays true, and point there', async () => {
      door.turn = saying(card)
      await after(door.mei.command('/desk S-12', 'CMONEY'))
      const [posted, pointer] = door.slack.shown
      assert(posted && pointer)
      assert.deepEqual(
        [where(posted), textOf(posted)],
        [{ channel: 'DUMEI', thread: null, onlyTo: null, by: 'api' }, card.title],
      )
      assert.deepEqual([pointer.onlyTo, textOf(pointer)], ['UMEI', said.inYourChat('S-12 waits for a second person')])
    })
    it('call a private channel by its name, where the desk is in it', async () => {
      door.slack.channels.set('GBOARD', { name: 'board' })
      const command = (channel_id: string, trigger_id: string) =>
        door.requests.command({
          command: '/desk',
          text: 'x',
          user_id: 'UMEI',
          channel_id,
          channel_name: 'privategroup',
          response_url: door.slack.newResponseUrl('UMEI', channel_id),
          trigger_id,
        })
      door.turn = saying(plainly)
      await after(command('GBOARD', 'T1'))
      await after(command('GOTHER', 'T2'))
      const names = door.addresses.map(([, channel]) => channel?.name)
      assert.deepEqual(names, ['#board', 'GOTHER'])
    })
  })

  describe('to a press', () => {
    const post = async (channel: string) => {
      door.turn = saying(card)
      await after(channel === 'CMONEY' ? door.mei.mention('CMONEY', 'S-12', '3.1') : door.mei.say('S-12'))
    }
    for (const channel of ['DUMEI', 'CMONEY']) {
      it(`stand where the card stood, in ${channel}`, async () => {
        await post(channel)
        door.turn = replacing(decided)
        await after(door.mei.press('Approve'))
        assert.equal(door.slack.shown.length, 1)
        assert.deepEqual([textOf(shown(0)), shown(0).versions.length], ['S-12 was approved', 2])
      })
      it(`are said anew when the card was deleted meanwhile, in ${channel}`, async () => {
        await post(channel)
        const press = door.mei.press.bind(door.mei, 'Approve')
        const deleted = shown(0)
        door.turn = async (context) => {
          deleted.deleted = true
          await replacing(decided)(context)
        }
        await after(press())
        assert.deepEqual([textOf(shown(1)), shown(1).channel, shown(1).onlyTo], ['S-12 was approved', channel, null])
      })
    }
    it('that decides, in a channel, are told to whoever pressed alone, in its thread', async () => {
      await post('CMONEY')
      door.turn = saying(plainly)
      await after(door.wang.press('Approve'))
      assert.deepEqual(where(shown(1)), { channel: 'CMONEY', thread: '3.1', onlyTo: 'UWANG', by: 'response' })
    })
    it('that decides, in a channel, are a card in its thread where a card is the answer', async () => {
      await post('CMONEY')
      door.turn = saying(decided)
      await after(door.wang.press('Approve'))
      assert.deepEqual(door.slack.shown.slice(1).map(where), [
        { channel: 'CMONEY', thread: '3.1', onlyTo: null, by: 'api' },
      ])
    })
    it('that nobody understands, in a channel, are told to whoever pressed alone', async () => {
      await post('CMONEY')
      door.turn = saying(plainly)
      await after(door.wang.pressOn(shown(0), { action_id: 'desk:1', value: '{}', label: '' }))
      assert.deepEqual([door.heard.at(-1)?.kind, shown(1).onlyTo], ['unknown-button', 'UWANG'])
    })
    it('that says something, in a channel, are for all', async () => {
      door.turn = saying({ ...plainly, buttons: [{ label: 'Next', says: 'next' }] })
      await after(door.mei.mention('CMONEY', 'overdue', '3.1'))
      await after(door.wang.press('Next'))
      assert.deepEqual(where(shown(1)), { channel: 'CMONEY', thread: '3.1', onlyTo: null, by: 'api' })
    })
    it('that decides, in the own chat, are messages there', async () => {
      await post('DUMEI')
      door.turn = saying(plainly)
      await after(door.mei.press('Approve'))
      assert.deepEqual(where(shown(1)), { channel: 'DUMEI', thread: null, onlyTo: null, by: 'api' })
    })
    it('on what only one person sees take its place, and the cards of cases do not', async () => {
      const asking = { ...plainly, buttons: [{ label: 'Next', says: 'next' }] }
      door.turn = saying(asking)
      await after(door.mei.command('/overdue', 'CMONEY'))
      door.turn = replacing({ parts: [{ kind: 'text', text: 'Page 2' }] })
      await after(door.mei.press('Next'))
      assert.deepEqual([door.slack.shown.length, textOf(shown(0)), shown(0).onlyTo], [1, 'Page 2', 'UMEI'])
      assert.deepEqual(
        blocksOf(newest(shown(0))).map(({ type }) => type),
        ['section'],
      )
      door.turn = saying(asking)
      await after(door.mei.command('/overdue', 'CMONEY'))
      door.turn = replacing(card)
      await after(door.mei.press('Next'))
      assert.deepEqual(
        door.slack.shown.slice(2).map(({ channel }) => channel),
        ['DUMEI'],
      )
      // What was pressed says where the card stands.
      assert.equal(shown(1).versions.length, 2)
    })
  })
})
