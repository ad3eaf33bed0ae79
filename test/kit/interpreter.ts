import type { Languages } from '../../dialogs/words/languages.ts'
import type { Args, Words } from '../../dialogs/words/words.ts'
import { retold } from './retold.ts'

/** Stands between people of another language and a conversation that is written down in English. */
export interface Interpreter {
  /** The desk's languages, of which it speaks but the one; whatever it says is remembered with its English. */
  readonly languages: Languages
  /** What a person who speaks it would have typed; the same words where they say nothing that a grammar lists. */
  typed(english: string): string
  /** What was said, as it would have been said in English. */
  inEnglish(said: string): string
  /**
   * English where one word of the language stands for several: each of them as the same one; and the operator's own word
   * not said again behind the desk's where they are the same in one of both languages.
   */
  readonly levelled: (english: string) => string
  /** Whether this label is what English calls so. */
  isCalled(label: string, english: string): boolean
}

export function interpreter(languages: Languages, tag: string): Interpreter {
  const english = languages.best('en')
  const own = languages.best(tag)
  if (own.tag !== tag) throw new Error(`nobody speaks ${tag}`)
  const pairs = createPairs()
  const line = (said: string): string => pairs.whole(said) ?? pairs.inside(said)
  // What stands inside a sentence may be an example of what to type.
  const text = (said: string): string => pairs.whole(said) ?? retold(said, own, english) ?? line(said)
  const args = (given: Args): Args =>
    Object.fromEntries(Object.entries(given).map(([name, one]) => [name, typeof one === 'string' ? text(one) : one]))
  const kept = (said: string, meant: string): string => {
    pairs.add(said, meant)
    return said
  }
  const speaking: Words = {
    ...own,
    say: (key, given = {}) => kept(own.say(key, given), english.say(key, args(given))),
    money: (amount) => kept(own.money(amount), english.money(amount)),
    day: (day) => kept(own.day(day), english.day(day)),
    moment: (at) => kept(own.moment(at), english.moment(at)),
    deadline: (end) => kept(own.deadline(end), english.deadline(end)),
    number: (value) => kept(own.number(value), english.number(value)),
    sentences: (each) => kept(own.sentences(each), english.sentences(each.map(text))),
    list: (items) => kept(own.list(items), english.list(items.map(text))),
    either: (items) => kept(own.either(items), english.either(items.map(text))),
  }
  const real = (words: Words): Words => (words === speaking ? own : words)
  return {
    languages: {
      ...languages,
      all: [speaking, ...languages.all.filter((words) => words !== own)],
      best: () => speaking,
      understand: (said, by, command) => languages.understand(said, real(by), command),
      guess: (said, by) => languages.guess(said, real(by)),
      grammars: (by) => languages.grammars(real(by)),
    },
    typed: (said) => retold(said, english, own) ?? said,
    inEnglish: (said) => said.split('\n').map(line).join('\n'),
    levelled: (english) => pairs.levelled(pairs.inside(english).replace(/(\p{L}+) \(\1\)/gu, '$1')),
    isCalled: (label, called) => label === called || pairs.meanings(label).has(called),
  }
}

/** What joins in Chinese and Japanese. */
const signs: Readonly<Record<string, string>> = { '、': ', ', '；': '; ', '／': '; ' }

interface Pairs {
  add(said: string, meant: string): void
  whole(said: string): string | null
  inside(said: string): string
  meanings(said: string): ReadonlySet<string>
  levelled(english: string): string
}

/** What was said beside what it means in English; of several meanings the latest counts. */
function createPairs(): Pairs {
  const known = new Map<string, Set<string>>()
  const byStart = new Map<string, string[]>()
  const latest = (said: string) => [...(known.get(said) ?? [])].at(-1) ?? null
  return {
    add(said, meant) {
      if (said === meant) return
      let meanings = known.get(said)
      if (!meanings) {
        known.set(said, (meanings = new Set()))
        const start = said.charAt(0)
        byStart.set(
          start,
          [...(byStart.get(start) ?? []), said].sort((one, other) => other.length - one.length),
        )
      }
      meanings.delete(meant)
      meanings.add(meant)
    },
    whole: latest,
    inside(said) {
      let told = ''
      for (let at = 0; at < said.length;) {
        const found = byStart.get(said.charAt(at))?.find((each) => said.startsWith(each, at))
        const sign = said.charAt(at)
        told += found === undefined ? (signs[sign] ?? sign) : (latest(found) ?? found)
        at += found?.length ?? 1
      }
      return told
    },
    meanings: (said) => known.get(said) ?? new Set(),
    levelled(english) {
      let level = english
      for (const [first = '', ...others] of [...known.values()].map((meanings) => [...meanings].sort()))
        for (const other of others) level = level.replaceAll(other, first)
      return level
    },
  }
}
