import type { Button, Choices, TextInput } from '../../dialogs/vocabulary/reply.ts'
import type { Element } from './card.ts'
import { harmless } from '../shared/plain-text.ts'
import { meaningOf } from '../shared/button-meaning.ts'
import { buttonKey } from './pressed-button.ts'

/** Beyond this, ticking one of many is easier in a list that opens. */
const mostInSight = 6

/** What the desk keeps of such words; nobody should type more only to be refused. */
const longestInput = 4_000

/** Labels and choices are read as they are: Teams switches Markdown off in them. */
export function renderChoices({ id, label, multiple, options, chosen }: Choices): readonly Element[] {
  if (options.length === 0) return []
  const open = multiple || options.length <= mostInSight
  return [
    {
      type: 'Input.ChoiceSet',
      id,
      label: harmless(label),
      isMultiSelect: multiple,
      style: open ? 'expanded' : 'compact',
      wrap: true,
      choices: options.map(({ label: title, value }) => ({ title: harmless(title), value })),
      value: chosen.join(','),
    },
  ]
}

/** Beyond what any code has, spaces included. */
const longestCode = 20

export function renderInput({ id, label, value, multiline, secret }: TextInput): readonly Element[] {
  // A client that does not know the style shows what is typed; it counts once, and soon not at all.
  if (secret) return [{ type: 'Input.Text', id, label: harmless(label), style: 'password', maxLength: longestCode }]
  const text = { id, label: harmless(label), isMultiline: multiline, value: harmless(value), maxLength: longestInput }
  return [{ type: 'Input.Text', ...text }]
}

/**
 * A button is an execute, whose answer can stand in the card's place, and for clients that know none a submit with
 * the same data. Neither is proof of anything: clients can send any data.
 */
export function renderButton(button: Button): Element {
  const action = {
    title: harmless(button.label),
    data: { [buttonKey]: meaningOf(button) },
    ...(button.tone === 'good' ? { style: 'positive' } : {}),
    ...(button.tone === 'danger' ? { style: 'destructive' } : {}),
  }
  return { type: 'Action.Execute', verb: buttonKey, ...action, fallback: { type: 'Action.Submit', ...action } }
}
