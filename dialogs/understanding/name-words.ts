import { nameKey } from './normalise.ts'

/** Letters of scripts written without spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}ー]/u
const run = new RegExp(`${unspaced.source}+|(?:(?!${unspaced.source})[\\p{L}\\p{N}\\p{M}])+`, 'gu')

/** A name's words as they are kept: a run of Han or kana in overlapping pairs, so that 國中 is not found in 中國. */
export function namedWords(name: string): string[] {
  return runs(name).flatMap((word) => {
    if (!unspaced.test(word)) return [word]
    const letters = [...word]
    return letters.map((letter, at) => letter + (letters[at + 1] ?? ''))
  })
}

/** The same words as they are looked for: a single letter begins a pair, several letters are their pairs. */
export function soughtWords(said: string): string[] {
  return runs(said).flatMap((word) => {
    const pairs = namedWords(word)
    return pairs.length > 1 ? pairs.slice(0, -1) : pairs
  })
}

/** The Han and kana letters of a name, for guesses at a misspelt one. */
export function unspacedLetters(name: string): ReadonlySet<string> {
  return new Set([...nameKey(name)].filter((letter) => unspaced.test(letter)))
}

/** Words of any script; a run without spaces is one, however a dictionary would cut it. */
function runs(text: string): readonly string[] {
  return nameKey(text).match(run) ?? []
}
