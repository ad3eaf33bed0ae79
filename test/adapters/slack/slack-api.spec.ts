import assert from 'node:assert/strict'
import sinon from 'sinon'
import type { TableStyle } from '../../../adapters/slack/render-table.ts'
import type { Rendering, SentMessage } from '../../../adapters/slack/slack-api.ts'
import { slackMessage } from '../../../adapters/slack/slack-message.ts'
import type { Reply } from '../../../dialogs/vocabulary/reply.ts'
import { OutsideFault } from '../../../domain/shared/outside-fault.ts'
import { anApi, type AnApi } from './an-api.ts'
import { assertSoundMessage } from './block-checks.ts'
import { words } from './words.ts'

const overdue: Reply = {
  title: 'Who is overdue',
  parts: [{ kind: 'table', columns: [{ title: 'Customer' }, { title: 'Owes' }], rows: [['Contoso', 'EUR 5']] }],
}
const message: Rendering = (tables) => {
  const made = slackMessage(overdue, words, tables)
  assert(made)
  return made
}
const here = { channel: 'C1', thread: null }

describe('what the desk asks of Slack', () => {
  let world: AnApi
  /** Blocks that the Slack of a test does not know. */
  let unknown: readonly string[]
  beforeEach(async () => {
    unknown = []
    world = await anApi((payload) => {
      const blocks = payload['blocks'] as readonly { readonly type: string }[]
      if (blocks.length > 0) assertSoundMessage({ text: payload['text'], blocks })
      for (const { type } of blocks) assert(!unknown.includes(type) && !unknown.includes('all'))
    })
    world.slack.channels.set('C1', { name: 'money' })
    world.slack.channels.set('C2', { name: 'help' })
  })
  afterEach(() => world.close())
  const faultOf = async (call: Promise<unknown>) => {
    const fault: unknown = await call.catch((cause: unknown) => cause)
    assert(fault instanceof OutsideFault, String(fault))
    return fault.facts
  }

  describe('a message', () => {
    const typesOf = () =>
      (world.slack.shown[0]?.versions.at(-1)?.['blocks'] as { type: string }[]).map(({ type }) => type)

    for (const [what, spoilt, shown] of [
      ['as it is', [], ['header', 'data_table']],
      ['with an older table', ['data_table'], ['header', 'table']],
      ['without a table', ['data_table', 'table'], ['header', 'context', 'rich_text']],
      ['as text, where Slack takes none of its blocks', ['all'], []],
    ] as const) {
      it(`is posted ${what}`, async () => {
        unknown = spoilt
        await world.api.post(here, message)
        assert.deepEqual(typesOf(), shown)
        assert.match(String(world.slack.shown[0]?.versions[0]?.['text']), /Contoso · EUR 5/)
      })
      it(`is changed ${what}`, async () => {
        const sent = await world.api.post(here, () => ({ text: 'soon', blocks: [] }))
        unknown = spoilt
        await world.api.update(sent, message)
        assert.deepEqual(typesOf(), shown)
      })
      it(`answers ${what}`, async () => {
        unknown = spoilt
        await world.api.respond(world.slack.newResponseUrl('U1', 'C1'), message, {})
        assert.deepEqual(typesOf(), shown)
      })
    }
    it('is tried no further style when it was refused for something else', async () => {
      world.slack.fail({ method: 'chat.postMessage', error: 'not_in_channel' })
      const tried: TableStyle[] = []
      const counted: Rendering = (tables) => {
        tried.push(tables)
        return message(tables)
      }
      assert.equal((await faultOf(world.api.post(here, counted))).kind, 'refused')
      assert.deepEqual(tried, ['data_table'])
    })
    it('asks Slack to make nothing of what is in it', async () => {
      await world.api.post({ channel: 'C1', thread: '3.1' }, message)
      const [call] = world.slack.calls
      const {
        link_names: names,
        parse,
        unfurl_links: links,
        unfurl_media: media,
        thread_ts: thread,
      } = call?.given ?? {}
      assert.deepEqual([names, parse, links, media, thread], [false, 'none', false, false, '3.1'])
    })
    it('goes into a person’s own chat', async () => {
      world.slack.users.set('U1', {})
      assert.equal((await world.api.post({ channel: 'U1', thread: null }, message)).channel, 'DU1')
    })
  })

  describe('at a pace', () => {
    const posts = (count: number, channel = 'C1') =>
      Promise.all(Array.from({ length: count }, () => world.api.post({ channel, thread: null }, message)))

    it('of five messages at once in a channel, then one a second', async () => {
      await posts(5)
      assert.deepEqual(world.waits, [])
      await posts(2)
      assert.deepEqual(world.waits, [1_000, 2_000])
    })
    it('that others do not wait for', async () => {
      await posts(5)
      await posts(5, 'C2')
      assert.deepEqual(world.waits, [])
    })
    it('that is waited for five seconds at most', async () => {
      await posts(5)
      const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => world.api.post(here, message)))
      const [refused, ...more] = outcomes.filter(({ status }) => status === 'rejected')
      assert(refused?.status === 'rejected' && refused.reason instanceof OutsideFault)
      const { kind, code, retryAfterMs } = refused.reason.facts
      assert.deepEqual([kind, code, retryAfterMs, more.length], ['throttled', 'pace', 6_000, 0])
      assert.equal(world.slack.shown.length, 10)
    })
    it('of fifty changes a minute, wherever they are', async () => {
      const sent = await Promise.all([
        world.api.post(here, message),
        world.api.post({ ...here, channel: 'C2' }, message),
      ])
      let changes = 0
      const change = (at: SentMessage) => {
        const text = `change ${(changes += 1)}`
        return world.api.update(at, (tables) => ({ ...message(tables), text }))
      }
      for (let nth = 0; nth < 20; nth += 1) await change(sent[nth % 2] ?? sent[0])
      assert.deepEqual(world.waits, [])
      await change(sent[0])
      await change(sent[1])
      assert.deepEqual(world.waits, [1_200, 2_400])
    })
    it('that rests where Slack says so, and nowhere else', async () => {
      world.slack.fail({ method: 'chat.postMessage', status: 429, retryAfter: 30, times: 1 })
      assert.deepEqual((await faultOf(world.api.post(here, message))).retryAfterMs, 30_000)
      const { code, retryAfterMs } = await faultOf(world.api.post(here, message))
      assert.deepEqual([code, retryAfterMs, world.slack.calls.length], ['pace', 30_000, 1])
      await world.api.post({ ...here, channel: 'C2' }, message)
      world.at += 30_000
      await world.api.post(here, message)
      assert.deepEqual([world.slack.shown.length, world.waits], [2, []])
    })
  })

  it('ends in time, whatever Slack does', async () => {
    const { promise: never, resolve: release } = Promise.withResolvers<void>()
    const limit = sinon.stub(AbortSignal, 'timeout').callsFake(() => AbortSignal.abort(new Error('in time')))
    world.slack.fail({ until: never })
    const url = world.slack.newResponseUrl('U1', 'C1')
    assert.equal((await faultOf(world.api.post(here, message))).kind, 'unreachable')
    assert.equal((await faultOf(world.api.respond(url, message, {}))).kind, 'unreachable')
    assert.deepEqual(limit.args, [[8_000], [8_000]])
    release()
  })
  it('is not asked twice', async () => {
    world.slack.fail({ status: 503 })
    await faultOf(world.api.post(here, message))
    assert.equal(world.slack.calls.length, 1)
  })
  it('is a fault where it answers with something else', async () => {
    world.slack.fail({ method: 'chat.postMessage', body: '{"ok":true,"channel":7}' })
    const { kind, code } = await faultOf(world.api.post(here, message))
    assert.deepEqual([kind, code], ['unreachable', 'unreadable'])
  })
})
