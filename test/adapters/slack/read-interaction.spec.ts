import assert from 'node:assert/strict'
import { readCommand, readForm, readPress } from '../../../adapters/slack/read-interaction.ts'

const url = 'https://hooks.slack.com/actions/T1/1'
const nowhere = { team: 'partner', user: 'UMEI', at: null, chat: null, privately: null, pressed: null, typedIn: null }

describe('a slash command', () => {
  const typed = {
    command: '/desk',
    text: 'overdue',
    team_id: 'partner',
    user_id: 'UMEI',
    channel_id: 'CMONEY',
    channel_name: 'money',
    response_url: url,
    trigger_id: 'T1',
  }
  const typedIn = (changes: object) => {
    const delivery = readCommand({ ...typed, ...changes })
    assert(delivery?.kind === 'typed')
    return delivery.origin.typedIn
  }

  it('is answered privately, and knows where it was typed', () => {
    assert.deepEqual(readCommand(typed), {
      kind: 'typed',
      origin: { ...nowhere, privately: url, typedIn: { channel: 'CMONEY', name: 'money' } },
      outsiders: false,
      text: 'overdue',
      trigger: 'T1',
    })
  })
  it('says the words it stands for', () => {
    const delivery = readCommand({ ...typed, command: '/pd-suspend', text: '  contoso &amp; sons ' })
    assert(delivery?.kind === 'typed')
    assert.equal(delivery.text, 'suspend contoso & sons')
    assert.deepEqual(delivery.command, { verb: 'suspend', rest: 'contoso & sons' })
  })
  for (const [what, changes] of [
    ['a chat of two', { channel_id: 'D1', channel_name: 'directmessage' }],
    ['a chat of a few', { channel_id: 'G1', channel_name: 'mpdm-mei--wang--lin-1' }],
    ['a chat of a few that was opened lately', { channel_id: 'C1', channel_name: 'mpdm-mei--wang--lin-1' }],
  ] as const)
    it(`shares nothing in ${what}`, () => assert.equal(typedIn(changes), null))
  it('does not take for a name what Slack calls every private channel', () => {
    assert.deepEqual(typedIn({ channel_id: 'G1', channel_name: 'privategroup' }), { channel: 'G1', name: '' })
  })
  for (const missing of ['team_id', 'user_id', 'channel_id', 'response_url', 'trigger_id'])
    it(`is none without ${missing}`, () => assert.equal(readCommand({ ...typed, [missing]: undefined }), null))
})

describe('a pressed button', () => {
  const button = { type: 'button', action_id: 'desk:1', value: '{"says":"help"}', action_ts: '9.1' }
  const press = {
    type: 'block_actions',
    team: { id: 'partner' },
    user: { id: 'UMEI', team_id: 'partner' },
    trigger_id: 'T1',
    response_url: url,
    channel: { id: 'CMONEY', name: 'money' },
    container: { type: 'message', message_ts: '7.1', channel_id: 'CMONEY' },
    message: { ts: '7.1' },
    state: {
      values: {
        note: { value: { type: 'plain_text_input', value: 'Nobody answers.' } },
        empty: { value: { type: 'plain_text_input', value: null } },
        one: { value: { type: 'static_select', selected_option: { value: 'a' } } },
        none: { value: { type: 'static_select', selected_option: null } },
        several: { value: { type: 'checkboxes', selected_options: [{ value: 'a' }, { value: 'b' }] } },
      },
    },
    actions: [button],
  }
  const origin = (changes: object) => {
    const delivery = readPress({ ...press, ...changes })
    assert(delivery?.kind === 'pressed')
    return delivery.origin
  }

  it('in a channel brings its value and what the fields hold', () => {
    assert.deepEqual(readPress(press), {
      kind: 'pressed',
      origin: {
        ...nowhere,
        at: { channel: 'CMONEY', thread: '7.1', name: 'money' },
        privately: url,
        pressed: { channel: 'CMONEY', ts: '7.1', thread: null, ephemeral: false },
      },
      button: 'desk:1',
      value: '{"says":"help"}',
      inputs: { note: 'Nobody answers.', empty: '', one: 'a', none: '', several: 'a,b' },
      trigger: 'T1',
    })
  })
  it('in a thread stays there', () => {
    assert.equal(origin({ message: { ts: '7.1', thread_ts: '3.1' } }).at?.thread, '3.1')
    const container = { ...press.container, thread_ts: '3.1' }
    assert.equal(origin({ container, message: null }).at?.thread, '3.1')
  })
  it('in the own chat is answered there', () => {
    const container = { type: 'message', message_ts: '7.1', channel_id: 'D1' }
    assert.deepEqual(origin({ channel: { id: 'D1', name: 'directmessage' }, container }), {
      ...nowhere,
      chat: { channel: 'D1', thread: null },
      pressed: { channel: 'D1', ts: '7.1', thread: null, ephemeral: false },
    })
  })
  it('on what one person sees is answered to them', () => {
    const container = { ...press.container, is_ephemeral: true }
    assert.deepEqual(origin({ container, message: undefined }), {
      ...nowhere,
      privately: url,
      pressed: { channel: 'CMONEY', ts: '7.1', thread: null, ephemeral: true },
      typedIn: { channel: 'CMONEY', name: 'money' },
    })
  })
  it('in a view is answered in the own chat', () => {
    assert.deepEqual(origin({ channel: null, container: { type: 'view' }, message: undefined }), nowhere)
  })
  it('of another app’s name proves nothing', () => {
    const delivery = readPress({ ...press, actions: [{ ...button, action_id: 'theirs' }] })
    assert(delivery?.kind === 'pressed')
    assert.equal(delivery.button, '')
  })
  it('knows the workspace by its person, where no other is named', () => {
    assert.equal(origin({ team: null }).team, 'partner')
  })
  for (const [what, changes] of [
    ['a field that was touched', { actions: [{ type: 'static_select', action_id: 'value' }] }],
    ['nothing pressed', { actions: [] }],
    ['nobody', { user: undefined }],
    ['no workspace', { team: null, user: { id: 'UMEI' } }],
    ['more than a button carries', { actions: [{ ...button, value: 'x'.repeat(2_001) }] }],
    ['another kind', { type: 'interactive_message' }],
  ] as const)
    it(`is none with ${what}`, () => assert.equal(readPress({ ...press, ...changes }), null))
})

describe('a form', () => {
  const from = { ...nowhere, privately: url }
  const kept = { ...from, says: 'ask', answers: 'q-1', leaves: 'never mind' }
  const form = (metadata: unknown, changes: object = {}) => ({
    type: 'view_submission',
    team: { id: 'partner' },
    user: { id: 'UMEI', team_id: 'partner' },
    view: {
      id: 'V1',
      callback_id: 'desk:form',
      private_metadata: typeof metadata === 'string' ? metadata : JSON.stringify(metadata),
      state: { values: { note: { value: { type: 'plain_text_input', value: 'x' } } } },
    },
    ...changes,
  })
  const closed = (metadata: object) => readForm(form(metadata, { type: 'view_closed' }))

  it('that was sent says what its button says, with what was put in', () => {
    assert.deepEqual(readForm(form(kept)), {
      kind: 'filled-in',
      origin: from,
      says: 'ask',
      answers: 'q-1',
      inputs: { note: 'x' },
      view: 'V1',
    })
  })
  it('that was closed says what leaves it, where no message is left to go on from', () => {
    assert.deepEqual(closed(kept), { kind: 'closed', origin: from, says: 'never mind', answers: 'q-1', view: 'V1' })
  })
  it('that was closed says nothing where its message stands', () => {
    assert.equal(closed({ ...kept, pressed: { channel: 'D1', ts: '7.1', thread: null, ephemeral: false } }), null)
  })
  it('that was closed leaves what it was opened for from a message that one person sees', () => {
    const pressed = { channel: 'C1', ts: '7.1', thread: null, ephemeral: true }
    assert.equal(closed({ ...kept, pressed })?.kind, 'closed')
  })
  it('that was closed says nothing where nothing leaves it', () => {
    assert.equal(closed({ ...from, says: 'ask', answers: 'q-1' }), null)
  })
  for (const [what, body] of [
    ['from somebody else', form({ ...kept, user: 'UWANG' })],
    ['from another workspace', form({ ...kept, team: 'stranger' })],
    ['sent by another workspace', form(kept, { team: { id: 'stranger' } })],
    ['of another app', form(kept, { view: { id: 'V1', callback_id: 'theirs', private_metadata: '{}' } })],
    ['with nothing kept', form('')],
    ['with no JSON kept', form('{')],
    ['with half of it kept', form({ ...kept, answers: undefined })],
    ['with a message kept that is none', form({ ...kept, pressed: 'D1' })],
  ] as const)
    it(`${what} does nothing`, () => assert.equal(readForm(body), null))
})
