import type { PlainTextElement } from '@slack/types'
import { cut, harmless } from '../shared/plain-text.ts'

/** Text of at most so many characters in which nothing acts: no markup, no `:emoji:`. Slack takes no empty one. */
export function plainText(text: string, longest: number): PlainTextElement {
  return { type: 'plain_text', text: cut(filled(harmless(text)), longest), emoji: false }
}

/** Something to see where there is nothing: an empty text is refused, and a blank one looks like a mistake. */
export function filled(text: string): string {
  return text.trim() === '' ? '–' : text
}

/** A text in pieces of at most so many characters that make up the whole: broken at a line or a word where one ends. */
export function pieces(text: string, longest: number): readonly string[] {
  const all: string[] = []
  let rest = text
  while (rest.length > longest) {
    const head = rest.slice(0, longest)
    const gap = Math.max(head.lastIndexOf('\n'), head.lastIndexOf(' '))
    const inside = /[\uD800-\uDBFF]$/.test(head) ? longest - 1 : longest
    const at = gap > longest / 2 ? gap + 1 : inside
    all.push(rest.slice(0, at))
    rest = rest.slice(at)
  }
  return [...all, rest]
}
