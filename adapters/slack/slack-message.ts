import type { KnownBlock, SectionBlock } from '@slack/types'
import { plain } from '../../dialogs/vocabulary/plain.ts'
import type { Reply } from '../../dialogs/vocabulary/reply.ts'
import { fitted } from '../shared/fitted.ts'
import { saysSomething } from '../shared/says-something.ts'
import { clipped } from './clipped.ts'
import { escapeMrkdwn } from './escape-mrkdwn.ts'
import { fitsMessage } from './fits.ts'
import { limits } from './limits.ts'
import { mentionMessage } from './mention.ts'
import { renderBlocks } from './render-blocks.ts'
import { pressable, renderButtons } from './render-buttons.ts'
import type { TableStyle } from './render-table.ts'
import { formButtons, formInMessage, isForm, withFillIn } from './slack-form.ts'
import type { SlackWords } from './slack-words.ts'
import { filled, plainText } from './text-object.ts'

export interface SlackMessage {
  /** All of it as mrkdwn: screen readers and notifications read this, and nothing of the blocks. */
  readonly text: string
  readonly blocks: KnownBlock[]
}

/**
 * Reply → a message of Slack, within its limits. Null when the reply says nothing. Where Slack answers
 * `invalid_blocks`, the next style of tables is worth a try.
 */
export function slackMessage(reply: Reply, words: SlackWords, tables: TableStyle = 'data_table'): SlackMessage | null {
  if (!saysSomething(reply)) return null
  const text = messageText(isForm(reply) ? withFillIn(reply, words) : reply, words)
  const line = soleLine(reply)
  const rung = line === null ? null : mentionMessage(reply.parts[0])
  if (rung) return rung
  if (line !== null) return { text, blocks: [section(line)] }
  const blocks = fittedBlocks(reply, words, tables, fitsMessage)
  // What says nothing but blanks may leave nothing to show.
  return { text, blocks: blocks.length === 0 ? [section(plain(reply))] : [...blocks] }
}

/** All blocks of a reply, its buttons last, cut until they fit. */
export function fittedBlocks(
  reply: Reply,
  words: SlackWords,
  tables: TableStyle,
  fits: (blocks: readonly KnownBlock[]) => boolean,
): readonly KnownBlock[] {
  const form = isForm(reply)
  const shown = clipped(form ? formInMessage(reply, words) : reply, tables, words)
  const buttons = renderButtons(form ? formButtons(shown) : (shown.buttons ?? []).map(pressable))
  return fitted(shown, (of) => [...renderBlocks(of, tables), ...buttons], fits, words)
}

function messageText(reply: Reply, words: SlackWords): string {
  const asText = (of: Reply) => escapeMrkdwn(plain(of))
  const text = fitted(reply, asText, ({ length }) => length <= limits.messageText, words)
  if (text.length <= limits.messageText) return filled(text)
  // A title or buttons of such a length: nothing is cut through its middle, neither a letter nor an entity.
  return `${text.slice(0, limits.messageText - 1).replace(/[\uD800-\uDBFF]$|&[a-z]*$/, '')}…`
}

/** One plain line, which is no card. */
function soleLine({ title, parts: [part, ...more], buttons = [] }: Reply): string | null {
  const bare = title === undefined && buttons.length === 0 && more.length === 0
  if (!bare || part?.kind !== 'text' || part.weight !== undefined || (part.tone ?? 'plain') !== 'plain') return null
  return part.text.includes('\n') || part.text.length > limits.sectionText ? null : part.text
}

function section(text: string): SectionBlock {
  return { type: 'section', text: plainText(text, limits.sectionText) }
}
