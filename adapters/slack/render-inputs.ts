import type { Checkboxes, InputBlock, InputBlockElement, KnownBlock, PlainTextOption } from '@slack/types'
import type { Choices, TextInput } from '../../dialogs/vocabulary/reply.ts'
import { cut, harmless } from '../shared/plain-text.ts'
import { limits } from './limits.ts'
import { richText } from './rich-text.ts'
import { filled, plainText } from './text-object.ts'

/** Under which the value of every input stands, in the block that has the input's id. */
export const valueKey = 'value'

/** Beyond this, one of many is picked more easily from a list that opens. */
const mostInSight = 6

/**
 * Something to pick. Where an option says more than Slack shows of one, all are numbered, and stand in whole above.
 * Options that are too many, or carry too much, are to be left out before.
 */
export function renderChoices(choices: Choices): readonly KnownBlock[] {
  if (choices.options.length === 0) return []
  const labels = choices.options.map(({ label }) => harmless(label).replaceAll('\n', ' '))
  const long = labels.some((label) => label.length > limits.optionText)
  const shown = long ? labels.map((label, at) => `${at + 1}. ${label}`) : labels
  const options = choices.options.map(({ value }, at) => ({
    text: plainText(shown[at] ?? '', limits.optionText),
    value,
  }))
  return [
    ...(long ? richText(shown.map((text) => [{ text }])) : []),
    inputBlock(choices.id, choices.label, picker(choices, options)),
  ]
}

function picker({ multiple, chosen }: Choices, options: PlainTextOption[]): InputBlockElement {
  const picked = options.filter(({ value = '' }) => chosen.includes(value))
  const [first] = picked
  const action_id = valueKey
  if (!multiple) {
    const initial = first ? { initial_option: first } : {}
    const type = options.length <= mostInSight ? 'radio_buttons' : 'static_select'
    return { type, action_id, options, ...initial }
  }
  const type: Checkboxes['type'] | 'multi_static_select' =
    options.length <= limits.tickedOptions ? 'checkboxes' : 'multi_static_select'
  return { type, action_id, options, ...(first ? { initial_options: picked } : {}) }
}

/** Beyond what any code has, spaces included. */
const longestCode = 20

export function renderInput({ id, label, value, multiline, secret }: TextInput): readonly InputBlock[] {
  // Slack hides nothing that is typed; the code counts once, and soon not at all.
  if (secret)
    return [
      inputBlock(id, label, {
        type: 'plain_text_input',
        action_id: valueKey,
        multiline: false,
        max_length: longestCode,
      }),
    ]
  const typed = cut(harmless(value), limits.inputText)
  return [
    inputBlock(id, label, {
      type: 'plain_text_input',
      action_id: valueKey,
      multiline,
      max_length: limits.inputText,
      ...(typed === '' ? {} : { initial_value: typed }),
    }),
  ]
}

/** Optional to Slack always: what is missing is said by the desk, which knows why and in which language. */
function inputBlock(id: string, label: string, element: InputBlockElement): InputBlock {
  return {
    type: 'input',
    block_id: id,
    optional: true,
    label: plainText(filled(label), limits.inputLabel),
    element,
  }
}
