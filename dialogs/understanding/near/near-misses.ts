import type { Catalogue, Grammar } from '../../words/catalogue.ts'
import { isAct } from '../acts.ts'
import { askedAs } from '../questions.ts'
import { sentenceOf } from '../sentence.ts'
import { reader } from '../understand.ts'
import { letterByLetter } from './letter-by-letter.ts'
import { longestGuessed, type NearMiss } from './near-miss.ts'
import { reorderer } from './reordered.ts'
import { respeller, type SaidWord } from './respelled.ts'

type Guess = (sentence: string) => readonly NearMiss[]

const guessers = new WeakMap<Grammar, Guess>()

/** What a sentence that nobody understood may have been meant for in one language; compiled when the first one comes. */
export function nearMissesIn(catalogue: Pick<Catalogue, 'tag' | 'grammar'>): Guess {
  return (sentence) => {
    let guess = guessers.get(catalogue.grammar)
    if (!guess) guessers.set(catalogue.grammar, (guess = compile(catalogue)))
    return sentence.length > longestGuessed ? [] : guess(sentence)
  }
}

/** The farthest that is still put to the person. */
const farthest = 3
/** A word is longer from here on: one slip in it leaves no doubt. */
const longerWord = 6
const shortestOfAct = 5

function compile({ tag, grammar }: Pick<Catalogue, 'tag' | 'grammar'>): Guess {
  const read = reader({ tag, grammar })
  const heard = (said: string, cost: number, slip: boolean): readonly NearMiss[] => {
    const intent = cost > farthest ? null : (read(sentenceOf(said))?.intent ?? null)
    // What is only understood so far as to be asked about is no better guess than none.
    const isHalf = intent === null || intent.verb === 'overdue-of' || intent.verb === 'which-currency'
    return isHalf ? [] : [{ said, intent, cost, slip }]
  }
  const asOrder = askedAs(grammar)
  // Whoever asks whether it is so is asked whether it is to be done.
  const asked = (sentence: string) => {
    const order = asOrder(sentence)
    return order === null ? [] : heard(order, 0, false)
  }
  if (!grammar.spaces) {
    const near = letterByLetter(grammar)
    return (sentence) => [...asked(sentence), ...near(sentence).flatMap(({ said, cost }) => heard(said, cost, false))]
  }
  const respelled = respeller(grammar)
  const reordered = reorderer(grammar)
  const segmenter = new Intl.Segmenter(tag, { granularity: 'word' })
  return (sentence) => {
    const words = [...segmenter.segment(sentence)].flatMap(({ segment, index, isWordLike }): readonly SaidWord[] =>
      isWordLike ? [{ text: segment, from: index }] : [],
    )
    return [
      ...asked(sentence),
      ...respelled(sentence, words).flatMap(({ said, slips, shortest }) =>
        heard(said, slips, slips === 1 && shortest >= longerWord).filter(
          // “pode” and “code” are too short to be taken for one another where something is changed by it.
          ({ intent }) => shortest >= shortestOfAct || !isAct(intent),
        ),
      ),
      ...reordered(sentence, words).flatMap(({ said, cost }) => heard(said, cost, false)),
    ]
  }
}
