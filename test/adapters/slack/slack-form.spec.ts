import assert from 'node:assert/strict'
import { busyView, formErrors, formView, isForm } from '../../../adapters/slack/slack-form.ts'
import { slackMessage } from '../../../adapters/slack/slack-message.ts'
import type { Choices, Part, Reply } from '../../../dialogs/vocabulary/reply.ts'
import { assertSoundMessage, assertSoundView } from './block-checks.ts'
import { words } from './words.ts'

const plainText = (text: string) => ({ type: 'plain_text', text, emoji: false })
const richText = (...elements: object[]) => ({ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] })
const bold = (text: string) => ({ type: 'text', text, style: { bold: true } })
const context = (text: string) => ({ type: 'context', elements: [plainText(text)] })
const option = (text: string, value: string) => ({ text: plainText(text), value })
const complaint = (text: string, about: string): Part => ({ kind: 'text', text, tone: 'warning', about })

const send = { label: 'Ask a second person', tone: 'good', says: 'ask', answers: 'q-1' } as const
const leave = { label: 'Not now', says: 'never mind', answers: 'q-1' } as const
const plans: Choices = {
  kind: 'choices',
  id: 'plans',
  label: 'Which subscriptions?',
  multiple: true,
  options: [
    { label: 'Seats × 25', value: 's' },
    { label: 'Phones × 5', value: 'p' },
  ],
  chosen: ['s'],
}
const note: Part = { kind: 'input', id: 'note', label: 'Note', value: '', multiline: true }
const form: Reply = {
  title: 'Suspend Contoso for non-payment?',
  parts: [{ kind: 'text', text: 'Contoso owes EUR 5.' }, plans, note],
  buttons: [send, leave],
}
const notePut = {
  type: 'input',
  block_id: 'note',
  optional: true,
  label: plainText('Note'),
  element: { type: 'plain_text_input', action_id: 'value', multiline: true, max_length: 3_000 },
}
const plansPut = {
  type: 'input',
  block_id: 'plans',
  optional: true,
  label: plainText('Which subscriptions?'),
  element: {
    type: 'checkboxes',
    action_id: 'value',
    options: [option('Seats × 25', 's'), option('Phones × 5', 'p')],
    initial_options: [option('Seats × 25', 's')],
  },
}

describe('a form in Slack', () => {
  for (const [what, reply, is] of [
    ['asks for words and is answered', form, true],
    ['only offers answers', { ...form, parts: [plans] }, false],
    ['asks for words on the card of a case', { ...form, buttons: [{ label: 'Reject', says: 'reject' }] }, false],
    ['has no buttons', { parts: [note] }, false],
  ] as const satisfies readonly (readonly [string, Reply, boolean])[])
    it(`is ${is ? '' : 'not '}a reply that ${what}`, () => assert.equal(isForm(reply), is))

  it('is told in a message, and opened from there', () => {
    const message = slackMessage(
      { ...form, parts: [...form.parts.slice(0, 2), { ...note, value: 'Nobody answers.' }] },
      words,
    )
    assertSoundMessage(message)
    assert.deepEqual(message, {
      text: 'Suspend Contoso for non-payment?\nContoso owes EUR 5.\nWhich subscriptions?\n1. (x) Seats × 25\n2. ( ) Phones × 5\nNote: Nobody answers.\n[Fill in…] [Not now]',
      blocks: [
        { type: 'header', text: plainText('Suspend Contoso for non-payment?') },
        richText({ type: 'text', text: 'Contoso owes EUR 5.' }),
        richText(bold('Which subscriptions?\n'), { type: 'text', text: '1. ☑ Seats × 25\n2. ☐ Phones × 5' }),
        richText(bold('Note: '), { type: 'text', text: 'Nobody answers.' }),
        {
          type: 'actions',
          elements: [
            {
              type: 'button',
              text: plainText('Fill in…'),
              action_id: 'desk:fill',
              value: '{"fills":"q-1"}',
              style: 'primary',
            },
            {
              type: 'button',
              text: plainText('Not now'),
              action_id: 'desk:2',
              value: '{"says":"never mind","answers":"q-1"}',
            },
          ],
        },
      ],
    })
  })

  it('is a modal, with its title in whole above it', () => {
    const view = formView(form, { place: 'D1', message: '17.5' }, words)
    assertSoundView(view)
    assert.deepEqual(view, {
      type: 'modal',
      callback_id: 'desk:form',
      title: plainText('Suspend Contoso for non…'),
      submit: plainText('Ask a second person'),
      close: plainText('Not now'),
      notify_on_close: true,
      private_metadata: '{"place":"D1","message":"17.5","says":"ask","answers":"q-1","leaves":"never mind"}',
      blocks: [
        { type: 'header', text: plainText('Suspend Contoso for non-payment?') },
        richText({ type: 'text', text: 'Contoso owes EUR 5.' }),
        plansPut,
        notePut,
      ],
    })
  })

  it('says a short title once, and nothing of leaving where nobody may', () => {
    const view = formView({ title: 'Ticket', parts: [note], buttons: [{ ...send, tone: 'plain' }] }, {}, words)
    assertSoundView(view)
    assert.deepEqual(
      [view.title, view.submit, view.close, view.notify_on_close, view.private_metadata],
      [plainText('Ticket'), plainText('Ask a second person'), undefined, undefined, '{"says":"ask","answers":"q-1"}'],
    )
    assert.deepEqual(view.blocks, [notePut])
  })

  it('sends with its good button, wherever it stands', () => {
    const view = formView({ ...form, buttons: [leave, { label: 'Help', says: 'help' }, send] }, {}, words)
    assert.deepEqual([view.submit?.text, view.close?.text], ['Ask a second person', 'Not now'])
    assert.match(view.private_metadata ?? '', /"says":"ask","answers":"q-1","leaves":"never mind"/)
  })

  it('says below a field what is wrong with it', () => {
    const parts = [complaint('Choose one.', 'plans'), complaint('Lost.', 'gone'), ...form.parts]
    const view = formView({ ...form, title: 'Suspend', parts }, {}, words)
    assertSoundView(view)
    assert.deepEqual(view.blocks, [
      richText({ type: 'text', text: '⚠️ Lost.\nContoso owes EUR 5.' }),
      plansPut,
      context('⚠️ Choose one.'),
      notePut,
    ])
  })

  it('has its tables as lines, and as much of a long text as there is room for', () => {
    const table: Part = { kind: 'table', columns: [{ title: 'A' }], rows: [['a']] }
    assertSoundView(formView({ ...form, parts: [table, { kind: 'text', text: 'x '.repeat(50_000) }, note] }, {}, words))
  })

  it('is a bug when it carries too much', () => {
    assert.throws(() => formView(form, { much: 'x'.repeat(3_000) }, words), /carries more/)
    assert.throws(() => formView({ parts: [note] }, {}, words), /without a button/)
  })

  describe('that was sent', () => {
    it('is told what is wrong, by field', () => {
      const parts = [complaint('Choose one.', 'plans'), complaint('Say more.', 'note'), complaint('Or less.', 'note')]
      assert.deepEqual(formErrors({ ...form, parts: [...parts, ...form.parts] }), {
        plans: 'Choose one.',
        note: 'Say more.\nOr less.',
      })
    })

    it('is shown anew where something is wrong that no field has', () => {
      assert.equal(
        formErrors({ ...form, parts: [complaint('No.', 'note'), complaint('No.', 'gone'), ...form.parts] }),
        null,
      )
      const nothingToPick: Part = { ...plans, options: [] }
      assert.equal(formErrors({ ...form, parts: [complaint('No.', 'plans'), nothingToPick, note] }), null)
    })

    it('is well where nothing is wrong, whatever else is warned of', () => {
      const warning: Part = { kind: 'text', text: 'The ledger is old.', tone: 'warning' }
      assert.equal(formErrors({ ...form, parts: [warning, ...form.parts] }), null)
    })
  })

  it('asks for a moment', () => {
    const view = busyView('Suspending somebody for something', 'One moment…')
    assertSoundView(view)
    assert.deepEqual(view, {
      type: 'modal',
      title: plainText('Suspending somebody for…'),
      blocks: [{ type: 'section', text: plainText('One moment…') }],
    })
  })
})
