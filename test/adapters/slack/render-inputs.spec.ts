import assert from 'node:assert/strict'
import { slackMessage } from '../../../adapters/slack/slack-message.ts'
import type { Choices, Part } from '../../../dialogs/vocabulary/reply.ts'
import { assertSoundMessage } from './block-checks.ts'
import { words } from './words.ts'

const plainText = (text: string) => ({ type: 'plain_text', text, emoji: false })
const option = (text: string, value: string) => ({ text: plainText(text), value })
const shown = (part: Part) => assertSoundMessage(slackMessage({ parts: [part] }, words))

const choices = (count: number, changes: Partial<Choices> = {}): Choices => ({
  kind: 'choices',
  id: 'plans',
  label: 'Which plans?',
  multiple: true,
  options: Array.from({ length: count }, (_, at) => ({ label: `Plan ${at}`, value: `p${at}` })),
  chosen: [],
  ...changes,
})

describe('what Slack asks for in a message', () => {
  it('is ticked where several may be picked', () => {
    assert.deepEqual(shown(choices(2, { chosen: ['p1', 'gone'] })), [
      {
        type: 'input',
        block_id: 'plans',
        optional: true,
        label: plainText('Which plans?'),
        element: {
          type: 'checkboxes',
          action_id: 'value',
          options: [option('Plan 0', 'p0'), option('Plan 1', 'p1')],
          initial_options: [option('Plan 1', 'p1')],
        },
      },
    ])
  })

  for (const [count, multiple, type] of [
    [10, true, 'checkboxes'],
    [11, true, 'multi_static_select'],
    [100, true, 'multi_static_select'],
    [6, false, 'radio_buttons'],
    [7, false, 'static_select'],
    [100, false, 'static_select'],
  ] as const)
    it(`is ${type} for ${multiple ? 'several' : 'one'} of ${count}, with what is chosen`, () => {
      const blocks = shown(choices(count, { multiple, chosen: ['p3'] }))
      assert.equal(blocks.length, 1)
      const [block] = blocks
      assert(block?.type === 'input' && block.element.type !== 'plain_text_input')
      const { element } = block
      assert.equal(element.type, type)
      assert.equal(element.options.length, count)
      const chosen =
        'initial_options' in element ? element.initial_options : 'initial_option' in element && element.initial_option
      assert.deepEqual(chosen, multiple ? [option('Plan 3', 'p3')] : option('Plan 3', 'p3'))
    })

  it('stands in whole above the options where one is too long for Slack, all of them numbered', () => {
    const long = `${'Microsoft 365 '.repeat(6)}× 25`
    const options = [
      { label: long, value: 'a' },
      { label: 'Phones', value: 'b' },
    ]
    const [lines, input] = shown(choices(0, { options, chosen: ['a'] }))
    assert.deepEqual(lines, {
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: `1. ${long}\n2. Phones` }] }],
    })
    const cut = option(`1. ${long.slice(0, 71)}…`, 'a')
    assert(input?.type === 'input' && input.element.type === 'checkboxes')
    assert.deepEqual(input.element.options, [cut, option('2. Phones', 'b')])
    assert.deepEqual(input.element.initial_options, [cut])
  })

  it('leaves out options that are too many or carry too much, and says how many', () => {
    const { options } = choices(120)
    const [input, note] = shown(choices(0, { options: [{ label: 'Odd', value: 'x'.repeat(76) }, ...options] }))
    assert(input?.type === 'input' && input.element.type === 'multi_static_select')
    assert.deepEqual(
      input.element.options.map(({ value }) => value),
      options.slice(0, 100).map(({ value }) => value),
    )
    assert.deepEqual(note, { type: 'context', elements: [plainText('21 more are not shown')] })
  })

  it('is a code, which is never shown again', () => {
    const code = { kind: 'input', id: 'code', label: 'Code', value: '123456', multiline: false, secret: true } as const
    assert.deepEqual(shown(code)[0], {
      type: 'input',
      block_id: 'code',
      optional: true,
      label: plainText('Code'),
      element: { type: 'plain_text_input', action_id: 'value', multiline: false, max_length: 20 },
    })
  })

  it('is written, as far as it was', () => {
    const input = (value: string, multiline = false) =>
      shown({ kind: 'input', id: 'reason', label: 'Why?', value, multiline })[0]
    const element = { type: 'plain_text_input', action_id: 'value', multiline: false, max_length: 3_000 }
    const block = { type: 'input', block_id: 'reason', optional: true, label: plainText('Why?') }
    assert.deepEqual(input(''), { ...block, element })
    assert.deepEqual(input('as\n*typed*', true), {
      ...block,
      element: { ...element, multiline: true, initial_value: 'as\n*typed*' },
    })
    const long = input('x'.repeat(3_001))
    assert.equal(
      long?.type === 'input' && long.element.type === 'plain_text_input' && long.element.initial_value,
      `${'x'.repeat(2_999)}…`,
    )
  })
})
