import { ActivityTypes, TextFormatTypes, type Activity } from 'botbuilder-core'
import { headline, plain } from '../../dialogs/vocabulary/plain.ts'
import type { Reply } from '../../dialogs/vocabulary/reply.ts'
import { cardContentType, type AdaptiveCard } from './card.ts'
import { fitted, type CutWords } from '../shared/fitted.ts'
import { cut, harmless } from '../shared/plain-text.ts'
import { saysSomething } from '../shared/says-something.ts'
import { escapeMessage } from './markdown.ts'
import { mentionBody } from './mention.ts'
import { renderAdaptiveCard } from './render-adaptive-card.ts'

/** Teams refuses 100 KB counted as UTF-16; a card must leave room for the rest, and be quick on a phone. */
const largestCard = 24_000
/** What stands for the card where none can be shown; whoever decides by it must find all that is decided. */
const longestFallback = 4_000

export function cardOf(reply: Reply, words: CutWords): AdaptiveCard {
  const asText = (of: Reply) => harmless(plain(of))
  const fallback = fitted(reply, asText, (text) => text.length <= longestFallback, words)
  const asCard = (of: Reply) => renderAdaptiveCard(of, fallback)
  return fitted(reply, asCard, (card) => JSON.stringify(card).length <= largestCard, words)
}

/**
 * Reply → what Teams shows. A line by itself goes as text. Anything else is a card, with the headline as `summary`:
 * that is what a notification shows, while text beside a card becomes a message of its own that no update reaches
 * (msteams-docs#1998). A line that rings somebody is a card as well. Null when the reply says nothing.
 */
export function teamsActivity(reply: Reply, words: CutWords): Partial<Activity> | null {
  if (!saysSomething(reply)) return null
  const line = soleLine(reply)
  const rung = line === null ? null : mentionBody(reply.parts[0])
  if (rung) {
    const content = { ...cardOf(reply, words), ...rung }
    return { ...cardActivity(reply, words), attachments: [{ contentType: cardContentType, content }] }
  }
  if (line !== null)
    return { type: ActivityTypes.Message, text: escapeMessage(line), textFormat: TextFormatTypes.Markdown }
  return cardActivity(reply, words)
}

/** The same, as a card in any case: what stands in a card's place must be one. */
export function cardActivity(reply: Reply, words: CutWords): Partial<Activity> {
  return {
    type: ActivityTypes.Message,
    summary: cut(harmless(headline(reply)).replaceAll('\n', ' '), 200),
    attachments: [{ contentType: cardContentType, content: cardOf(reply, words) }],
  }
}

function soleLine({ title, tone = 'plain', parts: [part, ...more], buttons = [] }: Reply): string | null {
  const bare = title === undefined && tone === 'plain' && buttons.length === 0 && more.length === 0
  if (!bare || part?.kind !== 'text' || part.tone !== undefined || part.weight !== undefined) return null
  return part.text.includes('\n') || part.text.length > 1_000 ? null : part.text
}
