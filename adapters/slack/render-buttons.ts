import type { ActionsBlock, Button as SlackButton } from '@slack/types'
import type { Button, Tone } from '../../dialogs/vocabulary/reply.ts'
import { meaningOf } from '../shared/button-meaning.ts'
import { limits } from './limits.ts'
import { plainText } from './text-object.ts'

/** A button as Slack has it: what it says, and the text it carries back. */
export interface Pressable {
  readonly label: string
  readonly tone?: Tone | undefined
  readonly value: string
  /** Set where a press is something else than a button of a Reply. */
  readonly action?: string
}

/** More than this in one row wrap, and are no longer taken in at a glance. */
const perRow = 5

export function pressable(button: Button): Pressable {
  return { label: button.label, tone: button.tone, value: JSON.stringify(meaningOf(button)) }
}

/** Rows about equally long, in the order of the Reply: it has the button that is meant first. */
export function renderButtons(buttons: readonly Pressable[]): readonly ActionsBlock[] {
  const all = buttons.map(renderButton)
  const rows = Math.ceil(all.length / perRow)
  const inRow = Math.ceil(all.length / rows)
  return Array.from({ length: rows }, (_, row) => ({
    type: 'actions',
    elements: all.slice(row * inRow, (row + 1) * inRow),
  }))
}

function renderButton({ label, tone, value, action }: Pressable, at: number): SlackButton {
  return {
    type: 'button',
    text: plainText(label, limits.buttonText),
    action_id: action ?? `desk:${at + 1}`,
    value,
    ...(tone === 'good' ? { style: 'primary' } : {}),
    ...(tone === 'danger' ? { style: 'danger' } : {}),
  }
}
