import assert from 'node:assert/strict'
import { readEvent } from '../../../adapters/slack/read-event.ts'

const own = { type: 'message', channel_type: 'im', channel: 'D1', user: 'UMEI', text: 'overdue', ts: '7.1' }
const mention = { type: 'app_mention', channel: 'CMONEY', user: 'UMEI', text: '<@UDESK> overdue', ts: '7.1' }
const file = { id: 'F1', name: 'list.csv', size: 12, url_private_download: 'https://files.slack.com/list.csv' }

const read = (event: object, envelope: object = {}) =>
  readEvent({
    type: 'event_callback',
    team_id: 'partner',
    event_id: 'Ev1',
    authorizations: [
      { team_id: 'partner', user_id: 'UOTHER', is_bot: false },
      { team_id: 'partner', user_id: 'UDESK', is_bot: true },
    ],
    event,
    ...envelope,
  })
const nowhere = { team: 'partner', user: 'UMEI', at: null, chat: null, privately: null, pressed: null, typedIn: null }

describe('an event of Slack', () => {
  describe('is heard:', () => {
    it('a message to the desk', () => {
      assert.deepEqual(read(own), {
        kind: 'typed',
        origin: { ...nowhere, chat: { channel: 'D1', thread: null } },
        outsiders: false,
        text: 'overdue',
        trigger: null,
      })
    })
    it('a message in a thread there', () => {
      const delivery = read({ ...own, thread_ts: '3.1' })
      assert(delivery?.kind === 'typed')
      assert.deepEqual(delivery.origin.chat, { channel: 'D1', thread: '3.1' })
    })
    it('a mention in a channel, whose thread begins with it', () => {
      assert.deepEqual(read(mention), {
        kind: 'typed',
        origin: { ...nowhere, at: { channel: 'CMONEY', thread: '7.1', name: '' } },
        outsiders: false,
        text: 'overdue',
        trigger: null,
      })
    })
    it('a mention in a thread', () => {
      const delivery = read({ ...mention, thread_ts: '3.1' })
      assert(delivery?.kind === 'typed')
      assert.equal(delivery.origin.at?.thread, '3.1')
    })
    it('that another company reads there', () => {
      const delivery = read(mention, { is_ext_shared_channel: true })
      assert(delivery?.kind === 'typed')
      assert.equal(delivery.outsiders, true)
    })
    for (const subtype of ['file_share', 'thread_broadcast'])
      it(`what somebody wrote with ${subtype}`, () => assert.equal(read({ ...own, subtype })?.kind, 'typed'))
    it('a message without a word', () => {
      const delivery = read({ ...own, text: undefined })
      assert(delivery?.kind === 'typed')
      assert.equal(delivery.text, '')
    })
    for (const [where, message, at] of [
      ['to the desk', { ...own, subtype: 'file_share' }, null],
      ['with a mention', mention, { channel: 'CMONEY', thread: '7.1', name: '' }],
    ] as const)
      it(`a file sent ${where}, with how many others`, () => {
        const delivery = read({ ...message, files: [file, file, file] })
        assert(delivery?.kind === 'file')
        assert.deepEqual(delivery.file, { name: 'list.csv', size: 12, url: file.url_private_download })
        assert.deepEqual([delivery.origin.at, delivery.others], [at, 2])
      })
    it('the home tab', () => {
      assert.deepEqual(read({ type: 'app_home_opened', user: 'UMEI', channel: 'D1', tab: 'home' }), {
        kind: 'opened-home',
        origin: nowhere,
      })
    })
    for (const type of ['channel_left', 'group_left'])
      it(`that the desk was removed: ${type}`, () => {
        assert.deepEqual(read({ type, channel: 'CMONEY' }), {
          kind: 'removed',
          from: 'channel',
          team: 'partner',
          channel: 'CMONEY',
        })
      })
    for (const event of [{ type: 'app_uninstalled' }, { type: 'tokens_revoked', tokens: { bot: ['UDESK'] } }])
      it(`that the desk is in the workspace no longer: ${event.type}`, () => {
        assert.deepEqual(read(event), { kind: 'removed', from: 'workspace', team: 'partner' })
      })
  })

  describe('is not heard:', () => {
    for (const [what, event] of [
      ['what a bot writes', { ...own, bot_id: 'B1' }],
      ['what a bot writes in a channel', { ...mention, bot_id: 'B1' }],
      ['what the desk writes', { ...own, user: 'UDESK' }],
      ['an edit', { ...own, user: undefined, subtype: 'message_changed', message: own }],
      [
        'a mention that was edited',
        { ...own, type: 'app_mention', channel: 'C1', channel_type: 'channel', edited: { user: 'UMEI', ts: '8.1' } },
      ],
      ['an edit that names its author', { ...own, subtype: 'message_changed' }],
      ['a deletion', { ...own, subtype: 'message_deleted' }],
      ['a bot that signs as a person', { ...own, subtype: 'bot_message' }],
      ['somebody joining', { ...own, subtype: 'channel_join' }],
      ['talk of a channel that mentions nobody', { ...mention, type: 'message', channel_type: 'channel' }],
      ['the second telling of a mention', { ...mention, type: 'message', channel_type: 'group' }],
      ['a mention in the own chat, which is a message too', { ...mention, channel: 'D1' }],
      ['a message of nobody', { ...own, user: undefined }],
      ['a file that is not Slack’s to give', { ...own, files: [{ name: 'x' }] }],
      ['the messages tab', { type: 'app_home_opened', user: 'UMEI', channel: 'D1', tab: 'messages' }],
      ['somebody else leaving', { type: 'member_left_channel', user: 'UMEI', channel: 'CMONEY' }],
      ['tokens of people', { type: 'tokens_revoked', tokens: { oauth: ['UMEI'] } }],
      ['tokens of nobody', { type: 'tokens_revoked', tokens: { bot: [] } }],
      ['a reaction', { type: 'reaction_added', user: 'UMEI' }],
      ['more text than Slack has', { ...own, text: 'x'.repeat(40_001) }],
    ] as const)
      it(what, () => assert.equal(read(event), null))

    for (const [what, body] of [
      ['no event', { type: 'event_callback', team_id: 'partner' }],
      ['no workspace', { type: 'event_callback', event: own }],
      ['another envelope', { type: 'app_rate_limited', team_id: 'partner', event: own }],
      ['nothing', null],
    ] as const)
      it(`a body with ${what}`, () => assert.equal(readEvent(body), null))
  })
})
