import type { Grammar } from '../words/catalogue.ts'
import { fold } from './normalise.ts'
import { literal } from './pattern.ts'

/** The part of a sentence that may say something, and where it begins. */
interface Core {
  readonly text: string
  readonly from: number
}

const trimmings = String.raw`[\s.,!?;:。、~〜\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u20e3]+`
const leading = new RegExp(`^${trimmings}`, 'u')
const trailing = new RegExp(`${trimmings}$`, 'u')

/** What a language lists behind this mark is a courtesy at the end: "please" begins a sentence, "…please" ends one. */
const atTheEnd = '…'
/** Nobody is politer; it bounds what a sentence can cost. */
const mostCourtesies = 6

/**
 * Takes greetings, "please" and "thanks", emoji and what ends a sentence from its ends. The barest core comes first;
 * "show me" is a courtesy before "overdue" and a verb before a name, so the fuller ones are offered too.
 */
export function courtesies(grammar: Grammar): (sentence: string) => readonly Core[] {
  const { polite, verbs, spaces } = grammar
  const longestFirst = (words: readonly string[]) => words.map(fold).sort((a, b) => b.length - a.length)
  const ends = polite.filter((word) => word.startsWith(atTheEnd)).map((word) => word.slice(atTheEnd.length))
  const begins = [...polite.filter((word) => !word.startsWith(atTheEnd)), ...(verbs['hello'] ?? [])]
  const wordEnd = spaces ? String.raw`(?=[\s,;:.!?]|$)` : ''
  const openings = longestFirst(begins).map((word) => literal(word, spaces) + wordEnd)
  const first = new RegExp(`^(?:${openings.join('|')})`, 'iu')
  const thanks = longestFirst(ends).map((word) => literal(word, spaces))
  const last = new RegExp(String.raw`${spaces ? String.raw`(?<=^|[\s,])` : ''}(?:${thanks.join('|')})$`, 'iu')

  /** The sentence without one courtesy after the other; the barest comes first. */
  const withoutEnds = (sentence: string): readonly string[] => {
    const ended = sentence.replace(trailing, '')
    // A question mark alone asks for help, and three of them too.
    if (ended === '') return [/[^\s\p{Extended_Pictographic}]/u.exec(sentence)?.[0] ?? '']
    const bare = ended.replace(last, '')
    // Thanks and nothing else are what was said.
    return bare.replace(leading, '') === '' || bare === ended ? [ended] : [...withoutEnds(bare), ended]
  }
  const coresFrom = (text: string): readonly Core[] => {
    const cores: Core[] = []
    let from = 0
    while (cores.length <= mostCourtesies) {
      const skipped = leading.exec(text.slice(from))?.[0].length ?? 0
      if (from + skipped < text.length) from += skipped
      cores.unshift({ text: text.slice(from), from })
      const length = openings.length === 0 ? 0 : (first.exec(text.slice(from))?.[0].length ?? 0)
      if (length === 0 || from + length >= text.length) return cores
      from += length
    }
    return cores
  }

  // Where words are written together an ending may belong to the verb: 外してください asks to 外す.
  return (sentence) => {
    const [barest = '', ...fuller] = withoutEnds(sentence)
    return [barest, ...(spaces ? [] : fuller.slice(0, mostCourtesies))].flatMap(coresFrom)
  }
}
