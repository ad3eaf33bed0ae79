import type { Catalogue, Grammar } from '../words/catalogue.ts'
import { courtesies } from './courtesies.ts'
import type { Intent } from './intent.ts'
import { narrowingReader } from './narrowing.ts'
import { negation } from './negated.ts'
import { filterReader } from './overdue-filters.ts'
import { pattern } from './pattern.ts'
import { indexPhrases } from './phrase-index.ts'
import { askedAs, isDoneAtOnce } from './questions.ts'
import { readDay } from './read-day.ts'
import { readingOf, type Reading } from './reading.ts'
import { sentenceOf, type Sentence } from './sentence.ts'
import { readVerb } from './verbs/read-verb.ts'

/** What a sentence asks for in one language; null when it is not one of the desk's. Deterministic, no network. */
export type Understand = (said: string) => Intent | null

/** The same of a sentence that is folded already, with what it left to names. */
export type Read = (sentence: Sentence) => Reading | null

export function understanding(catalogue: Pick<Catalogue, 'tag' | 'grammar'>): Understand {
  const read = reader(catalogue)
  return (said) => read(sentenceOf(said))?.intent ?? null
}

const readers = new WeakMap<Grammar, Read>()

/** Compiles a language's grammar: once in a process, and not before something is said. */
export function reader({ tag, grammar }: Pick<Catalogue, 'tag' | 'grammar'>): Read {
  let compiled: Read | null = readers.get(grammar) ?? null
  return (sentence) => {
    if (compiled === null) readers.set(grammar, (compiled = readers.get(grammar) ?? compile(tag, grammar)))
    return compiled(sentence)
  }
}

function compile(tag: string, grammar: Grammar): Read {
  const listed = Object.entries(grammar.verbs).flatMap(([verb, phrases]) =>
    phrases.map((phrase) => ({
      verb,
      phrase,
      matches: pattern(phrase, grammar, 'whole'),
      // Words that are passed on as they were typed: an address keeps its capitals.
      passesOn: phrase.endsWith('{text}') || phrase.endsWith('{email}'),
    })),
  )
  const isSlotted = ({ phrase }: { readonly phrase: string }) => phrase.includes('{')
  // What is listed word for word is never somebody's name; apart from that the order of the grammar decides.
  const waysIn = indexPhrases([...listed.filter((one) => !isSlotted(one)), ...listed.filter(isSlotted)])
  const coresOf = courtesies(grammar)
  const isNegated = negation([grammar])
  const asOrder = askedAs(grammar)
  const because = listed.filter(({ verb }) => verb === 'suspend-because')
  const isDay = (text: string) => [tag, 'en'].some((one) => readDay(text, '2025-01-01', { tag: one, grammar }) !== null)
  const whoAlone = (text: string): string | null => {
    for (const { matches } of because) {
      const who = matches(text)?.slots['customer']
      if (who !== undefined) return who
    }
    return null
  }
  const ground = {
    grammar,
    isDay,
    readFilters: filterReader(grammar, tag),
    readNarrowing: narrowingReader(grammar),
    whoAlone,
  }

  return (sentence) => {
    const ways = waysIn(sentence.text)
    if (ways.length === 0) return null
    for (const { text, from } of coresOf(sentence.text)) {
      for (const { verb, phrase, matches, passesOn } of ways) {
        // Nobody's name is that long; a description of trouble may be.
        if (sentence.cut && !passesOn) continue
        const slots = matches(text)?.slots
        if (!slots) continue
        const passedOn = passesOn
          ? sentence.typedFrom(from + text.length - (slots['text'] ?? slots['email'] ?? '').length)
          : null
        const who = slots['customer'] ?? null
        const intent = readVerb(verb, { ...ground, slots, who, sentence: text, passedOn })
        const reading = intent && readingOf(intent, phrase, slots, isDay)
        if (!reading || isNegated(reading)) continue
        // Words that are passed on may ask what they like: “answer PD-142 did you try again?”.
        if (!passesOn && isDoneAtOnce(reading.intent) && asOrder(sentence.text) !== null) return null
        return reading
      }
    }
    return null
  }
}
