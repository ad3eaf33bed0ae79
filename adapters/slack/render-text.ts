import type { ContextBlock, HeaderBlock, KnownBlock, RichTextBlock } from '@slack/types'
import type { Part, Tone } from '../../dialogs/vocabulary/reply.ts'
import { harmless } from '../shared/plain-text.ts'
import { limits } from './limits.ts'
import { preformatted, richText, type Line } from './rich-text.ts'
import { pieces, plainText } from './text-object.ts'

type TextPart = Extract<Part, { kind: 'text' }>

/** Slack has no coloured ground: a sign at the front is seen as soon, and the words say it too. */
const signs: Readonly<Record<Tone, string>> = { plain: '', good: '✅ ', warning: '⚠️ ', danger: '🛑 ' }

/** The title as a heading; in whole below it where a heading cannot hold it. */
export function renderTitle(title: string, tone: Tone = 'plain'): readonly KnownBlock[] {
  const text = `${signs[tone]}${harmless(title).trim()}`
  const header: HeaderBlock = { type: 'header', text: plainText(text.replaceAll('\n', ' '), limits.headerText) }
  return text.length > limits.headerText ? [header, ...richText([[{ text, bold: true }]])] : [header]
}

/** Texts that follow each other: close together, but strong ones begin anew and quiet ones stand apart, small. */
export function renderTexts(texts: readonly TextPart[]): readonly KnownBlock[] {
  const groups: TextPart[][] = []
  for (const text of texts.filter((each) => each.text.trim() !== '')) {
    const before = groups.at(-1)?.at(-1)
    const joins = before && text.weight !== 'strong' && (text.weight === 'quiet') === (before.weight === 'quiet')
    if (joins) groups.at(-1)?.push(text)
    else groups.push([text])
  }
  return groups.flatMap((group): readonly KnownBlock[] =>
    group[0]?.weight === 'quiet' ? quiet(group) : richText(group.flatMap(linesOf)),
  )
}

function quiet(texts: readonly TextPart[]): readonly ContextBlock[] {
  const text = texts.map((each) => `${signs[each.tone ?? 'plain']}${tidy(each.text)}`).join('\n')
  return pieces(text, limits.sectionText).map((piece) => contextLine(piece))
}

/** A small grey line. */
export function contextLine(text: string): ContextBlock {
  return { type: 'context', elements: [plainText(text, limits.sectionText)] }
}

function linesOf({ text, tone = 'plain', weight }: TextPart): readonly Line[] {
  return tidy(`${signs[tone]}${tidy(text)}`)
    .split('\n')
    .map((line) => [{ text: line, bold: weight === 'strong' }])
}

/** Without empty lines around it, and never two of them inside. */
function tidy(text: string): string {
  return harmless(text)
    .replace(/^(?:\s*\n)+|\s+$/g, '')
    .replace(/\n\s*\n/g, '\n\n')
}

/** A line for each: half a chat's width, as Slack's own fields have it, breaks every identifier in two. */
export function renderFacts({ facts }: Extract<Part, { kind: 'facts' }>): readonly RichTextBlock[] {
  return richText(
    facts.map(([label, value]) => [{ text: `${harmless(label)}: `, bold: true }, { text: harmless(value) }]),
  )
}

export function renderCopyable({ text }: Extract<Part, { kind: 'copyable' }>): readonly RichTextBlock[] {
  return text.trim() === '' ? [] : [preformatted(harmless(text))]
}
