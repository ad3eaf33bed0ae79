import type { Part } from '../../dialogs/vocabulary/reply.ts'
import type { AdaptiveCard, Element } from './card.ts'
import { harmless } from '../shared/plain-text.ts'
import { escapeMarkdown } from './markdown.ts'

interface MentionBody {
  readonly body: readonly Element[]
  readonly msteams: NonNullable<AdaptiveCard['msteams']>
}

/**
 * A line with one mention, as the body of a card: only there an Entra object id will do (learn.microsoft.com,
 * cards-format: user mention). Null where nobody is to be rung, or the name has nothing to show. Whatever else reads
 * `<at>` is escaped, and the one mention has its own entity: no name can ring anybody.
 */
export function mentionBody(part: Part | undefined): MentionBody | null {
  if (part?.kind !== 'text' || !part.mention) return null
  const { at, name, account } = part.mention
  // Markdown and tags act inside of it too.
  const shown = harmless(name)
    .replace(/[<>&[\]()*_`~\\\n]/g, ' ')
    .trim()
  if (account.channel !== 'teams' || shown === '' || !part.text.startsWith(name, at)) return null
  const text = `<at>${shown}</at>`
  const [before, after] = [part.text.slice(0, at), part.text.slice(at + name.length)].map(escapeMarkdown)
  return {
    body: [{ type: 'TextBlock', text: `${before}${text}${after}`, wrap: true }],
    msteams: { entities: [{ type: 'mention', text, mentioned: { id: account.user, name: shown } }] },
  }
}
