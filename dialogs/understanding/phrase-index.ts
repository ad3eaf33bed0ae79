import { bare } from './bare.ts'
import { fold } from './normalise.ts'
import { wordsIn } from './ways-to-say.ts'

/** Finds those of many phrases that a sentence may be, without running their patterns. */
export type PhraseIndex<One> = (sentence: string) => readonly One[]

/**
 * Every phrase is kept by the words it cannot do without. Which of these stand in a sentence is looked up once for each
 * word, however many phrases share it; the order of the phrases stays.
 */
export function indexPhrases<One extends { readonly phrase: string }>(all: readonly One[]): PhraseIndex<One> {
  const ids = new Map<string, number>()
  const idOf = (word: string) => {
    const id = ids.get(word) ?? ids.size
    ids.set(word, id)
    return id
  }
  const known = all.map((one) => ({
    one,
    needs: wordsOf(one.phrase).map(idOf),
    eithers: choicesOf(one.phrase).map((words) => words.map(idOf)),
  }))
  const words = [...ids.keys()]
  return (sentence) => {
    const said = bare(sentence)
    const has = words.map((word) => said.includes(word))
    return known
      .filter(
        ({ needs, eithers }) => needs.every((id) => has[id]) && eithers.every((each) => each.some((id) => has[id])),
      )
      .map(({ one }) => one)
  }
}

/** Of each list of words one of which is said, the longest piece of each; nothing where all of them may be left out. */
function choicesOf(phrase: string): readonly (readonly string[])[] {
  const groups = fold(phrase).match(/\([^()]*\)/gu) ?? []
  return groups
    .map((group) => wordsIn(group).map((word) => wordsOf(word)[0] ?? ''))
    .filter((words) => words.every((word) => word !== ''))
}

/**
 * What stands between the slots of a phrase, word by word, without the words one of which is said: longer words first,
 * since they are missing sooner.
 */
export function wordsOf(phrase: string): readonly string[] {
  const words = bare(fold(phrase).replace(/\{\w+\}|\([^()]*\)/gu, ' ')).split(/[\s,、:]+/u)
  return [...new Set(words.filter((word) => word !== ''))].sort((a, b) => b.length - a.length)
}
