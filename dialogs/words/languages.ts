import type { TimeZone } from '../../domain/shared/time.ts'
import type { Command } from '../vocabulary/heard.ts'
import type { Intent } from '../understanding/intent.ts'
import { understanding, type Understand } from '../understanding/understand.ts'
import type { Catalogue, Grammar } from './catalogue.ts'
import { speak, type Words } from './words.ts'

/** Every language the desk speaks and understands. */
export interface Languages {
  /** The one for people whose own nobody knows comes first. */
  readonly all: readonly Words[]
  /** The first of the wished tags that is spoken: the same tag, else the same language and script; else the default. */
  best(...wished: readonly (string | null)[]): Words
  /**
   * People may write in any language, whatever their setting; their own is tried first. Behind a command each language
   * puts its own verb, and the one that leaves least to be a name has understood it.
   */
  understand(said: string, own: Words, command?: Command): Intent | null
  /** Of every language, the person's own first. */
  grammars(own: Words): readonly Grammar[]
}

/** `fallback` is the tag for people whose own language nobody knows. */
export function languagesFrom(catalogues: readonly Catalogue[], fallback: string, zone: TimeZone): Languages {
  const spoken = catalogues.map((catalogue) => ({
    words: speak(catalogue, zone),
    understand: understanding(catalogue),
  }))
  const all = spoken.map(({ words }) => words)
  const find = (tag: string) =>
    all.find((words) => words.tag === tag) ?? all.find((words) => sameScript(words.tag, tag))
  const usual = find(fallback) ?? all[0]
  if (!usual) throw new Error('no language at all')
  const ownFirst = (own: Words): readonly { readonly words: Words; readonly understand: Understand }[] => [
    ...spoken.filter(({ words }) => words === own),
    ...spoken.filter(({ words }) => words !== own),
  ]
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
      const [behind] = ownFirst(own)
        .flatMap(({ words, understand }) => (command && understand(sentenceOf(command, words))) ?? [])
        .sort((one, other) => nameLength(one) - nameLength(other))
      const ofTicket = command?.verb === 'ticket' ? firstOf(ownFirst(own), command.rest) : null
      if (ofTicket !== null && isOfTicket(ofTicket)) return ofTicket
      if (behind) return behind
      return firstOf(ownFirst(own), said)
    },
    grammars: (own) => ownFirst(own).map(({ words }) => words.grammar),
  }
}

function firstOf(all: readonly { readonly understand: Understand }[], said: string): Intent | null {
  for (const { understand } of all) {
    const intent = understand(said)
    if (intent) return intent
  }
  return null
}

/** What is said of a ticket by its number, or of all of them, needs no verb of the command before it. */
function isOfTicket(intent: Intent): boolean {
  return intent.verb === 'change-ticket' || intent.verb === 'tickets' || intent.verb === 'show-case'
}

function sentenceOf({ verb, rest }: Command, { grammar }: Words): string {
  return `${grammar.commands[verb] ?? verb} ${rest}`
}

/** How much of what was said is taken for somebody's name. */
function nameLength(intent: Intent): number {
  if (!('who' in intent)) return 0
  return (('whoAlone' in intent ? intent.whoAlone : null) ?? intent.who ?? '').length
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
