import type { Part, Tone } from '../../dialogs/vocabulary/reply.ts'
import type { Element } from './card.ts'
import { harmless } from '../shared/plain-text.ts'
import { escapeMarkdown } from './markdown.ts'

const grounds: Readonly<Record<Tone, string | null>> = {
  plain: null,
  good: 'good',
  warning: 'warning',
  danger: 'attention',
}

/** Elements on the ground of a tone; as they are where there is none. */
export function onGround(tone: Tone, items: readonly Element[], more: object = {}): readonly Element[] {
  const style = grounds[tone]
  return style === null ? items : [{ type: 'Container', style, ...more, items }]
}

/** The title: a TextBlock, since only that can be a heading for a screen reader. */
export function renderTitle(title: string): Element {
  return {
    type: 'TextBlock',
    text: escapeMarkdown(title),
    style: 'heading',
    size: 'Medium',
    weight: 'Bolder',
    wrap: true,
  }
}

/**
 * One block per line. TextRuns are read as they are on every client, where Markdown escapes are not. A tone is the
 * ground behind the words: Teams' green and yellow letters are too pale to read.
 */
export function renderText({ text, tone = 'plain', weight }: Extract<Part, { kind: 'text' }>): readonly Element[] {
  const look = {
    ...(weight === 'strong' ? { weight: 'Bolder' } : {}),
    ...(weight === 'quiet' ? { isSubtle: true, size: 'Small' } : {}),
  }
  const items = lines(text).map(({ line, spacing }) => ({
    ...textLine(line, { ...look, ...linkOf(line) }),
    ...spacing,
  }))
  return items.length === 0 ? [] : onGround(tone, items)
}

/** A line that is nothing but an address of the web can be followed; it leads where it says. */
function linkOf(line: string): object {
  const url = line.trim()
  return /^https:\/\/[^\s<>|]+$/.test(url) ? { selectAction: { type: 'Action.OpenUrl', url } } : {}
}

/** Text to be copied: hard spaces where HTML would swallow soft ones, each line by itself. */
export function renderCopyable({ text }: Extract<Part, { kind: 'copyable' }>): readonly Element[] {
  const items = harmless(text)
    .split('\n')
    .map((line, at) => ({
      ...textLine(line.replace(/^ | (?= )/g, '\u00A0') || '\u00A0', { fontType: 'Monospace' }),
      ...(at === 0 ? {} : { spacing: 'None' }),
    }))
  return [{ type: 'Container', style: 'emphasis', items }]
}

/** About as many letters as a phone has beside a label. */
const longestInFacts = 24

/**
 * Labels with their values. A set of facts breaks no word: beyond its width an address or the id of a tenant, and every
 * value above and below it, is cut off. Columns break it, so facts with such a word go into columns.
 */
export function renderFacts({ facts }: Extract<Part, { kind: 'facts' }>): readonly Element[] {
  if (facts.length === 0) return []
  if (facts.some(([, value]) => hasLongWord(value))) return facts.map(factInColumns)
  const shown = facts.map(([title, value]) => ({ title: escapeMarkdown(title), value: escapeMarkdown(value) }))
  return [{ type: 'FactSet', facts: shown }]
}

function hasLongWord(text: string): boolean {
  return text.split(/\s+|(?=[\u2E80-\uFFEF])/).some((word) => word.length > longestInFacts)
}

function factInColumns([title, value]: readonly [string, string], at: number): Element {
  const column = (width: number, text: string, look: object) => ({
    type: 'Column',
    width,
    items: [textLine(text, look)],
  })
  return {
    type: 'ColumnSet',
    ...(at === 0 ? {} : { spacing: 'Small' }),
    columns: [column(42, title, { weight: 'Bolder' }), column(58, value, {})],
  }
}

export function textLine(text: string, look: object = {}, alignment?: 'Right'): Element {
  return {
    type: 'RichTextBlock',
    inlines: [{ type: 'TextRun', text: harmless(text), ...look }],
    ...(alignment === undefined ? {} : { horizontalAlignment: alignment }),
  }
}

/** Lines that say something, close together unless an empty one stood between them. */
function lines(text: string): readonly { readonly line: string; readonly spacing: { readonly spacing?: string } }[] {
  const all = harmless(text).split('\n')
  const spoken = (line: string | undefined) => line !== undefined && line.trim() !== ''
  const first = all.findIndex(spoken)
  return all.flatMap((line, at) => {
    if (!spoken(line)) return []
    return [{ line, spacing: at === first ? {} : { spacing: spoken(all[at - 1]) ? 'None' : 'Small' } }]
  })
}
