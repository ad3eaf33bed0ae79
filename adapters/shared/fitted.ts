import { plain } from '../../dialogs/vocabulary/plain.ts'
import type { Part, Reply } from '../../dialogs/vocabulary/reply.ts'
import { cut } from './plain-text.ts'

/** What is said in the reader's language where a card had to be cut. */
export interface CutWords {
  /** So many rows, facts, bars or choices are not shown. */
  notShown(count: number): string
  /** So many characters of a text that was to be copied are missing. */
  charactersNotShown(count: number): string
}

/** For want of anything better: no language at all. */
export const wordlessCut: CutWords = {
  notShown: (count) => `… +${count}`,
  charactersNotShown: (count) => `… +${count}`,
}

/**
 * The reply, its longest parts cut until what is made of it is small enough; what was cut is said below the part.
 * Whoever speaks should page before this: it is the net, not the floor.
 */
export function fitted<Made>(
  reply: Reply,
  make: (reply: Reply) => Made,
  fits: (made: Made) => boolean,
  words: CutWords,
): Made {
  let parts = reply.parts.map((part) => ({ part, dropped: 0 }))
  for (let tries = 0; tries < 200; tries += 1) {
    const shown = parts.flatMap(({ part, dropped }) => (dropped === 0 ? [part] : [part, note(part, dropped, words)]))
    const made = make({ ...reply, parts: shown })
    if (fits(made)) return made
    const longest = parts.reduce(
      (most, each) => (weight(each.part) > weight(most.part) ? each : most),
      parts[0] ?? none,
    )
    const shorter = shortened(longest.part)
    if (!shorter) break
    parts = parts.map((each) =>
      each === longest ? { part: shorter.part, dropped: each.dropped + shorter.dropped } : each,
    )
  }
  return make({ ...reply, parts: [{ kind: 'text', text: cut(plain({ parts: reply.parts }), 2_000) }] })
}

const none = { part: { kind: 'facts', facts: [] } as Part, dropped: 0 }

function note({ kind }: Part, dropped: number, words: CutWords): Part {
  // Whoever pastes a text takes it for the whole.
  if (kind === 'copyable') return { kind: 'text', text: words.charactersNotShown(dropped), tone: 'warning' }
  return { kind: 'text', text: words.notShown(dropped), weight: 'quiet' }
}

function weight(part: Part): number {
  return JSON.stringify(part).length
}

/** The part with about a tenth less; null when there is nothing more to take. */
function shortened(part: Part): { readonly part: Part; readonly dropped: number } | null {
  switch (part.kind) {
    case 'text':
      return part.text.length < 100
        ? null
        : { part: { ...part, text: cut(part.text, tenthLess(part.text.length)) }, dropped: 0 }
    case 'copyable': {
      const text = part.text.slice(0, tenthLess(part.text.length)).replace(/[\uD800-\uDBFF]$/, '')
      return part.text.length < 100 ? null : { part: { ...part, text }, dropped: part.text.length - text.length }
    }
    case 'input':
      return part.value.length < 100
        ? null
        : { part: { ...part, value: cut(part.value, tenthLess(part.value.length)) }, dropped: 0 }
    case 'facts':
      return fewer(part.facts, (facts) => ({ ...part, facts }))
    case 'table':
      return fewer(part.rows, (rows) => ({ ...part, rows }))
    case 'bars':
      return fewer(part.bars, (bars) => ({ ...part, bars }))
    case 'choices':
      return fewer(part.options, (options) => ({ ...part, options }))
  }
}

function fewer<Item>(items: readonly Item[], into: (kept: readonly Item[]) => Part) {
  if (items.length <= 1) return null
  const kept = items.slice(0, tenthLess(items.length))
  return { part: into(kept), dropped: items.length - kept.length }
}

function tenthLess(count: number): number {
  return Math.max(1, Math.floor(count * 0.9))
}
