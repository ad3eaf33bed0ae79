import type { TimeZone } from '../../domain/shared/time.ts'
import type { Command } from '../vocabulary/heard.ts'
import type { Intent } from '../understanding/intent.ts'
import { chooseReading } from '../understanding/choose-reading.ts'
import { guesser, type Guesses } from '../understanding/near/guesses.ts'
import { negation } from '../understanding/negated.ts'
import type { Reading } from '../understanding/reading.ts'
import { sentenceOf } from '../understanding/sentence.ts'
import { reader } from '../understanding/understand.ts'
import type { Catalogue, Grammar } from './catalogue.ts'
import { speak, type Words } from './words.ts'

/** Every language the desk speaks and understands. */
export interface Languages {
  /** The one for people whose own nobody knows comes first. */
  readonly all: readonly Words[]
  /** The first of the wished tags that is spoken: the same tag, else the same language and script; else the default. */
  best(...wished: readonly (string | null)[]): Words
  /**
   * People may write in any language, whatever their setting: the one that leaves least to be a name has understood it, and
   * of equals their own. Behind a command each language puts its own verb.
   */
  understand(said: string, own: Words, command?: Command): Intent | null
  /** What a sentence that no language understood may have been meant for. */
  guess(said: string, own: Words): Guesses
  /** Of every language, the person's own first. */
  grammars(own: Words): readonly Grammar[]
}

/** `fallback` is the tag for people whose own language nobody knows. */
export function languagesFrom(catalogues: readonly Catalogue[], fallback: string, zone: TimeZone): Languages {
  const spoken = catalogues.map((catalogue) => ({
    words: speak(catalogue, zone),
    read: reader(catalogue),
  }))
  const all = spoken.map(({ words }) => words)
  const find = (tag: string) => spokenAs(tag, all)
  const usual = find(fallback) ?? all[0]
  if (!usual) throw new Error('no language at all')
  const ownFirst = (own: Words) => [...all.filter((words) => words === own), ...all.filter((words) => words !== own)]
  const guessers = new Map<Words, ReturnType<typeof guesser>>()
  let negated: ReturnType<typeof negation> | null = null
  const isNegated = (reading: Reading) => (negated ??= negation(all.map(({ grammar }) => grammar)))(reading)
  const readBest = (said: string, own: Words): Reading | null => {
    const sentence = sentenceOf(said)
    const readings = spoken.flatMap(({ words, read }) => {
      const reading = read(sentence)
      return reading && !isNegated(reading) ? [{ tag: words.tag, own: words === own, reading }] : []
    })
    return chooseReading(sentence.text, readings)?.reading ?? null
  }
  return {
    all: [usual, ...all.filter((words) => words !== usual)],
    best: (...wished) => {
      for (const tag of wished) {
        const found = tag === null ? undefined : find(tag)
        if (found) return found
      }
      return usual
    },
    understand: (said, own, command) => {
      if (!command) return readBest(said, own)?.intent ?? null
      const ofTicket = command.verb === 'ticket' ? readBest(command.rest, own) : null
      if (ofTicket !== null && isOfTicket(ofTicket.intent)) return ofTicket.intent
      const behind = spoken.flatMap(({ words, read }) => {
        const reading = read(sentenceOf(withVerb(command, words)))
        return reading && !isNegated(reading) ? [{ tag: words.tag, own: words === own, reading }] : []
      })
      return (chooseReading(command.rest, behind)?.reading ?? readBest(said, own))?.intent ?? null
    },
    guess: (said, own) => {
      let guess = guessers.get(own)
      if (!guess) guessers.set(own, (guess = guesser(ownFirst(own))))
      return guess(said)
    },
    grammars: (own) => ownFirst(own).map(({ grammar }) => grammar),
  }
}

/** What is said of a ticket by its number, or of all of them, needs no verb of the command before it. */
function isOfTicket(intent: Intent): boolean {
  return intent.verb === 'change-ticket' || intent.verb === 'tickets' || intent.verb === 'show-case'
}

function withVerb({ verb, rest }: Command, { grammar }: Words): string {
  return `${grammar.commands[verb] ?? verb} ${rest}`
}

/** The one of that tag, else the same language in the same script: `und-TW` is Traditional Chinese. Null: not spoken. */
export function spokenAs(tag: string, all: readonly Words[]): Words | null {
  return all.find((words) => words.tag === tag) ?? all.find((words) => sameScript(words.tag, tag)) ?? null
}

/** `zh-TW` and `zh-Hant-TW` are one, `zh-CN` is another. */
function sameScript(a: string, b: string): boolean {
  return likelyScript(a) === likelyScript(b)
}

const scripts = new Map<string, string>()

/** Worked out once for each tag: asking `Intl` costs more than the rest of a short turn. Clients can send any tag. */
function likelyScript(tag: string): string {
  const known = scripts.get(tag)
  if (known !== undefined) return known
  if (scripts.size >= 1_000) scripts.clear()
  const found = scriptOf(tag)
  scripts.set(tag, found)
  return found
}

function scriptOf(tag: string): string {
  try {
    const { language, script } = new Intl.Locale(tag).maximize()
    return `${language}-${script ?? ''}`
  } catch {
    return tag
  }
}
