import type { KnownBlock, ModalView } from '@slack/types'
import type { Button, Part, Reply } from '../../dialogs/vocabulary/reply.ts'
import { fitted } from '../shared/fitted.ts'
import { harmless } from '../shared/plain-text.ts'
import { clipped } from './clipped.ts'
import { fitsView } from './fits.ts'
import { limits } from './limits.ts'
import { renderBlocks } from './render-blocks.ts'
import { pressable, type Pressable } from './render-buttons.ts'
import { renderTitle } from './render-text.ts'
import type { SlackWords } from './slack-words.ts'
import { plainText } from './text-object.ts'

/** What a modal made of a Reply is called. */
export const formCallback = 'desk:form'
/** What the button that opens a form is called. */
export const fillAction = 'desk:fill'

type Answering = Extract<Button, { says: string }> & { readonly answers: string }
type Complaint = Extract<Part, { kind: 'text' }> & { readonly about: string }

/** Whether a Reply asks for several things to be filled in before it is answered, so that it is better a modal. */
export function isForm({ parts, buttons = [] }: Reply): boolean {
  return parts.some(({ kind }) => kind === 'input') && buttons.some(answers)
}

/** A form whose button that sends it says that it opens the form instead, as it does in a message. */
export function withFillIn(reply: Reply, { fillIn }: SlackWords): Reply {
  const send = sendButton(reply)
  const buttons = (reply.buttons ?? []).map((button) => (button === send ? { ...button, label: fillIn } : button))
  return { ...reply, buttons }
}

/** What a message tells of a form: what is asked, and how it is filled in so far. */
export function formInMessage(reply: Reply, words: SlackWords): Reply {
  return { ...withFillIn(reply, words), parts: reply.parts.flatMap(toldPart) }
}

/** The buttons of a form in a message. */
export function formButtons(reply: Reply): readonly Pressable[] {
  const send = sendButton(reply)
  return (reply.buttons ?? []).map((button) =>
    button === send
      ? { label: send.label, tone: 'good', value: JSON.stringify({ fills: send.answers }), action: fillAction }
      : pressable(button),
  )
}

function toldPart(part: Part): readonly Part[] {
  if (part.kind === 'input') return part.value === '' ? [] : [{ kind: 'facts', facts: [[part.label, part.value]] }]
  if (part.kind !== 'choices') return [part]
  // Numbered, as people may pick by number; each is a line of its own and may be left out by itself.
  const lines = part.options.map(
    ({ label, value }, at) => `${at + 1}. ${part.chosen.includes(value) ? '☑' : '☐'} ${label}`,
  )
  return [
    { kind: 'text', text: part.label, weight: 'strong' },
    { kind: 'text', text: lines.join('\n') },
  ]
}

/**
 * A form as a modal. `context` comes back with it, in `private_metadata`, beside what its buttons say and answer, when
 * it is sent and when it is closed; it is seen by nobody, but is no proof of anything. Throws where that is more than Slack carries: that is a bug.
 */
export function formView(reply: Reply, context: object, words: SlackWords): ModalView {
  const send = sending(reply)
  const leave = (reply.buttons ?? []).filter(answers).find((button) => button !== send)
  const says = { says: send.says, answers: send.answers, ...(leave ? { leaves: leave.says } : {}) }
  const private_metadata = JSON.stringify({ ...context, ...says })
  if (private_metadata.length > limits.privateMetadata) throw new Error('a form carries more than a modal can')
  const shown = clipped({ ...reply, buttons: [] }, 'sections', words)
  const blocks = fitted(shown, formBlocks, fitsView, words)
  return {
    type: 'modal',
    callback_id: formCallback,
    title: plainText(reply.title ?? '', limits.viewTitle),
    submit: plainText(send.label, limits.viewButton),
    ...(leave ? { close: plainText(leave.label, limits.viewButton), notify_on_close: true } : {}),
    private_metadata,
    blocks: [...blocks],
  }
}

/** The title stands again above the form where the bar of the modal cannot hold it. */
function formBlocks({ title = '', parts }: Reply): readonly KnownBlock[] {
  const fields = fieldsOf(parts)
  const placed = parts.flatMap((part): readonly Part[] => {
    if (isComplaint(part) && fields.has(part.about)) return []
    if (part.kind !== 'input' && part.kind !== 'choices') return [part]
    const complaints = parts.filter(isComplaint).filter(({ about }) => about === part.id)
    return [
      part,
      ...complaints.map((each): Part => ({ kind: 'text', text: each.text, tone: 'warning', weight: 'quiet' })),
    ]
  })
  const heading = title.length > limits.viewTitle ? renderTitle(title) : []
  return [...heading, ...renderBlocks({ parts: placed }, 'sections')]
}

/** The question that a form answers. */
export function questionOf(reply: Reply): string {
  return sending(reply).answers
}

function sending(reply: Reply): Answering {
  const send = sendButton(reply)
  if (!send) throw new Error('a form without a button that sends it')
  return send
}

/**
 * What a submitted form is told to put right, by field, for `response_action: errors`; null where nothing is wrong, or
 * something is that belongs to no field.
 */
export function formErrors({ parts }: Reply): Record<string, string> | null {
  const complaints = parts.filter(isComplaint)
  const fields = fieldsOf(parts)
  if (complaints.length === 0 || !complaints.every(({ about }) => fields.has(about))) return null
  const errors: Record<string, string> = {}
  for (const { about, text } of complaints)
    errors[about] = [...(errors[about] === undefined ? [] : [errors[about]]), harmless(text)].join('\n')
  return errors
}

/** A small modal with one line, for while something is looked up. */
export function busyView(title: string, text: string): ModalView {
  return {
    type: 'modal',
    title: plainText(title, limits.viewTitle),
    blocks: [{ type: 'section', text: plainText(text, limits.sectionText) }],
  }
}

/** The button that sends a form: the good one of those that answer its question, else the first. */
function sendButton({ buttons = [] }: Reply): Answering | undefined {
  const all = buttons.filter(answers)
  return all.find(({ tone }) => tone === 'good') ?? all[0]
}

function answers(button: Button): button is Answering {
  return 'says' in button && button.answers !== undefined
}

function isComplaint(part: Part): part is Complaint {
  return part.kind === 'text' && part.about !== undefined
}

/** Where a complaint can be put. */
function fieldsOf(parts: readonly Part[]): ReadonlySet<string> {
  return new Set(
    parts.flatMap((part) =>
      part.kind === 'input' || (part.kind === 'choices' && part.options.length > 0) ? [part.id] : [],
    ),
  )
}
