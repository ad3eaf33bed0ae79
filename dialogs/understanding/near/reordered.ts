import type { Grammar } from '../../words/catalogue.ts'
import { bare } from '../bare.ts'
import { edits } from '../edits.ts'
import { wordsOf } from '../phrase-index.ts'
import { fold } from '../normalise.ts'
import { usualWay } from '../ways-to-say.ts'
import { guessedSlots, slipsIn } from './near-miss.ts'
import type { SaidWord } from './respelled.ts'

/** A phrase of the grammar with the same words in its own order. */
interface Reordered {
  readonly said: string
  readonly cost: number
}

/** Of a phrase's letters, as many must be there: small words may be missing, those that say something may not. */
const leastSaid = 0.7

/** Offers the phrases whose words a sentence has in another order, or nearly all of them; what is left over is a name. */
export function reorderer(grammar: Grammar): (sentence: string, words: readonly SaidWord[]) => readonly Reordered[] {
  const polite = new Set(grammar.polite.flatMap((words) => bare(fold(words)).match(/[\p{L}\p{M}']+/gu) ?? []))
  const phrases = Object.values(grammar.verbs)
    .flat()
    .map(usualWay)
    .map((phrase) => ({
      phrase,
      slots: [...phrase.matchAll(/\{(\w+)\}/gu)].map(([, slot = '']) => slot),
      needs: wordsOf(phrase).flatMap((word) => word.match(/[\p{L}\p{M}\p{N}']+/gu) ?? []),
    }))
    .filter(
      ({ slots, needs }) => needs.length > 0 && slots.length <= 1 && slots.every((slot) => guessedSlots.has(slot)),
    )
  return (sentence, words) =>
    phrases.flatMap(({ phrase, slots, needs }) => {
      const used = new Set<SaidWord>()
      let [letters, found, slips] = [0, 0, 0]
      for (const [at, need] of needs.entries()) {
        letters += need.length
        const near = words
          .filter((word) => !used.has(word))
          .map((word) => ({ word, slips: slipsBetween(bare(word.text), need) }))
          .filter((each) => each.slips <= slipsIn(need.length))
          .sort((a, b) => a.slips - b.slips)[0]
        if (!near) {
          // The longest word is what the phrase is about.
          if (at === 0) return []
          continue
        }
        used.add(near.word)
        found += need.length
        slips += near.slips
      }
      const left = words.filter((word) => !used.has(word) && !polite.has(bare(word.text)))
      const [first, last] = [left[0], left.at(-1)]
      if (found / letters < leastSaid || (slots.length === 0) !== (first === undefined)) return []
      const cost = 1 + slips + (1 - found / letters) * 2
      if (!first || !last) return [{ said: phrase, cost }]
      const together = words.indexOf(last) - words.indexOf(first) + 1 === left.length
      const name = together ? sentence.slice(first.from, last.from + last.text.length) : null
      return name === null ? [] : [{ said: phrase.replace(/\{\w+\}/u, () => name), cost }]
    })
}

/** Another ending of the same word is half a slip: the phrase has it in the form it has it in. */
function slipsBetween(said: string, need: string): number {
  const most = slipsIn(need.length)
  const slips = edits(said, need, most)
  if (slips <= most) return slips
  const stem = Math.max(shortestStem, need.length - longestEnding)
  return said.length - stem <= longestEnding && said.slice(0, stem) === need.slice(0, stem) ? 0.5 : slips
}

const shortestStem = 4
const longestEnding = 3
