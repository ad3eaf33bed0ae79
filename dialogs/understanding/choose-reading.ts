import type { Reading } from './reading.ts'

/** A reading, and the language it is in. */
export interface ReadIn {
  readonly tag: string
  /** The speaker's own. */
  readonly own: boolean
  readonly reading: Reading
}

/**
 * Which of several languages a sentence is in: what one of them lists word for word goes first, then whichever leaves least
 * to names; of equals the speaker's own, then the one that the letters hint at, then the first. Null where none is left.
 */
export function chooseReading(sentence: string, all: readonly ReadIn[]): ReadIn | null {
  const hinted = hintOf(sentence)
  let best: { readonly one: ReadIn; readonly rank: readonly number[] } | null = null
  for (const one of all) {
    if (isOfAnother(one)) continue
    const { exact, open, alone } = one.reading
    const rank = [exact ? 0 : 1, open, alone, one.own ? 0 : 1, languageOf(one.tag) === hinted ? 0 : 1]
    if (best === null || isBefore(rank, best.rank)) best = { one, rank }
  }
  return best?.one ?? null
}

function isBefore(one: readonly number[], other: readonly number[]): boolean {
  for (const [at, place] of one.entries()) {
    const there = other[at] ?? 0
    if (place !== there) return place < there
  }
  return false
}

/** The language that writes with such letters and no other of ours does. */
function hintOf(sentence: string): string | null {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(sentence)) return 'ja'
  return /\p{Script=Cyrillic}/u.test(sentence) ? 'ru' : null
}

function languageOf(tag: string): string {
  return tag.slice(0, 2)
}

const particles = 'を|は|が|に|の|へ|で|も|と|から|まで|って'
const atAnEdge = new RegExp(
  String.raw`(?<!\p{Script=Hiragana})(?:${particles})$|^(?:${particles})(?!\p{Script=Hiragana})`,
  'u',
)

/** A Japanese sentence of which another language understood the Han characters, and took its particles for a name's. */
function isOfAnother({ tag, reading: { head, tail, intent } }: ReadIn): boolean {
  if (languageOf(tag) === 'ja') return false
  const who = 'who' in intent ? (intent.who ?? '') : ''
  return [head, tail, who].some((name) => atAnEdge.test(name))
}
