import { nameOfWord, pattern } from '../../dialogs/understanding/pattern.ts'
import { sentenceOf } from '../../dialogs/understanding/sentence.ts'
import { couldBeTwo } from '../../dialogs/understanding/read-amount.ts'
import { usualWay } from '../../dialogs/understanding/ways-to-say.ts'
import type { Grammar } from '../../dialogs/words/catalogue.ts'
import type { Words } from '../../dialogs/words/words.ts'

const lists = {
  reason: 'reasons',
  lane: 'lanes',
  topic: 'topics',
  severity: 'severities',
  role: 'roles',
  route: 'routes',
  alerts: 'alerts',
  level: 'levels',
  way: 'ways',
  day: 'days',
  person: 'persons',
} as const

type Slots = Readonly<Record<string, string>>
type Spoken = Pick<Words, 'grammar' | 'tag'>

/**
 * A sentence of one grammar in another: the same verb, the same slots; null where neither has such a phrase. Of several
 * readings the one counts that leaves least to free words, as the desk reads it.
 */
export function retold(
  said: string,
  { grammar: from, tag: ofTag }: Spoken,
  { grammar: to, tag }: Spoken,
): string | null {
  const { text } = sentenceOf(said)
  let best: { readonly verb: string; readonly slots: Slots; readonly free: number } | null = null
  for (const [verb, phrases] of Object.entries(from.verbs)) {
    for (const phrase of phrases) {
      const slots = compiled(phrase, from)(text)?.slots
      if (!slots || isWrong(slots, from)) continue
      const free = Object.entries(slots).reduce((sum, [name, word]) => sum + (name in lists ? 0 : word.length), 0)
      if (free < (best?.free ?? Infinity)) best = { verb, slots, free }
    }
  }
  if (!best || isOwn(best.slots)) return null
  const { verb, slots } = best
  // What is passed on is passed on as it was typed.
  const typed = slots['text'] === undefined ? slots : { ...slots, text: said.slice(-slots['text'].length) }
  return filled(to.verbs[verb], ofTag === 'en' ? inDigitsOf(tag, typed) : typed, from, to)
}

/** “on Wheels” is no day. */
function isWrong({ day }: Slots, from: Grammar): boolean {
  return day !== undefined && !/^[\d/.-]+$/u.test(day) && nameOfWord(from.days, day) === null
}

/** What could be two sums stays what it is, and whoever narrows a list or takes a plan apart says it as they do. */
function isOwn(slots: Slots): boolean {
  if (Object.entries(slots).some(([name, said]) => freely.has(name) && said !== '')) return true
  return [slots['sum'], slots['amount']].some((said) => said !== undefined && couldBeTwo(said))
}

const freely: ReadonlySet<string> = new Set(['filters', 'before', 'only', 'narrowing', 'instalments'])

/** English sums as another language writes them: `48,200.01` is `48200,01` elsewhere. */
function inDigitsOf(tag: string, slots: Slots): Slots {
  return Object.fromEntries(
    Object.entries(slots).map(([name, said]) => [
      name,
      sums.has(name) ? said.replace(/\d[\d,]*\.?\d*/gu, (number) => written(number, tag)) : said,
    ]),
  )
}

const sums: ReadonlySet<string> = new Set(['sum', 'amount'])

function written(number: string, tag: string): string {
  const digits = /\.(\d+)$/u.exec(number)?.[1]?.length ?? 0
  const format = new Intl.NumberFormat(tag, { useGrouping: false, minimumFractionDigits: digits })
  return format.format(Number(number.replaceAll(',', '')))
}

const patterns = new WeakMap<Grammar, Map<string, ReturnType<typeof pattern>>>()

function compiled(phrase: string, grammar: Grammar): ReturnType<typeof pattern> {
  let known = patterns.get(grammar)
  if (!known) patterns.set(grammar, (known = new Map<string, ReturnType<typeof pattern>>()))
  let found = known.get(phrase)
  if (!found) known.set(phrase, (found = pattern(phrase, grammar, 'whole')))
  return found
}

function filled(
  phrases: readonly string[] = [],
  slots: Readonly<Record<string, string>>,
  from: Grammar,
  to: Grammar,
): string | null {
  const names = Object.keys(slots).sort().join()
  const phrase = phrases.find((each) => namesIn(each).sort().join() === names)
  if (phrase === undefined) return null
  return usualWay(phrase).replace(/\{(\w+)\}/gu, (_, name: string) => {
    const word = slots[name] ?? ''
    const list = lists[name as keyof typeof lists] as (typeof lists)[keyof typeof lists] | undefined
    const called = list === undefined ? null : nameOfWord(from[list], word)
    return (list && called !== null ? to[list][called]?.[0] : null) ?? word
  })
}

function namesIn(phrase: string): string[] {
  return [...phrase.matchAll(/\{(\w+)\}/gu)].map(([, name = '']) => name)
}
