import assert from 'node:assert/strict'
import { deliveryKey } from '../../../adapters/slack/delivery-key.ts'

describe('what tells a delivery of Slack from others', () => {
  const press = (changes: object = {}) =>
    deliveryKey({
      type: 'block_actions',
      trigger_id: 'T1',
      actions: [{ action_id: 'desk:1', action_ts: '1.1' }],
      ...changes,
    })
  const form = (changes: object = {}) =>
    deliveryKey({ type: 'view_submission', trigger_id: 'T1', view: { id: 'V1', hash: 'h1' }, ...changes })

  it('is the id of an event, whatever is in it', () => {
    assert.equal(deliveryKey({ type: 'event_callback', event_id: 'Ev1', event: {} }), 'event Ev1')
  })
  it('is the trigger of a command', () => {
    const command = { command: '/desk', text: 'help', trigger_id: 'T1' }
    assert.notEqual(deliveryKey(command), null)
    assert.equal(deliveryKey(command), deliveryKey({ ...command }))
    assert.notEqual(deliveryKey(command), deliveryKey({ ...command, trigger_id: 'T2' }))
  })
  it('is trigger and time of a press', () => {
    assert.equal(press(), press({ user: 'somebody' }))
    assert.notEqual(press(), press({ trigger_id: 'T2' }))
    assert.notEqual(press(), press({ actions: [{ action_ts: '1.2' }] }))
    assert.notEqual(press({ trigger_id: undefined }), null)
  })
  it('is trigger and window of a form: sent, closed, and sent again are three things', () => {
    assert.equal(form(), form())
    assert.notEqual(form(), form({ trigger_id: 'T2' }))
    assert.notEqual(form(), form({ view: { id: 'V2', hash: 'h1' } }))
    assert.notEqual(form(), form({ type: 'view_closed' }))
    assert.notEqual(form({ trigger_id: undefined }), null)
  })
  it('is never shared by a press, a form and a command of one trigger', () => {
    assert.equal(new Set([press(), form(), deliveryKey({ command: '/desk', trigger_id: 'T1' })]).size, 3)
  })
  for (const [what, body] of [
    ['an event without an id', { type: 'event_callback', event: {} }],
    ['a shortcut without a trigger', { type: 'shortcut' }],
    ['no object', 'block_actions'],
    ['ids that are none', { type: 'block_actions', trigger_id: 7 }],
  ] as const)
    it(`is unknown of ${what}`, () => assert.equal(deliveryKey(body), null))
})
