import { caseSeries } from '../../domain/cases/case.ts'
import type { Grammar } from '../words/catalogue.ts'
import { bare, eitherWay } from './bare.ts'
import { fold, normalise } from './normalise.ts'
import { amountShape, sumShape } from './read-amount.ts'
import { wordsIn } from './ways-to-say.ts'

/** One way of saying something, compiled: null when the sentence is another one. */
type Pattern = (sentence: string) => Caught | null

/** What a pattern found in a sentence. */
export interface Caught {
  readonly slots: Readonly<Record<string, string>>
  /** As much of the sentence as was understood. */
  readonly whole: string
}

/** Slots whose words the grammar lists; every other slot takes any text. */
const listed = {
  reason: 'reasons',
  lane: 'lanes',
  topic: 'topics',
  severity: 'severities',
  role: 'roles',
  route: 'routes',
  alerts: 'alerts',
  level: 'levels',
  way: 'ways',
} as const satisfies Record<string, keyof Grammar>

/** `22:00`, `10 pm`, `22點`, `22h`, `8h30`. */
const timeShape = String.raw`\d{1,2}(?:[:.h]\d{2}|[h點点時])?(?:\s?[ap]\.?m\.?)?`

const shaped: Readonly<Record<string, string>> = {
  number: String.raw`\d{1,6}`,
  case: `(?:${Object.values(caseSeries).join('|').toLowerCase()})-\\d{1,9}(?!\\d)`,
  amount: amountShape,
  sum: sumShape,
  // The first one's amount tells where the name in front of them ends.
  instalments: String.raw`${sumShape}\s*\D.*`,
  // Whatever somebody may have taken for one: a slip is to be told from a sentence about something else.
  code: String.raw`[0-9a-z]{4}[- ]?[0-9a-z]{4}|[0-9a-z-]{3,20}`,
  text: '.+',
  // Whatever stands about an @: what is no address is to be told from a sentence about something else.
  email: String.raw`(?<![\x21-\x7e])[^\s@＠]*[@＠].*`,
  // One word, with what some languages add to it: “Português (Brasil)”.
  tongue: String.raw`[^\s,、:]+(?:\s\([^\s()]+\))?`,
  // “to #night” and never “to 06:00 to #night”.
  place: String.raw`#[^#\s](?:[^#]*[^#\s])?`,
  from: timeShape,
  until: timeShape,
  time: timeShape,
}
/** A name that opens a sentence: kept short and in one clause, or every remark would be a command about somebody. */
const opening = String.raw`(?:[^,;:.!?。、]|(?<=\w)(?:\.(?!\s)|:(?=\w))){1,60}?`

/** A day without its name: `2026-12-05`, `12月5日`, `5 December`. */
const englishMonths =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?'
const dateShape = String.raw`\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|(?:20\d{2}年)?\d{1,2}月\d{1,2}[日号號]|\d{1,2} (?:${englishMonths})`

/** Where the verb comes last, most sentences are opened by one: a Latin name keeps its “, Inc. ”. */
const openingName = String.raw`(?:[^,;:.!?。]|(?<=\w)(?:\.(?!\s)|:(?=\w)|[,.](?=\s?[0-9a-z]))){1,60}?`

/** Where words are written without spaces, people set spaces and commas as they please. */
const pause = String.raw`[\s,、:]*`

/**
 * Compiles `suspend {customer} for {reason}`, when it is first needed; a phrase without slots is taken literally, `(a|b)`
 * is either of the two.
 */
export function pattern(phrase: string, grammar: Grammar, ends: 'whole' | 'start'): Pattern {
  let expression: RegExp | null = null
  return (sentence) => {
    const match = (expression ??= expressionOf(phrase, grammar, ends)).exec(sentence)
    if (!match) return null
    const caught = Object.entries(match.groups ?? {}).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    )
    return { slots: Object.fromEntries(caught.map(([name, text]) => [name, text.trim()])), whole: match[0] }
  }
}

function expressionOf(phrase: string, grammar: Grammar, ends: 'whole' | 'start'): RegExp {
  const { spaces } = grammar
  const source = fold(phrase)
    .split(/(\{\w+\}|\([^()]*\))/u)
    // What joins them is a pause already; several in a row are tried in ever more ways.
    .map((piece) => (spaces ? piece : piece.replace(/^[\s,、:]+|[\s,、:]+$/gu, '')))
    .filter((piece) => piece !== '')
    .map((piece, at, all) => {
      const next = spaces || at === all.length - 1 ? '' : pause
      // A mark by itself has to stand there: “contosoのメモ(：){text}”.
      if (!spaces && /^\([,、:]\)$/u.test(piece)) return String.raw`(?<=[,、:]\s*)`
      // What is left out leaves no pause either: two in a row are tried in ever more ways.
      if (!spaces && mayBeLeftOut(piece))
        return `(?:(?:${longestFirst(wordsIn(piece).filter(Boolean), spaces)})${pause})?`
      if (piece.startsWith('(')) return `(?:${longestFirst(wordsIn(piece), spaces)})${next}`
      // What stands before a name and may be left out leaves the name to open the sentence.
      const certain = all.slice(0, at).filter((before) => !mayBeLeftOut(before))
      const opens = certain.length === 0
      const alone = opens || certain.at(-1)?.startsWith('{') === true
      return (
        (piece.startsWith('{') ? slot(piece.slice(1, -1), { opens, alone }, grammar) : literal(piece, spaces)) + next
      )
    })
    .join('')
  const end = ends === 'whole' ? '$' : spaces ? String.raw`(?=[\s,;:.!?]|$)` : ''
  return new RegExp(`^${source}${end}`, 'iu')
}

function mayBeLeftOut(piece: string): boolean {
  return piece.startsWith('(') && wordsIn(piece).includes('')
}

/** `opens`: nothing stands before it; `alone`: at most another slot does, and no word tells where it begins. */
function slot(name: string, { opens, alone }: { opens: boolean; alone: boolean }, grammar: Grammar): string {
  // Where nothing tells a name from the day behind it, only the next few are one: “contoso завтра”.
  if (name === 'soon') return `(?<day>${longestFirst(soonWords(grammar).map(fold), grammar.spaces)})`
  if (name in listed) {
    const words = Object.values(grammar[listed[name as keyof typeof listed]]).flat()
    return `(?<${name}>${longestFirst(words.map(fold), grammar.spaces)})`
  }
  // Where words are written together only its own shape tells such a day from the name beside it.
  if (name === 'day' && alone && !grammar.spaces) return `(?<day>${dayShape(grammar)})`
  const articles = ['customer', 'person', 'invoice', 'day'].includes(name) ? beforeNames(grammar) : ''
  return `${articles}(?<${name}>${shaped[name] ?? (opens && name !== 'before' ? (grammar.spaces ? opening : openingName) : anything(name, grammar.spaces))})`
}

/** What people set before a name or a day and is no part of it; where nothing would be left to be a name, it is one. */
export function beforeNames({ articles, spaces }: Grammar): string {
  return articles.length === 0 ? '' : String.raw`(?:(?:${longestFirst(articles.map(fold), spaces)})\s+)?`
}

function longestFirst(words: readonly string[], spaces: boolean): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => literal(word, spaces))
    .join('|')
}

/** Every word the language has for a day, and dates. */
function dayShape({ days, spaces }: Grammar): string {
  return `${longestFirst(Object.values(days).flat().map(fold), spaces)}|${dateShape}`
}

/** Free words never begin or end with a pause: two ways to share out the same commas would take for ever to try. */
function anything(name: string, spaces: boolean): string {
  const edge = spaces ? String.raw`\S` : String.raw`[^\s,、:]`
  const some = `${edge}(?:.*?${edge})?`
  return name === 'before' || name === 'filters' ? `(?:${some})?` : some
}

/** Words as they stand, for a regular expression; white space as people type it, and Latin letters without accents too. */
export function literal(text: string, spaces: boolean): string {
  const escaped = text.normalize('NFC').replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)
  const spaced = spaces
    ? // Nobody types the space in "> 60 days".
      escaped.replace(/(?<=[^\p{L}\p{N}\s]) +/gu, String.raw`\s*`).replace(/ +/gu, String.raw`\s+`)
    : escaped.replace(/[\s,、:]+/gu, pause)
  return spaced.replace(/[\xc0-\u024fё\u1e00-\u1eff]/giu, (letter) => eitherWay(letter) ?? letter)
}

/** The days that are called by a word of their own. */
export function soonWords({ days }: Pick<Grammar, 'days'>): readonly string[] {
  return ['today', 'tomorrow', 'day-after-tomorrow'].flatMap((day) => days[day] ?? [])
}

/** Which of the grammar's names a word stands for. */
export function nameOfWord<Name extends string>(
  words: Readonly<Record<string, readonly string[]>>,
  said: string,
): Name | null {
  const key = (text: string) => bare(normalise(text)).replace(/[\s,、:]+/gu, '')
  const wanted = key(said)
  const found = Object.entries(words).find(([, phrases]) => phrases.some((phrase) => key(phrase) === wanted))
  return (found?.[0] as Name | undefined) ?? null
}
