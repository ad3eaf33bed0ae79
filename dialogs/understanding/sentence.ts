import { fold } from './normalise.ts'

/** What was typed, as patterns read it, with the way back: words for somebody else are passed on as they were written. */
export interface Sentence {
  /** Folded, white space single, never longer than {@link longest}. */
  readonly text: string
  /** Whether there was more than a sentence; only words that are passed on may run on. */
  readonly cut: boolean
  /** What was typed from a position of `text` to the very end. */
  readonly typedFrom: (position: number) => string
}

/** No name, amount or day makes a sentence longer; it also bounds what a pattern can cost. */
const longest = 1000

const asItIs = /^[!-_a-~]*(?: [!-_a-~]+)*$/u

/** A letter with what combines with it; half-width kana keep their voice marks. */
const cluster = /[^\p{M}\uff9e\uff9f][\p{M}\uff9e\uff9f]*|[\p{M}\uff9e\uff9f]+/gu

/** Folds what was typed and keeps the way back to it. */
export function sentenceOf(said: string): Sentence {
  const typed = said.normalize('NFC').trim()
  // Most of what is typed on a Latin keyboard folds to itself.
  if (typed.length <= longest && asItIs.test(typed))
    return { text: typed, cut: false, typedFrom: (position) => typed.slice(position).trim() }
  const starts: number[] = []
  let text = ''
  let cut = false
  for (const { 0: letter, index } of typed.matchAll(cluster)) {
    const folded = fold(letter).replace(/\s+/gu, ' ')
    const more = text.endsWith(' ') || text === '' ? folded.trimStart() : folded
    if (text.length + more.length > longest) {
      cut = true
      break
    }
    for (let at = 0; at < more.length; at += 1) starts.push(index)
    text += more
  }
  return {
    text: text.trimEnd(),
    cut,
    typedFrom: (position) => typed.slice(starts[position] ?? typed.length).trim(),
  }
}
