import type { RichTextBlock, RichTextElement } from '@slack/types'
import { limits } from './limits.ts'
import { pieces } from './text-object.ts'

/** Words in one look. */
export interface Run {
  readonly text: string
  readonly bold?: boolean
}
export type Line = readonly Run[]

/**
 * Lines as rich_text, where what is written is what is read. As few blocks as will do; one line that is too long goes
 * on in the next.
 */
export function richText(lines: readonly Line[]): readonly RichTextBlock[] {
  const blocks: Line[][] = []
  let room = 0
  for (const line of lines.flatMap(shortened)) {
    const length = lengthOf(line) + 1
    if (length > room) {
      blocks.push([])
      room = limits.sectionText
    }
    blocks.at(-1)?.push(line)
    room -= length
  }
  return blocks.flatMap((each) => {
    const elements = elementsOf(each)
    if (elements.length === 0) return []
    return [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }]
  })
}

/** Text in a box of its own, every space kept. In one block, whatever its length: it is copied in one go. */
export function preformatted(text: string): RichTextBlock {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_preformatted', elements: [{ type: 'text', text }] }],
  }
}

function shortened(line: Line): readonly Line[] {
  if (lengthOf(line) < limits.sectionText) return [line]
  return line.flatMap((run) => pieces(run.text, limits.sectionText - 1).map((text) => [{ ...run, text }]))
}

function lengthOf(line: Line): number {
  return line.reduce((sum, { text }) => sum + text.length, 0)
}

/** A line that is nothing but an address of the web can be followed; it leads where it says. */
const address = /^https:\/\/[^\s<>|]+$/

function elementsOf(lines: readonly Line[]): RichTextElement[] {
  const elements: RichTextElement[] = []
  const add = ({ text, bold = false }: Run): void => {
    const last = elements.at(-1)
    const same = last?.type === 'text' && (text === '\n' || (last.style?.bold ?? false) === bold)
    if (same) last.text += text
    else if (text !== '') elements.push({ type: 'text', text, ...(bold ? { style: { bold } } : {}) })
  }
  for (const [at, line] of lines.entries()) {
    if (at > 0) add({ text: '\n' })
    const [only] = line
    if (line.length === 1 && only && address.test(only.text)) elements.push({ type: 'link', url: only.text })
    else line.forEach(add)
  }
  return elements
}
