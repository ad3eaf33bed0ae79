import type { Grammar } from '../../words/catalogue.ts'
import { bare } from '../bare.ts'
import { edits } from '../edits.ts'
import { fold } from '../normalise.ts'
import { waysToSay } from '../ways-to-say.ts'
import { slipsIn } from './near-miss.ts'

/** A sentence with one or two of its words spelled as the grammar spells them. */
interface Respelled {
  readonly said: string
  readonly slips: number
  /** Letters of the shortest word that was changed. */
  readonly shortest: number
}

/** A word of a sentence, and where it stands. */
export interface SaidWord {
  readonly text: string
  readonly from: number
}

/** Letters that must be alike before two words are compared: a sentence has few words, a grammar has many. */
const mostChanged = 2

/** Offers what a sentence would be without its slips: of words with four letters and more that no grammar knows. */
export function respeller(grammar: Grammar): (sentence: string, words: readonly SaidWord[]) => readonly Respelled[] {
  const known = wordsOf(grammar)
  const long = [...known].filter((word) => slipsIn(word.length) > 0)
  return (sentence, words) => {
    const changes = words.flatMap(({ text, from }, at) => {
      const word = bare(text)
      const next = words[at + 1]
      const joined = next && bare(text + next.text)
      return [
        // “over due” is one word.
        ...(joined !== undefined && known.has(joined) && next
          ? [{ from, to: next.from + next.text.length, by: joined, slips: 1, letters: joined.length }]
          : []),
        ...(known.has(word) || slipsIn(word.length) === 0 ? [] : nearest(word, long)).map(({ by, slips }) => ({
          from,
          to: from + text.length,
          by,
          slips,
          letters: word.length,
        })),
      ]
    })
    const one = changes.map((change) => [change])
    const two = changes.flatMap((first, at) =>
      changes.slice(at + 1).flatMap((second) => (second.from >= first.to ? [[first, second]] : [])),
    )
    return [...one, ...two].slice(0, 60).map((made) => ({
      said: made.toReversed().reduce((text, { from, to, by }) => text.slice(0, from) + by + text.slice(to), sentence),
      slips: made.reduce((sum, { slips }) => sum + slips, 0),
      shortest: Math.min(...made.map(({ letters }) => letters)),
    }))
  }
}

function nearest(word: string, known: readonly string[]): readonly { readonly by: string; readonly slips: number }[] {
  const most = slipsIn(word.length)
  return known
    .filter((each) => Math.abs(each.length - word.length) <= most && slipsIn(each.length) > 0)
    .map((by) => ({ by, slips: edits(word, by, most) }))
    .filter(({ slips }) => slips <= most)
    .sort((a, b) => a.slips - b.slips)
    .slice(0, mostChanged + 1)
}

/** Every word that a grammar lists anywhere. */
function wordsOf(grammar: Grammar): ReadonlySet<string> {
  const listed = (list: unknown): readonly string[] =>
    typeof list === 'string'
      ? [list]
      : typeof list === 'object' && list !== null
        ? Object.values(list).flatMap(listed)
        : []
  const lists = listed(grammar)
  return new Set(
    lists
      // Word by word: a phrase of many groups has a hundred thousand ways, and no word more.
      .flatMap((phrase) => phrase.match(/(?:\([^()]*\)|\S)+/gu) ?? [])
      .flatMap((word) => waysToSay(word))
      .flatMap((phrase) => bare(fold(phrase).replace(/\{\w+\}/gu, ' ')).match(/[\p{L}\p{M}]+/gu) ?? []),
  )
}
