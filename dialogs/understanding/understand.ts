import type { Catalogue } from '../words/catalogue.ts'
import { courtesies } from './courtesies.ts'
import type { Intent } from './intent.ts'
import { readDay } from './read-day.ts'
import { narrowingReader } from './narrowing.ts'
import { filterReader } from './overdue-filters.ts'
import { pattern } from './pattern.ts'
import { sentenceOf } from './sentence.ts'
import { readVerb } from './verbs/read-verb.ts'

/** What a sentence asks for in one language; null when it is not one of the desk's. Deterministic, no network. */
export type Understand = (said: string) => Intent | null

/** Compiles a language's grammar, once. */
export function understanding({ tag, grammar }: Catalogue): Understand {
  const listed = Object.entries(grammar.verbs).flatMap(([verb, phrases]) =>
    phrases.map((phrase) => ({
      verb,
      matches: pattern(phrase, grammar, 'whole'),
      slotted: phrase.includes('{'),
      // Words that are passed on as they were typed: an address keeps its capitals.
      passesOn: phrase.endsWith('{text}') || phrase.endsWith('{email}'),
    })),
  )
  // What is listed word for word is never somebody's name; apart from that the order of the grammar decides.
  const ways = [...listed.filter(({ slotted }) => !slotted), ...listed.filter(({ slotted }) => slotted)]
  const coresOf = courtesies(grammar)
  const readFilters = filterReader(grammar, tag)
  const readNarrowing = narrowingReader(grammar)
  const because = listed.filter(({ verb }) => verb === 'suspend-because')
  const isDay = (text: string) => [tag, 'en'].some((one) => readDay(text, '2025-01-01', { tag: one, grammar }) !== null)
  const whoAlone = (text: string): string | null => {
    for (const { matches } of because) {
      const who = matches(text)?.slots['customer']
      if (who !== undefined) return who
    }
    return null
  }
  const ground = { grammar, isDay, readFilters, readNarrowing, whoAlone }

  return (said) => {
    const sentence = sentenceOf(said)
    for (const { text, from } of coresOf(sentence.text)) {
      for (const { verb, matches, passesOn } of ways) {
        // Nobody's name is that long; a description of trouble may be.
        if (sentence.cut && !passesOn) continue
        const slots = matches(text)?.slots
        if (!slots) continue
        const passedOn = passesOn
          ? sentence.typedFrom(from + text.length - (slots['text'] ?? slots['email'] ?? '').length)
          : null
        const who = slots['customer'] ?? null
        const intent = readVerb(verb, { ...ground, slots, who, sentence: text, passedOn })
        if (intent) return intent
      }
    }
    return null
  }
}
