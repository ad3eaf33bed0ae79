import type { Grammar } from '../words/catalogue.ts'
import { courtesies } from './courtesies.ts'
import { nameOfWord } from './pattern.ts'
import { sentenceOf } from './sentence.ts'
import { usualWay } from './ways-to-say.ts'

type Lists = { readonly [K in keyof Grammar as Grammar[K] extends Record<string, string[]> ? K : never]: Grammar[K] }

/** A sentence of the grammar with its slots filled: what a button says for the person who presses it. */
export function phrase(grammar: Grammar, verb: string, slots: Readonly<Record<string, string>> = {}): string {
  const wanted = Object.keys(slots).sort().join()
  const found = grammar.verbs[verb]?.find(
    (each) =>
      [...each.matchAll(/\{(\w+)\}/gu)]
        .map(([, name]) => name)
        .sort()
        .join() === wanted,
  )
  if (found === undefined) throw new Error(`no phrase for ${verb} with ${wanted}`)
  return usualWay(found).replace(/\{(\w+)\}/gu, (_, name: string) => slots[name] ?? '')
}

/** The first word a grammar lists for a name: `reasons`, `fraud` → "fraud". */
export function wordFor(grammar: Grammar, list: keyof Lists, name: string): string {
  const word = grammar[list][name]?.[0]
  if (word === undefined) throw new Error(`no word for ${list} ${name}`)
  return word
}

/** What a single typed word stands for in any of the languages. */
export function wordIn<Name extends string>(
  grammars: readonly Grammar[],
  list: keyof Lists,
  said: string,
): Name | null {
  for (const grammar of grammars) {
    for (const { text } of courtesies(grammar)(sentenceOf(said).text)) {
      const found = nameOfWord<Name>(grammar[list], text)
      if (found) return found
    }
  }
  return null
}
