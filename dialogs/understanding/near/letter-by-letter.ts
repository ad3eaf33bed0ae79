import type { Grammar } from '../../words/catalogue.ts'
import { edits } from '../edits.ts'
import { fold } from '../normalise.ts'
import { waysToSay } from '../ways-to-say.ts'
import { guessedSlots } from './near-miss.ts'

/** A phrase of the grammar that has nearly the same letters. */
interface NearPhrase {
  readonly said: string
  readonly cost: number
}

/** Of a phrase that can be said in very many ways the first are near enough to the others. */
const mostWays = 12
/** The shortest name that is guessed at: one letter is most likely a slip. */
const shortestName = 2

/**
 * Offers near phrases where words are written without spaces: a letter mistaken, a particle left out, the verb before the
 * name instead of behind it. Two letters of a phrase say too little to be guessed at with one of them wrong.
 */
export function letterByLetter(grammar: Grammar): (sentence: string) => readonly NearPhrase[] {
  const phrases = Object.values(grammar.verbs)
    .flat()
    .flatMap((phrase) => waysToSay(phrase, mostWays))
    .map((phrase) => ({
      phrase,
      pieces: fold(phrase)
        .split(/\{\w+\}/u)
        .map(tight),
    }))
    .filter(({ phrase, pieces }) => {
      const [slot] = [...phrase.matchAll(/\{(\w+)\}/gu)].map(([, each = '']) => each)
      return pieces.length <= 2 && (slot === undefined || guessedSlots.has(slot)) && pieces.join('').length >= 2
    })
  return (sentence) => {
    const said = tight(sentence)
    const has = new Set(said.toLowerCase())
    return phrases.flatMap(({ phrase, pieces }) => {
      const letters = [...pieces.join('')]
      const missing = letters.filter((letter) => !has.has(letter)).length
      const most = letters.length < 3 ? 0 : letters.length < 7 ? 1 : 2
      if (missing > most) return []
      const [head = '', tail] = pieces
      if (tail === undefined) {
        const slips = edits(said.toLowerCase(), head, most)
        return slips > most || slips === 0 ? [] : [{ said: phrase, cost: slips }]
      }
      return around(said, head, tail, most).map(({ name, cost }) => ({
        said: phrase.replace(/\{\w+\}/u, () => name),
        cost,
      }))
    })
  }
}

/** What is between the two pieces of a phrase, each of them nearly as it should be, or before both or behind both. */
function around(said: string, head: string, tail: string, most: number) {
  const found: { readonly name: string; readonly cost: number }[] = []
  for (const [starts, ends, turned] of [
    [head, tail, 0],
    ['', head + tail, 1],
    [head + tail, '', 1],
  ] as const) {
    if (turned === 1 && (starts === head || ends === tail)) continue
    for (const from of lengths(starts, most)) {
      const first = slipsBetween(said.slice(0, from), starts, most)
      if (first > most) continue
      for (const to of lengths(ends, most - first)) {
        const name = said.slice(from, said.length - to)
        const last = slipsBetween(said.slice(said.length - to), ends, most - first)
        const slips = first + last
        if (slips > most || name.length < shortestName || from + to === 0 || from + to > said.length) continue
        found.push({ name, cost: slips + turned })
      }
    }
  }
  const least = Math.min(...found.map(({ cost }) => cost))
  const longest = Math.max(...found.map(({ name, cost }) => (cost === least ? name.length : 0)))
  // What can be either a letter of the name or a slip beside it is the name's.
  return found.filter(({ name, cost }) => cost === least && name.length === longest)
}

/** A Latin letter is no slip for a Han one or a kana: it belongs to the name beside it. */
function slipsBetween(said: string, piece: string, most: number): number {
  const foreign = (said.match(/[\x21-\x7e]/gu) ?? []).some((letter) => !piece.includes(letter))
  return foreign ? most + 1 : edits(said.toLowerCase(), piece, most)
}

/** How long what was said may be where a piece should stand; a particle may be missing altogether. */
function lengths(piece: string, most: number): readonly number[] {
  const { length } = piece
  if (length === 0) return [0]
  const all = Array.from({ length: 2 * most + 1 }, (_, at) => length - most + at)
  return all.filter((each) => each >= (length === 1 ? 0 : 1))
}

/** Without pauses; words of a Latin name stay apart. */
function tight(text: string): string {
  return text.replace(/(?<![\x21-\x7e])[\s,、:。.!?]+|[\s,、:。.!?]+(?![\x21-\x7e])/gu, '')
}
