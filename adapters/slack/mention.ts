import type { KnownBlock, RichTextElement } from '@slack/types'
import type { Part } from '../../dialogs/vocabulary/reply.ts'
import { harmless } from '../shared/plain-text.ts'
import { escapeMrkdwn } from './escape-mrkdwn.ts'

/**
 * A line with one mention: an element of its own in the block, and Slack's sign for it in the text. Null where nobody is
 * to be rung. All around is text in both, so no name rings anybody.
 */
export function mentionMessage(
  part: Part | undefined,
): { readonly text: string; readonly blocks: KnownBlock[] } | null {
  if (part?.kind !== 'text' || !part.mention) return null
  const { at, name, account } = part.mention
  if (account.channel !== 'slack' || !/^[A-Za-z0-9]+$/.test(account.user) || !part.text.startsWith(name, at))
    return null
  const before = part.text.slice(0, at)
  const after = part.text.slice(at + name.length)
  const words = (text: string): RichTextElement[] => (text === '' ? [] : [{ type: 'text', text: harmless(text) }])
  const elements = [...words(before), { type: 'user', user_id: account.user } as const, ...words(after)]
  return {
    text: `${escapeMrkdwn(before)}<@${account.user}>${escapeMrkdwn(after)}`,
    blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }],
  }
}
