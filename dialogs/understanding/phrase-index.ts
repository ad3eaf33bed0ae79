import { bare } from './bare.ts'
import { fold } from './normalise.ts'

/** Finds those of many phrases that a sentence may be, without running their patterns. */
export type PhraseIndex<One> = (sentence: string) => readonly One[]

/**
 * Every phrase is kept by the words it cannot do without. Which of these stand in a sentence is looked up once for each
 * word, however many phrases share it; the order of the phrases stays.
 */
export function indexPhrases<One extends { readonly phrase: string }>(all: readonly One[]): PhraseIndex<One> {
  const ids = new Map<string, number>()
  const known = all.map((one) => ({
    one,
    needs: wordsOf(one.phrase).map((word) => {
      const id = ids.get(word) ?? ids.size
      ids.set(word, id)
      return id
    }),
  }))
  const words = [...ids.keys()]
  return (sentence) => {
    const said = bare(sentence)
    const has = words.map((word) => said.includes(word))
    return known.filter(({ needs }) => needs.every((id) => has[id])).map(({ one }) => one)
  }
}

/**
 * What stands between the slots of a phrase, word by word, without the words one of which is said: longer words first,
 * since they are missing sooner.
 */
export function wordsOf(phrase: string): readonly string[] {
  const words = bare(fold(phrase).replace(/\{\w+\}|\([^()]*\)/gu, ' ')).split(/[\s,、:]+/u)
  return [...new Set(words.filter((word) => word !== ''))].sort((a, b) => b.length - a.length)
}
